"""Observers: what they see, and the one thing they may ask."""

import pytest

from tests.engine.play import CONTROL, NORTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine.commands import TextRef
from wargame.engine.observers import observes
from wargame.engine.sight import PUBLIC_VIEWER, may_read, viewer_of
from wargame.engine.views import control_part, public_part, view_for

ONE, TWO = "observer.1", "observer.2"
MINE = TextRef("a" * 64)
NOTE = c.RecordObservation("n1", "", MINE, "south")


@pytest.fixture
def play() -> Play:
    return Play().to(1, "planning")


@pytest.mark.parametrize("seat", ["observer.0", "observer.01", "observer.x", "observer.", "observer", "observer.12345"])
def test_nobody_else_is_taken_for_one(seat: str, play: Play) -> None:
    assert observes(ONE) and not observes(seat)
    assert viewer_of(play.world, seat) == PUBLIC_VIEWER
    assert play.refused(seat, NOTE) == "unknown_seat"


def test_they_see_what_everybody_may_see(play: Play) -> None:
    play.ask(NORTH, order())
    view = view_for(play.world, viewer_of(play.world, ONE))
    assert list(view) == ["public", "seat"]
    assert view["public"] == public_part(play.world)
    assert view["seat"] == {"you": {"role": "observer", "seat": ONE, "title": "Observer 1", "initials": "O"}}


def test_a_note_is_read_by_its_writer_and_by_control_alone(play: Play) -> None:
    (noted,) = play.ask(ONE, NOTE)
    assert noted.audience == ("control", "seat:observer.1")
    seen = {seat: view_for(play.world, viewer_of(play.world, seat)) for seat in (ONE, TWO, NORTH)}
    kept = {"seat": ONE, "objective": "", "team": "south", "text": MINE, "at": 0.0, "turn": 1}
    assert seen[ONE]["seat"]["observations"] == {"n1": kept}
    assert control_part(play.world)["observations"] == {"n1": kept}
    assert not any("observations" in part for who in (TWO, NORTH) for part in seen[who].values())
    readers = {who: may_read(play.world, viewer_of(play.world, who), MINE) for who in (ONE, TWO, NORTH, CONTROL)}
    assert readers == {ONE: True, TWO: False, NORTH: False, CONTROL: True}
    assert not may_read(play.world, PUBLIC_VIEWER, MINE)


def test_controls_notes_are_not_theirs(play: Play) -> None:
    play.ask(CONTROL, c.RecordObservation("n2", "lo1", MINE))
    assert "observations" not in view_for(play.world, viewer_of(play.world, ONE))["seat"]
    assert not may_read(play.world, viewer_of(play.world, ONE), MINE)


def test_they_learn_nothing_of_the_objectives_by_trying(play: Play) -> None:
    refused = {play.refused(ONE, c.RecordObservation("n1", objective, TEXT)) for objective in ("lo1", "lo9")}
    assert refused == {"unknown_objective"}


@pytest.mark.parametrize(
    "command",
    [
        order(),
        c.CallControl("c1", TEXT),
        c.SendDispatch("d1", ("team:south",), TEXT, TEXT),
        c.AnswerHotWash("surprise", TEXT),
        c.ClosePhase(1, "planning"),
        c.Pause(),
    ],
)
def test_they_may_ask_nothing_else(play: Play, command: c.Command) -> None:
    assert play.refused(ONE, command) == "not_yours"


def test_they_note_from_start_to_long_after_the_end() -> None:
    play = Play(start=False)
    assert play.refused(ONE, NOTE) == "not_running"
    play = Play()
    play.ask(CONTROL, c.EndExercise(c.NO_TEXT, "seed", "nonce"))
    play.ask(ONE, NOTE)
    assert play.refused(ONE, NOTE) == "twice"
