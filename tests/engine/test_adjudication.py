"""Adjudication as a whole: asked again it says the same, and who rules changes nothing where control only nods."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.builders import DICE, add, formula, outcome, path, running, tiny, with_state
from tests.engine.casebook_pack import casebook_scenario
from wargame.engine.adjudication.deeds import Deeds, Origin, fit
from wargame.engine.adjudication.effects import end_agreement, enforce_agreement, fire, issue
from wargame.engine.adjudication.pipeline import adjudicate, waits_for_control
from wargame.engine.adjudication.resolution import of_order, of_rule, resolve, reworked
from wargame.engine.adjudication.truth import scope_of
from wargame.engine.commands import NO_TEXT, Change
from wargame.engine.dice import Dice
from wargame.engine.events import (
    AgreementEnded,
    Event,
    InjectFired,
    MonthOpened,
    RulingIssued,
    RulingProposed,
    TurnAdjudicated,
)
from wargame.engine.evolve import evolve
from wargame.engine.formula import FormulaError, Value
from wargame.engine.progress import Progress
from wargame.engine.scenario import ALL, CONTROL, Effect, Inject, Resolution, Rule, Term, Trigger
from wargame.engine.tickets import Ticket
from wargame.engine.world import Agreement, Order, World


def with_order(world: World, kind: str, actor: str = "N", *, id: str = "", **form: Value) -> World:
    """The world with a submitted order, its cost as the menu has it."""
    id = id or f"{kind} {actor} {len(world.orders)}"
    names: dict[str, Value] = {"actor": actor, **{f"form.{name}": value for name, value in form.items()}}
    prices = world.scenario.orders[kind].cost if kind != "free" else {}
    cost = {f"{group}.{actor}": price.number(scope_of(world, names)) for group, price in prices.items()}
    team, turn = world.team_of(actor), world.timer.turn
    order = Order(id, kind, actor, f"{team}.chief", team, turn, 0.0, form, cost, NO_TEXT, NO_TEXT, NO_TEXT)
    return replace(world, orders={**world.orders, id: order})


def apply(world: World, events: Sequence[Event]) -> World:
    for event in events:
        world = evolve(world, event, 0.0)
    return world


def run(world: World, dice: Dice = DICE) -> World:
    """Adjudicate to the end of the turn; control nods at every proposal."""
    for _ in range(100):
        world = apply(world, adjudicate(world, dice, 0.0))
        if world.adjudicated:
            return world
        for id in [id for id in world.rulings if id in world.proposed]:
            nod = Progress(world, 0.0)
            issue(nod, dice, reworked(world, dice, world.rulings[id]))
            world = nod.world
    raise AssertionError("it never ends")


def busy(mode: str = "engine") -> World:
    """A turn with orders of every sort and every rule of the casebook but those that end or fail on purpose."""
    rules = [
        "cooling",
        "gloom",
        "gusts",
        "income",
        "incident",
        "desertion",
        "wave",
        "twin_a",
        "twin_b",
        "levy",
        "early",
    ]
    world = running(casebook_scenario(rules), phase="adjudication", mode=mode)
    world = with_state(world, pc__N=10.0, army__N=60.0, tension=6.0)
    world = with_order(world, "probe", strength=2)
    world = with_order(world, "talk", "S")
    world = with_order(world, "build", amount=7.5)
    world = with_order(world, "strike", "S")
    return with_order(world, "raid")


def tickets(events: Sequence[Event]) -> list[Ticket]:
    return [e.ticket for e in events if isinstance(e, RulingIssued | RulingProposed)]


# Asked again


def test_the_same_question_has_the_same_answer() -> None:
    assert adjudicate(busy(), DICE, 5.0) == adjudicate(busy(), DICE, 5.0)


def test_other_dice_fall_otherwise() -> None:
    ours, theirs = tickets(adjudicate(busy(), DICE, 0.0)), tickets(adjudicate(busy(), Dice(b"other"), 0.0))
    assert {t.id for t in ours}.isdisjoint(t.id for t in theirs)
    assert [t.draw for t in ours] != [t.draw for t in theirs]


def test_a_new_attempt_draws_anew() -> None:
    first, second = run(busy()), run(replace(busy(), attempt=1))
    assert first.rulings.keys().isdisjoint(second.rulings)
    assert [t.draw for t in first.rulings.values()] != [t.draw for t in second.rulings.values()]


def test_nothing_more_to_do() -> None:
    assert adjudicate(run(busy()), DICE, 0.0) == ()


def test_ids_are_unique() -> None:
    issued = tickets(adjudicate(busy(), DICE, 0.0))
    assert len({t.id for t in issued}) == len(issued) > 15


def test_the_course_of_a_turn() -> None:
    events = adjudicate(busy(), DICE, 0.0)
    assert [e.month for e in events if isinstance(e, MonthOpened)] == [1, 2]
    assert events[-1] == TurnAdjudicated(ALL, 1, 0)
    assert [t.kind for t in tickets(events)[:5]] == ["order"] * 5
    assert all(t.decision and t.decision.kind == "issued" for t in tickets(events))


def test_control_that_only_nods_changes_nothing() -> None:
    """The umpire's mode and the engine's end in the same state, by the same rulings."""
    engine, umpire = run(busy()), run(busy("umpire"))
    assert umpire.state == engine.state
    assert list(umpire.rulings) == list(engine.rulings)
    assert [replace(t, decision=None) for t in umpire.rulings.values()] == [
        replace(t, decision=None) for t in engine.rulings.values()
    ]


def test_a_world_between_two_steps_goes_on_where_it_was() -> None:
    """However the events were cut into batches, the next are the same."""
    world, whole = busy("umpire"), run(busy("umpire"))
    while not world.adjudicated:
        events = adjudicate(world, DICE, 0.0)
        assert adjudicate(world, DICE, 0.0) == events
        world = apply(world, events)
        assert adjudicate(world, DICE, 0.0) == ()
        for id in [id for id in world.rulings if id in world.proposed]:
            nod = Progress(world, 0.0)
            issue(nod, DICE, reworked(world, DICE, world.rulings[id]))
            world = nod.world
    assert world.state == whole.state


def test_proposals_are_for_control_alone() -> None:
    events = adjudicate(busy("umpire"), DICE, 0.0)
    assert len(events) == 5
    assert all(isinstance(e, RulingProposed) and e.audience == CONTROL for e in events)


def test_a_free_order_waits_and_menu_orders_do_not() -> None:
    world = with_order(running(phase="adjudication"), "free")
    world = with_order(world, "talk")
    events = adjudicate(world, DICE, 0.0)
    assert [t.rule for t in tickets(events)] == ["talk"]
    after = apply(world, events)
    assert waits_for_control(after)
    assert adjudicate(after, DICE, 0.0) == ()


def test_orders_of_other_turns_and_withdrawn_ones_are_left_alone() -> None:
    world = with_order(with_order(running(tiny(rules=()), phase="adjudication"), "talk"), "talk", "S")
    orders = dict(zip(world.orders, world.orders.values(), strict=True))
    orders["talk N 0"] = replace(orders["talk N 0"], turn=0)
    orders["talk S 1"] = replace(orders["talk S 1"], status="withdrawn")
    assert tickets(adjudicate(replace(world, orders=orders), DICE, 0.0)) == []


# Tickets


def test_a_ticket_tells_all_that_decided_it() -> None:
    world = with_order(running(phase="adjudication"), "probe", strength=3)
    ticket = resolve(world, DICE, of_order(world, world.orders["probe N 0"]))
    assert [(line.id, line.value, line.input, line.audience) for line in ticket.terms] == [
        ("strength", 1.0, 1.0, ("all",)),
        ("will", 0.0, 50, ("control",)),
    ]
    assert ticket.probability == 0.731059  # logistic(1)
    assert [(o.id, o.share) for o in ticket.outcomes] == [("found", 0.731059), ("missed", 0.268941)]
    assert ticket.draw is not None
    assert (ticket.draw < 0.731059) == (ticket.outcome == "found")
    assert ticket.inputs == {"form.strength": 3, "will": 50} | (
        {} if ticket.outcome == "missed" else {"form.strength": 3}
    )
    assert ticket.changes[0] == Change("pc.N", 3, 0.0)
    assert ticket.audience == ("team:north",)
    assert ticket.decision is None


def test_a_store_is_never_below_zero() -> None:
    world = with_state(with_order(running(phase="adjudication"), "build", amount=1), pc__N=0.5)
    ticket = resolve(world, DICE, of_order(world, world.orders["build N 0"]))
    assert ticket.changes == (Change("pc.N", 0.5, 0.0),)


def test_numbers_have_six_decimals() -> None:
    third = Rule("third", "", "", "month", Resolution((outcome("done", "", add("tension", "1 / 3")),), _terms("2 / 3")))
    world = running(tiny(rules=(third,)))
    ticket = resolve(world, DICE, of_rule(world, third))
    assert ticket.changes == (Change("tension", 4, 4.333333),)
    assert ticket.terms[0].value == 0.666667


def _terms(*sources: str) -> tuple[Term, ...]:
    return tuple(Term(f"t{n}", "", formula(source)) for n, source in enumerate(sources))


def test_an_actor_whom_control_plays_is_for_control() -> None:
    scenario = tiny(sets={"states": ("M",)}, rules=(replace(tiny().rules[3], when=None),))
    world = running(scenario)
    ticket = resolve(world, DICE, of_rule(world, scenario.rules[0], "M"))
    assert ticket.audience == ("control",)


def test_a_drift_says_what_each_rule_moved() -> None:
    drift = [t for t in tickets(adjudicate(busy(), DICE, 0.0)) if t.kind == "drift"]
    assert [t.title for t in drift] == ["Month 1", "Month 2", "Spring"]
    for ticket in drift:
        for change in ticket.changes:
            moved = sum(line.value for line in ticket.terms if line.id.endswith(f":{change.path}"))
            assert float(change.after) - float(change.before) == pytest.approx(moved, abs=2e-6)
    audiences = {line.id: line.audience for line in drift[0].terms}
    assert audiences == {"cooling:tension": ("all",), "gloom:will": ("control",), "gusts:army.S": ("team:south",)}
    assert "draw of gusts" in drift[0].inputs


def test_a_forced_outcome_keeps_probability_and_draw() -> None:
    world = with_order(running(phase="adjudication"), "probe", strength=2)
    ticket = resolve(world, DICE, of_order(world, world.orders["probe N 0"]))
    other = "missed" if ticket.outcome == "found" else "found"
    forced = reworked(world, DICE, ticket, other)
    assert forced.outcome == other
    assert (forced.probability, forced.draw, forced.terms) == (ticket.probability, ticket.draw, ticket.terms)
    assert forced.changes != ticket.changes
    assert reworked(world, DICE, ticket) == ticket
    with pytest.raises(KeyError):
        reworked(world, DICE, ticket, "nonsense")


def test_a_draw_does_not_hang_on_the_order_s_id() -> None:
    """Withdrawing and submitting under another id is no second throw for the same place in the queue."""
    draws = set()
    for id in ("a", "b", "c"):
        world = with_order(running(phase="adjudication"), "probe", id=id, strength=1)
        draws.add(resolve(world, DICE, of_order(world, world.orders[id])).draw)
    assert len(draws) == 1


# Values


NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, st.sampled_from(["tension", "aid", "pc.N", "army.N", "tolerance"]))
def test_a_fitted_value_can_be_held(number: float, where: str) -> None:
    variable = tiny().variables[where]
    held = fit(variable, number)
    assert not isinstance(held, str)
    assert variable.low <= held <= variable.high
    assert fit(variable, held) == held
    assert variable.kind != "whole" or isinstance(held, int)


def test_words_are_held_by_choices_alone() -> None:
    variables = tiny().variables
    assert fit(variables["status"], "war") == "war"
    for where, value in (("status", "peace"), ("status", 1), ("tension", "high")):
        with pytest.raises(FormulaError):
            fit(variables[where], value)


@given(st.lists(st.tuples(st.sampled_from(["tension", "will", "army.N"]), st.integers(-20, 20)), max_size=12))
def test_changes_are_what_it_comes_to(steps: list[tuple[str, int]]) -> None:
    world = running()
    deeds = Deeds(world, DICE, scope_of(world))
    deeds.act(tuple(add(where, str(amount)) for where, amount in steps), Origin("test", ""))
    assert len({change.path for change in deeds.changes}) == len(deeds.changes)
    for change in deeds.changes:
        assert change.before == world.state[change.path] != change.after
        assert change.after == deeds.scope[change.path]


# What follows


def chain(*links: tuple[str, str]) -> dict[str, Inject]:
    """Injects by hand, each of which calls the next into play."""
    template = tiny().injects["letter"]
    return {
        id: replace(
            template, id=id, trigger=Trigger("manual"), answer=None, repeat=True, effects=(Effect(inject=next),)
        )
        for id, next in links
    }


def test_injects_call_each_other_but_not_for_ever() -> None:
    world = running(tiny(injects=chain(("a", "b"), ("b", "a"))))
    progress = Progress(world, 0.0)
    fire(progress, DICE, "a", "control")
    assert [e.inject for e in progress.events if isinstance(e, InjectFired)] == ["a", "b"]


def test_what_control_holds_no_rule_fires() -> None:
    world = running()
    held = replace(world, injects={**world.injects, "alarm": replace(world.injects["alarm"], status="held")})
    for by, fires in (("effect", 0), ("condition", 0), ("control", 1)):
        progress = Progress(held, 0.0)
        fire(progress, DICE, "alarm", by)  # type: ignore[arg-type]  # words of the table above
        assert len(progress.events) == fires


def test_an_unknown_inject_is_of_another_start_card() -> None:
    world = running(tiny(injects={k: replace(i, cards=("storm",)) for k, i in tiny().injects.items()}))
    progress = Progress(world, 0.0)
    fire(progress, DICE, "alarm", "effect")
    assert progress.events == ()


def test_an_agreement_in_force_and_ended() -> None:
    text = Agreement(
        "t1", "truce", ("N", "S"), {"aid": 3, "inspections": False}, NO_TEXT, "h", 1, "N", ("team:north",), 1, 0.0
    )
    progress = Progress(replace(running(), agreements={"t1": text}), 0.0)
    enforce_agreement(progress, DICE, "t1")
    assert progress.world.state["status"] == "truce"
    assert progress.world.state["aid"] == 3
    [later] = progress.world.later.values()
    assert (later.month, later.subject, later.outcome, later.index) == (1, "t1", "in_force", 2)
    end_agreement(progress, DICE, "t1", "N")
    assert progress.world.state["status"] == "crisis"
    assert isinstance(progress.events[-1], AgreementEnded)
    assert progress.world.agreements["t1"].status == "ended"


def test_a_rejected_text_brings_nothing_about() -> None:
    text = Agreement("t1", "truce", ("N", "S"), {"aid": 3}, NO_TEXT, "h", 1, "N", ALL, 1, 0.0)
    progress = Progress(replace(with_state(running(), status="war"), agreements={"t1": text}), 0.0)
    end_agreement(progress, DICE, "t1", "S")
    assert progress.world.state["status"] == "war"
    assert progress.world.agreements["t1"].status == "rejected"


def test_a_late_answer_s_effect_is_found_again() -> None:
    world = running(tiny(rules=()), phase="adjudication")
    progress = Progress(world, 0.0)
    fire(progress, DICE, "letter", "control")
    from_no = world.scenario.injects["letter"].answer
    assert from_no
    deeds = Deeds(progress.world, DICE, scope_of(progress.world))
    deeds.act(from_no.effects["no"], Origin("letter", "no"))
    waiting = replace(progress.world, later={item.id: item for item in deeds.later})
    after = run(waiting)
    assert after.state["tension"] == 5.0
    assert not after.later


def test_an_effect_writes_only_what_is_there() -> None:
    world = running()
    deeds = Deeds(world, DICE, scope_of(world))
    deeds.act((Effect(add=path("army[actor]"), to=formula("1")),), Origin("test", ""))
    assert deeds.faults == ["there is no value `actor`"]
    assert deeds.changes == ()


def test_what_would_leave_its_range_is_kept_in_it_and_control_is_told() -> None:
    world = with_state(running(), tension=9)
    deeds = Deeds(world, DICE, scope_of(world))
    deeds.act((add("tension", "4"), add("aid", "2")), Origin("x", ""))
    assert deeds.changes == (Change("tension", 9, 10), Change("aid", 0, 2))
    assert deeds.notes == {"kept": "“tension” would be 13 and is kept at 10"}
