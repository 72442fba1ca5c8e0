"""Orders: who may give them, when, with what, and that a refusal tells nothing."""

import pytest

from tests.engine.builders import tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import NO_TEXT
from wargame.engine.formula import Value


@pytest.fixture
def play() -> Play:
    return Play().plan()


def test_a_lead_submits_and_only_its_team_hears(play: Play) -> None:
    (submitted,) = play.ask(NORTH, order())
    assert isinstance(submitted, e.OrderSubmitted)
    assert (submitted.audience, submitted.cost, submitted.turn) == (("team:north",), {"pc.N": 1.0}, 1)
    assert play.world.orders["o1"].status == "submitted"
    assert play.world.orders["o1"].team == "north"


def test_only_a_lead_submits_and_the_sentence_names_it(play: Play) -> None:
    assert play.refused(ENVOY, order()) == "not_yours"


def test_nobody_orders_for_another_team(play: Play) -> None:
    assert play.refused(SOUTH, order()) == "not_yours"
    assert play.refused(CONTROL, order()) == "not_yours"
    assert play.refused(NORTH, order(actor="X")) == "unknown_actor"
    assert play.refused("nobody", order()) == "unknown_seat"


def test_orders_are_taken_in_planning_alone() -> None:
    play = Play()
    assert play.refused(NORTH, order()) == "wrong_phase"
    play.plan().close()
    assert play.refused(NORTH, order()) == "wrong_phase"


def test_orders_end_with_their_teams_time(play: Play) -> None:
    play.ask(CONTROL, c.Extend(1, "planning", 60, "north"))
    play.at = 600.0 + 30.0
    assert play.refused(SOUTH, order(actor="S")) == "too_late"
    play.ask(NORTH, order())
    play.at = 600.0 + 61.0
    assert play.refused(NORTH, order("o2", "probe")) == "too_late"


def test_without_auto_advance_orders_are_taken_until_control_closes() -> None:
    play = Play(auto_advance=False).plan()
    play.at = 5000.0
    play.ask(NORTH, order())


def test_an_order_for_another_turn_is_stale(play: Play) -> None:
    assert play.refused(NORTH, order(turn=2)) == "stale_turn"
    play.ask(NORTH, order(turn=1))


def test_a_paused_clock_takes_no_orders(play: Play) -> None:
    play.ask(CONTROL, c.Pause())
    assert play.refused(NORTH, order()) == "paused"


def test_an_order_is_of_the_actors_menu(play: Play) -> None:
    assert play.refused(NORTH, order(kind="fly")) == "unknown_order"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"strength": 4}, "bad_value"),
        ({"strength": 0}, "bad_value"),
        ({"strength": 1.5}, "bad_value"),
        ({"strength": True}, "bad_value"),
        ({"strength": "2"}, "bad_value"),
        ({"strength": float("nan")}, "bad_value"),
        ({"speed": 2}, "unknown_field"),
    ],
)
def test_a_form_is_typed_and_bounded(play: Play, form: dict[str, Value], code: str) -> None:
    assert play.refused(NORTH, order(kind="probe", form=form)) == code


def test_a_default_fills_what_is_left_out_and_what_is_required_is_asked_for(play: Play) -> None:
    play.ask(NORTH, order(kind="probe"))
    assert play.world.orders["o1"].form == {"strength": 1}
    assert play.refused(NORTH, order("o2", "build")) == "missing_value"


def test_reasons_and_expectations_are_asked_for(play: Play) -> None:
    assert play.refused(NORTH, order(rationale=NO_TEXT)) == "missing_text"
    assert play.refused(NORTH, order(expected=NO_TEXT)) == "missing_text"
    assert play.refused(NORTH, order(kind="free", action=NO_TEXT)) == "missing_text"


def test_once_a_turn_and_three_in_all(play: Play) -> None:
    play.ask(NORTH, order())
    assert play.refused(NORTH, order()) == "twice"
    assert play.refused(NORTH, order("o2")) == "twice"
    play.ask(NORTH, order("o3", "free"))
    play.ask(NORTH, order("o4", "free"))
    assert play.refused(NORTH, order("o5", "free")) == "too_many"


def test_reserved_capital_cannot_be_spent_twice(play: Play) -> None:
    play.ask(NORTH, order(kind="build", form={"amount": 5}))
    assert play.refused(NORTH, order("o2", "build", form={"amount": 5})) == "over_budget"
    play.ask(NORTH, c.WithdrawOrder("o1"))
    play.ask(NORTH, order("o2", "build", form={"amount": 5}))
    assert play.world.state["pc.N"] == 3


def test_a_requirement_is_named_with_the_act_that_would_meet_it(play: Play) -> None:
    play.ask(CONTROL, c.AdjustVariable("status", "truce", TEXT))
    with pytest.raises(Exception, match=r"^a truce is in force; needed: leave the truce\.$"):
        play.ask(NORTH, order(kind="probe"))


def test_a_free_order_has_three_texts_and_no_form(play: Play) -> None:
    assert play.refused(NORTH, order(kind="free", form={"strength": 1})) == "unknown_field"
    play.ask(NORTH, order(kind="free"))
    assert play.world.orders["o1"].action == TEXT
    assert Play(tiny(free_orders=False)).plan().refused(NORTH, order(kind="free")) == "not_possible"


def test_only_its_own_team_withdraws_an_order_and_only_once(play: Play) -> None:
    play.ask(NORTH, order())
    assert play.refused(SOUTH, c.WithdrawOrder("o1")) == play.refused(SOUTH, c.WithdrawOrder("o9")) == "unknown_order"
    assert play.refused(ENVOY, c.WithdrawOrder("o1")) == "not_yours"
    play.ask(NORTH, c.WithdrawOrder("o1"))
    assert play.refused(NORTH, c.WithdrawOrder("o1")) == "already_decided"
    play.ask(NORTH, order("o2"))


def test_control_sends_an_order_back_with_its_reason(play: Play) -> None:
    play.ask(NORTH, order())
    assert play.refused(CONTROL, c.ReturnOrder("o1", NO_TEXT)) == "missing_reason"
    play.ask(CONTROL, c.ReturnOrder("o1", TEXT))
    assert play.world.orders["o1"].status == "returned"
    play.ask(NORTH, order("o2"))


def test_ready_drafts_are_submitted_as_planning_closes_where_legal(play: Play) -> None:
    ready = (
        order("d1", actor="N"),
        order("d2", actor="N"),
        order("d3", "probe", actor="S", form={"strength": 9}),
        order("d4", "talk", actor="S"),
        order("d5", actor="M"),
    )
    play.ask(CONTROL, c.ClosePhase(1, "planning", ready))
    assert {id: (o.seat, o.team) for id, o in play.world.orders.items()} == {
        "d1": (NORTH, "north"),
        "d4": (SOUTH, "south"),
    }
