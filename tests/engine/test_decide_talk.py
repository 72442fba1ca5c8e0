"""Dispatches, calls, notes and the hot wash."""

import pytest

from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, TEXT, Play
from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT


@pytest.fixture
def play() -> Play:
    return Play()


def dispatch(id: str = "d1", to: tuple[str, ...] = ("team:south",), reply_to: str = "") -> c.SendDispatch:
    return c.SendDispatch(id, to, TEXT, TEXT, reply_to)


def test_a_dispatch_is_read_by_its_sender_and_its_addressees(play: Play) -> None:
    play.ask(ENVOY, dispatch(to=("team:south", "control", "team:south")))
    sent = play.world.dispatches["d1"]
    assert sent.audience == ("team:north", "team:south", "control")
    assert sent.to == ("team:south", "control")


def test_control_sends_dispatches_too(play: Play) -> None:
    play.ask(CONTROL, dispatch(to=("team:north",)))
    assert play.world.dispatches["d1"].team == "control"


def test_a_dispatch_has_a_body_and_goes_to_somebody(play: Play) -> None:
    assert play.refused(NORTH, c.SendDispatch("d1", ("team:south",), TEXT, NO_TEXT)) == "missing_text"
    for to in ((), ("team:east",), ("all",), ("seat:south.chief",), ("south",)):
        assert play.refused(NORTH, dispatch(to=to)) == "unknown_team"
    play.ask(NORTH, dispatch())
    assert play.refused(NORTH, dispatch()) == "twice"


def test_one_replies_only_to_what_one_may_read(play: Play) -> None:
    play.ask(NORTH, dispatch(to=("control",)))
    assert play.refused(SOUTH, dispatch("d2", ("team:north",), "d1")) == "unknown_dispatch"
    play.ask(CONTROL, dispatch("d3", ("team:north",), "d1"))


def test_a_call_is_answered_once(play: Play) -> None:
    play.ask(ENVOY, c.CallControl("c1", TEXT))
    assert play.refused(SOUTH, c.AnswerCall("c1", TEXT)) == "not_yours"
    assert play.refused(CONTROL, c.AnswerCall("c9", TEXT)) == "unknown_call"
    assert play.refused(CONTROL, c.AnswerCall("c1", NO_TEXT)) == "missing_text"
    (answered,) = play.ask(CONTROL, c.AnswerCall("c1", TEXT))
    assert answered.audience == ("control", "seat:north.envoy")
    assert play.refused(CONTROL, c.AnswerCall("c1", TEXT)) == "already_decided"


def test_a_note_is_controls_alone(play: Play) -> None:
    (noted,) = play.ask(CONTROL, c.RecordObservation("n1", "lo1", TEXT, "south"))
    assert noted.audience == ("control",)
    assert play.refused(NORTH, c.RecordObservation("n2", "lo1", TEXT)) == "not_yours"
    assert play.refused(CONTROL, c.RecordObservation("n1", "lo1", TEXT)) == "twice"
    assert play.refused(CONTROL, c.RecordObservation("n2", "lo9", TEXT)) == "unknown_objective"
    assert play.refused(CONTROL, c.RecordObservation("n2", "lo1", TEXT, "east")) == "unknown_team"


def test_the_hot_wash_comes_after_the_end(play: Play) -> None:
    assert play.refused(NORTH, c.AnswerHotWash("surprise", TEXT)) == "not_running"
    play.ask(CONTROL, c.EndExercise(NO_TEXT, "seed", "nonce"))
    assert play.refused(NORTH, c.AnswerHotWash("nothing", TEXT)) == "unknown_question"
    assert play.refused(CONTROL, c.AnswerHotWash("surprise", TEXT)) == "not_yours"
    play.ask(NORTH, c.AnswerHotWash("surprise", TEXT))
    assert set(play.world.hot_wash["surprise"]) == {NORTH}
