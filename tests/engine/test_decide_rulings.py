"""Control's hand on rulings: accept, amend, override, free orders by odds or outcome."""

import pytest

from tests.engine.play import CONTROL, NORTH, SOUTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import NO_TEXT, Change
from wargame.engine.tickets import Ticket


@pytest.fixture
def play() -> Play:
    """In adjudication, mode umpire, with North's talk and South's probe proposed."""
    play = Play(mode="umpire").plan()
    play.ask(NORTH, order("o1", "talk", "N"))
    play.ask(SOUTH, order("o2", "probe", "S", form={"strength": 2}))
    play.close()
    play.settle()
    return play


def proposed(play: Play, subject: str) -> Ticket:
    return next(play.world.rulings[id] for id in play.world.proposed if play.world.rulings[id].subject == subject)


def issued(play: Play, subject: str) -> Ticket:
    return next(t for id, t in play.world.rulings.items() if t.subject == subject and id not in play.world.proposed)


def after(play: Play, path: str) -> float:
    return float(play.world.state[path])


def test_proposals_change_nothing_and_are_controls_alone(play: Play) -> None:
    assert len(play.world.proposed) == 2
    assert after(play, "pc.N") == 3
    proposals = [entry.event for entry in play.log if isinstance(entry.event, e.RulingProposed)]
    assert {proposal.audience for proposal in proposals} == {("control",)}


def test_an_accepted_ruling_acts_and_is_paid_for(play: Play) -> None:
    (ruling,) = play.ask(CONTROL, c.AcceptRuling(proposed(play, "o1").id))
    assert isinstance(ruling, e.RulingIssued) and ruling.ticket.decision
    assert (ruling.audience, ruling.ticket.decision.kind) == (("all",), "accepted")
    assert (after(play, "tension"), after(play, "pc.N")) == (3, 2)
    assert play.world.orders["o1"].status == "ruled"


def test_a_ruling_acts_on_the_world_as_it_is_when_accepted(play: Play) -> None:
    play.ask(CONTROL, c.AdjustVariable("tension", 9, TEXT))
    play.ask(CONTROL, c.AcceptRuling(proposed(play, "o1").id))
    assert after(play, "tension") == 8


def test_a_ruling_is_decided_once(play: Play) -> None:
    ruling = proposed(play, "o1").id
    play.ask(CONTROL, c.AcceptRuling(ruling))
    assert play.refused(CONTROL, c.AcceptRuling(ruling)) == "already_decided"
    assert play.refused(CONTROL, c.OverrideRuling(ruling, "done", TEXT)) == "already_decided"
    assert play.refused(CONTROL, c.AcceptRuling("nothing")) == "unknown_ruling"
    assert play.refused(NORTH, c.AcceptRuling(ruling)) == "not_yours"


def test_an_override_needs_a_reason_and_one_of_the_outcomes(play: Play) -> None:
    probe = proposed(play, "o2")
    other = "missed" if probe.outcome == "found" else "found"
    assert play.refused(CONTROL, c.OverrideRuling(probe.id, other, NO_TEXT)) == "missing_reason"
    assert play.refused(CONTROL, c.OverrideRuling(probe.id, "glory", TEXT)) == "unknown_outcome"
    play.ask(CONTROL, c.OverrideRuling(probe.id, other, TEXT))
    ticket = issued(play, "o2")
    assert ticket.decision and (ticket.outcome, ticket.decision.kind) == (other, "overridden")
    assert (ticket.probability, ticket.draw, ticket.terms) == (probe.probability, probe.draw, probe.terms)
    assert after(play, "pc.S") == 1


def test_an_amended_ruling_keeps_its_outcome_with_other_values(play: Play) -> None:
    talk = proposed(play, "o1")
    assert play.refused(CONTROL, c.AmendRuling(talk.id, (("tension", 2),), NO_TEXT)) == "missing_reason"
    assert play.refused(CONTROL, c.AmendRuling(talk.id, (), TEXT)) == "missing_value"
    assert play.refused(CONTROL, c.AmendRuling(talk.id, (("tension", 99),), TEXT)) == "bad_value"
    assert play.refused(CONTROL, c.AmendRuling(talk.id, (("war", 1),), TEXT)) == "unknown_variable"
    play.ask(CONTROL, c.AmendRuling(talk.id, (("tension", 2), ("aid", 1)), TEXT))
    assert issued(play, "o1").changes == (Change("pc.N", 3, 2.0), Change("tension", 4, 2.0), Change("aid", 0, 1))
    assert (after(play, "tension"), after(play, "aid"), after(play, "pc.N")) == (2, 1, 2)


def test_an_issued_ruling_is_corrected_without_redoing_what_followed(play: Play) -> None:
    play.ask(CONTROL, c.AcceptRuling(proposed(play, "o1").id))
    ruling = issued(play, "o1").id
    play.ask(CONTROL, c.AdjustVariable("pc.N", 9, TEXT))
    assert play.refused(CONTROL, c.AmendRuling(ruling, (("tension", 3),), TEXT)) == "bad_value"
    play.ask(CONTROL, c.AmendRuling(ruling, (("tension", 1),), TEXT))
    assert (after(play, "tension"), after(play, "pc.N")) == (1, 9)
    assert play.world.attempt == 0


def test_adjudication_goes_on_when_the_last_proposal_is_decided(play: Play) -> None:
    for _ in range(12):
        assert play.world.proposed or play.world.adjudicated
        for ruling in sorted(play.world.proposed):
            play.ask(CONTROL, c.AcceptRuling(ruling))
        play.settle()
    assert (play.world.timer.phase, play.world.adjudicated) == ("feedback", True)


def test_an_order_sent_back_leaves_the_queue(play: Play) -> None:
    play.ask(CONTROL, c.ReturnOrder("o1", TEXT))
    assert [play.world.rulings[id].subject for id in play.world.proposed] == ["o2"]
    assert after(play, "pc.N") == 3


# Free orders


@pytest.fixture
def free() -> Play:
    """In adjudication, mode engine, with a free order of North before control."""
    play = Play().plan()
    play.ask(NORTH, order("f1", "free"))
    play.close()
    play.settle()
    return play


def test_a_free_order_waits_for_control(free: Play) -> None:
    assert not free.world.adjudicated
    free.ask(CONTROL, c.RuleFreeOrder("f1", TEXT, outcome="success"))
    free.settle()
    assert (free.world.timer.phase, free.world.adjudicated) == ("feedback", True)


def test_control_rules_by_outcome(free: Play) -> None:
    free.ask(CONTROL, c.RuleFreeOrder("f1", TEXT, (("tension", 2),), (("tension", 6),), outcome="failure"))
    ticket = issued(free, "f1")
    assert ticket.decision and ticket.decision.kind == "ruled"
    assert (ticket.outcome, ticket.changes, ticket.audience) == (
        "failure",
        (Change("tension", 4.5, 6.0),),
        ("team:north",),
    )
    assert free.world.orders["f1"].status == "ruled"


def test_control_rules_by_odds_and_the_engine_draws(free: Play) -> None:
    free.ask(CONTROL, c.RuleFreeOrder("f1", TEXT, (("tension", 2),), odds=1.0, audience=("team:south",)))
    ticket = issued(free, "f1")
    assert (ticket.outcome, ticket.probability, ticket.audience) == ("success", 1.0, ("team:north", "team:south"))
    assert ticket.draw is not None and 0 <= ticket.draw < 1
    assert after(free, "tension") == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.RuleFreeOrder("f1", NO_TEXT, outcome="success"), "missing_reason"),
        (c.RuleFreeOrder("f1", TEXT), "missing_value"),
        (c.RuleFreeOrder("f1", TEXT, odds=1.1), "bad_value"),
        (c.RuleFreeOrder("f1", TEXT, odds=float("nan")), "bad_value"),
        (c.RuleFreeOrder("f1", TEXT, (("war", 1),), outcome="success"), "unknown_variable"),
        (c.RuleFreeOrder("f1", TEXT, outcome="success", audience=("team:east",)), "unknown_team"),
        (c.RuleFreeOrder("o1", TEXT, outcome="success"), "unknown_order"),
        (c.AcceptRuling("f1"), "unknown_ruling"),
    ],
)
def test_a_free_order_is_ruled_on_with_reason_and_sense(free: Play, command: c.Command, code: str) -> None:
    assert free.refused(CONTROL, command) == code


def test_a_free_order_is_ruled_on_once_and_after_planning(free: Play) -> None:
    free.ask(CONTROL, c.RuleFreeOrder("f1", TEXT, outcome="success"))
    assert free.refused(CONTROL, c.RuleFreeOrder("f1", TEXT, outcome="failure")) == "already_decided"
    early = Play().plan()
    early.ask(NORTH, order("f1", "free"))
    assert early.refused(CONTROL, c.RuleFreeOrder("f1", TEXT, outcome="success")) == "wrong_phase"
