"""What events do to the world, and what a rewind leaves of the log."""

from dataclasses import replace

from tests.engine.builders import SETUP, lobby, running
from wargame.engine import events as e
from wargame.engine.commands import NO_TEXT, Change, TextRef
from wargame.engine.events import Event, Logged
from wargame.engine.evolve import TEXT_FIELDS, evolve, replay, start
from wargame.engine.scenario import ALL, CONTROL
from wargame.engine.tickets import Decision, Later, Ticket
from wargame.engine.world import World

REF = TextRef("a" * 64)


def log(*events: Event) -> list[Logged]:
    return [Logged(seq, float(seq), event) for seq, event in enumerate(events, start=1)]


def rewound(to: int, attempt: int) -> e.Rewound:
    return e.Rewound(ALL, to, REF, attempt)


def adjusted(after: float) -> e.VariableAdjusted:
    return e.VariableAdjusted(ALL, "tension", 0, after, NO_TEXT)


def ticket(id: str = "r1", subject: str = "o1", **more: object) -> Ticket:
    made = Ticket(
        id, "order", subject, "talk", 1, "Talk", 1, 0, "N", ("team:north",), "done", "They meet.", (),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name real fields


def ordered(world: World, id: str = "o1") -> World:
    order = e.OrderSubmitted(
        ("team:north",), id, "talk", "N", "north.chief", 1, {}, {"pc.N": 1.0}, REF, TextRef("b" * 64), NO_TEXT
    )
    return evolve(world, order, 70.0)


def test_the_lobby_has_the_start_cards_values() -> None:
    world = start(lobby().scenario, replace(SETUP, start_card="storm"))
    assert (world.state["tension"], world.status) == (7, "lobby")
    assert set(world.injects) == {"opening", "alarm", "letter", "silence"}
    assert world.red_lines == {"storm_line": "open"}


def test_the_log_alone_says_with_which_set_up_it_started() -> None:
    begun = evolve(lobby(), e.ExerciseStarted(ALL, replace(SETUP, start_card="storm"), "p", "r", "c"), 0.0)
    assert (begun.status, begun.state["tension"], begun.commitment) == ("running", 7, "c")
    assert begun.history[0]["tension"] == 7


def test_dealt_cards_belong_to_the_start() -> None:
    begun = evolve(lobby(), e.ExerciseStarted(ALL, SETUP, "p", "r", "c"), 0.0)
    dealt = evolve(begun, e.CardDealt(("seat:south.chief",), "tolerance", "tolerance", -5), 0.0)
    assert dealt.state["tolerance"] == dealt.history[0]["tolerance"] == -5


def test_what_an_event_does_not_touch_is_shared() -> None:
    before = running()
    after = evolve(before, adjusted(6), 80.0)
    assert after.injects is before.injects
    assert after.orders is before.orders
    assert (before.state["tension"], after.state["tension"]) == (4, 6)


def test_time_never_runs_backwards() -> None:
    world = evolve(evolve(running(), adjusted(6), 80.0), adjusted(7), 70.0)
    assert world.last_at == 80.0


def test_a_text_is_read_by_its_events_audience_and_a_repeat_opens_nothing() -> None:
    world = ordered(running())
    assert world.texts[REF] == ("team:north",)
    repeated = evolve(world, e.Rewound(ALL, 1, REF, 1), 90.0)
    assert repeated.texts[REF] == ("team:north",)


def test_every_text_of_an_event_is_known() -> None:
    assert TEXT_FIELDS[e.OrderSubmitted] == ("rationale", "expected", "action")
    assert TEXT_FIELDS[e.InjectFired] == ("headline", "body")


def test_the_reason_of_a_ruling_is_read_with_it() -> None:
    decided = ticket(decision=Decision("amended", 80.0, TextRef("c" * 64)))
    world = evolve(ordered(running()), e.RulingIssued(("team:north",), decided), 80.0)
    assert world.texts[TextRef("c" * 64)] == ("team:north",)


# Rulings


def test_a_proposal_changes_nothing_until_it_is_issued() -> None:
    change = ticket(changes=(Change("tension", 4, 3),), later=(Later("l1", 2, "o1", "done", 0, "r1"),))
    proposed = evolve(ordered(running()), e.RulingProposed(CONTROL, change), 80.0)
    assert (proposed.state["tension"], set(proposed.proposed), len(proposed.later)) == (4, {"r1"}, 0)
    issued = evolve(proposed, e.RulingIssued(ALL, change), 90.0)
    assert (issued.state["tension"], issued.proposed) == (3, frozenset())
    assert (issued.orders["o1"].status, issued.orders["o1"].ruling, set(issued.later)) == ("ruled", "r1", {"l1"})


def test_a_correction_assigns_only_what_it_corrects() -> None:
    first = ticket(changes=(Change("tension", 4, 3), Change("aid", 0, 2)))
    world = evolve(ordered(running()), e.RulingIssued(ALL, first), 80.0)
    world = evolve(world, adjusted(9), 85.0)
    corrected = ticket(changes=(Change("tension", 4, 3), Change("aid", 0, 1)))
    world = evolve(world, e.RulingIssued(ALL, corrected), 90.0)
    assert (world.state["tension"], world.state["aid"]) == (9, 1)


def test_an_arrival_settles_what_was_due() -> None:
    waiting = evolve(
        ordered(running()), e.RulingIssued(ALL, ticket(later=(Later("l1", 2, "o1", "done", 0, "r1"),))), 80.0
    )
    arrived = evolve(waiting, e.RulingIssued(ALL, ticket("l1", kind="arrival")), 90.0)
    assert arrived.later == {}
    assert arrived.orders["o1"].ruling == "r1"


def test_an_order_sent_back_takes_its_proposal_along() -> None:
    proposed = evolve(ordered(running()), e.RulingProposed(CONTROL, ticket()), 80.0)
    back = evolve(proposed, e.OrderReturned(("team:north",), "o1", REF), 90.0)
    assert (back.orders["o1"].status, back.proposed, back.rulings) == ("returned", frozenset(), {})


# The clock


def opened(ends_at: float | None = 700.0) -> World:
    return evolve(running(), e.PhaseOpened(ALL, 1, "planning", ends_at), 100.0)


def test_a_pause_does_not_count() -> None:
    paused = evolve(opened(), e.Paused(ALL, 500.0), 200.0)
    assert (paused.timer.paused, paused.timer.paused_at) == (True, 200.0)
    resumed = evolve(paused, e.Resumed(ALL, 1400.0), 900.0)
    assert (resumed.timer.paused, resumed.timer.remaining, resumed.timer.paused_for) == (False, None, 700.0)


def test_an_answer_asked_for_waits_through_a_pause() -> None:
    asked = evolve(opened(), e.InjectFired(ALL, "letter", "control", NO_TEXT, NO_TEXT, 400.0), 100.0)
    resumed = evolve(evolve(asked, e.Paused(ALL, 500.0), 200.0), e.Resumed(ALL, 800.0), 300.0)
    assert resumed.injects["letter"].answer_by == 500.0


def test_an_extension_moves_the_end_for_all_or_for_one_team() -> None:
    longer = evolve(opened(), e.Extended(ALL, 60.0, ""), 200.0)
    assert longer.timer.ends_at == 760.0
    for_one = evolve(longer, e.Extended(("team:north",), 30.0, "north"), 210.0)
    assert (for_one.timer.ends_at, for_one.timer.extra) == (760.0, {"north": 30.0})
    assert evolve(for_one, e.PhaseOpened(ALL, 1, "adjudication", None), 800.0).timer.extra == {}


# Beliefs


def test_estimates_of_a_turn_are_of_the_end_of_the_turn_before() -> None:
    world = evolve(running(), e.EstimatesDrawn(("team:north",), "north", 1, {"will": 45.0}), 0.0)
    world = evolve(world, e.EstimatesDrawn(("team:north",), "north", 2, {"will": 55.0}), 900.0)
    assert world.estimates["north"] == {"will": 55.0}
    assert world.believed == {0: {"north": {"will": 45.0}}, 1: {"north": {"will": 55.0}}}


# Rewinds


def test_replay_stops_the_clock_as_it_stood_and_counts_every_rewind() -> None:
    begun = e.ExerciseStarted(ALL, SETUP, "p", "r", "c")
    entries = log(begun, e.PhaseOpened(ALL, 1, "planning", 602.0), adjusted(6), rewound(2, 1), adjusted(7))
    once = replay(lobby(), entries)
    assert (once.state["tension"], once.attempt) == (7, 1)
    assert (once.timer.paused, once.timer.remaining) == (True, 600.0)
    twice = replay(lobby(), [*entries, Logged(6, 6.0, rewound(3, 2))])
    assert (twice.state["tension"], twice.attempt, twice.timer.remaining) == (4, 2, 600.0)


def test_a_rewind_to_a_pause_keeps_what_was_left_then() -> None:
    begun = e.ExerciseStarted(ALL, SETUP, "p", "r", "c")
    entries = log(
        begun, e.PhaseOpened(ALL, 1, "planning", 602.0), e.Paused(ALL, 599.0), e.Resumed(ALL, 610.0), rewound(3, 1)
    )
    assert replay(lobby(), entries).timer.remaining == 599.0
