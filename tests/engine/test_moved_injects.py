"""Control moves what the clock brings: to another moment that is still to come."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from tests.engine.builders import INJECTS, tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, TEXT, Play
from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT
from wargame.engine.evolve import replay
from wargame.engine.scenario import Phase, Trigger
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Viewer
from wargame.engine.views import may_read, view_for


@pytest.fixture
def play() -> Play:
    """Planning of turn 1; the clock has “opening” after 60 seconds of it."""
    return Play().plan()


def to(turn: int, offset: float, phase: Phase = "planning", inject: str = "opening") -> c.MoveInject:
    return c.MoveInject(inject, turn, phase, offset)


def status(play: Play) -> str:
    return play.world.injects["opening"].status


def seen(play: Play) -> Any:
    """What control alone sees."""
    return view_for(play.world, CONTROL_VIEWER)["control"]


def line(play: Play) -> Any:
    return seen(play)["msel"]["opening"]


def test_it_comes_when_control_has_put_it_and_not_before(play: Play) -> None:
    play.ask(CONTROL, to(1, 90))
    play.wait(60)
    assert status(play) == "armed"
    play.wait(30)
    assert (status(play), play.world.injects["opening"].at) == ("fired", 90.0)


def test_it_comes_earlier_and_in_another_turn(play: Play) -> None:
    play.ask(CONTROL, to(1, 10))
    play.wait(10)
    assert status(play) == "fired"
    later = Play().plan()
    later.ask(CONTROL, to(2, 0))
    later.to(2, "briefing")
    assert status(later) == "armed"
    later.to(2, "planning")
    assert status(later) == "fired"


def test_what_is_held_is_moved_and_still_waits(play: Play) -> None:
    play.ask(CONTROL, c.HoldInject("opening"))
    play.ask(CONTROL, to(1, 90))
    play.wait(100)
    assert status(play) == "held"
    play.ask(CONTROL, to(1, 110))
    play.ask(CONTROL, c.RearmInject("opening"))
    play.wait(10)
    assert (status(play), play.world.injects["opening"].by) == ("fired", "clock")


def test_a_pause_puts_it_off(play: Play) -> None:
    play.ask(CONTROL, c.Pause())
    play.wait(500)
    play.ask(CONTROL, to(1, 30))
    play.ask(CONTROL, c.Resume())
    play.wait(29)
    assert status(play) == "armed"
    play.wait(1)
    assert status(play) == "fired"


def test_only_to_a_moment_that_the_clock_still_comes_to(play: Play) -> None:
    play.wait(50)
    assert play.refused(CONTROL, to(1, 49)) == "too_late"
    assert play.refused(CONTROL, to(1, 0, "briefing")) == "too_late"
    assert play.refused(CONTROL, to(0, 0)) == "bad_value"
    assert play.refused(CONTROL, to(3, 0)) == "bad_value"
    assert play.refused(CONTROL, to(2, 0, "adjudication")) == "bad_value"
    length = play.world.clock.seconds["planning"]
    for offset in (-1.0, length + 1, math.nan, math.inf):
        assert play.refused(CONTROL, to(2, offset)) == "bad_value"
    play.ask(CONTROL, to(1, 50))
    play.ask(CONTROL, to(2, length))


def test_a_longer_phase_has_room_for_more(play: Play) -> None:
    length = play.world.clock.seconds["planning"]
    assert play.refused(CONTROL, to(1, length + 60)) == "bad_value"
    play.ask(CONTROL, c.Extend(1, "planning", 120))
    play.ask(CONTROL, to(1, length + 60))


def test_where_control_closes_the_phases_there_is_no_latest_moment() -> None:
    play = Play(auto_advance=False).plan()
    play.ask(CONTROL, to(1, 5000))
    play.wait(5000)
    assert status(play) == "fired"


def test_a_phase_that_is_left_out_cannot_be_chosen() -> None:
    play = Play(seconds={"briefing": 0.0})
    assert play.refused(CONTROL, to(2, 0, "briefing")) == "bad_value"


def test_only_what_the_clock_brings_and_has_not_brought(play: Play) -> None:
    for inject in ("letter", "silence", "alarm"):
        assert play.refused(CONTROL, to(2, 0, inject=inject)) == "not_possible"
    assert play.refused(CONTROL, to(2, 0, inject="nothing")) == "unknown_inject"
    assert play.refused(NORTH, to(2, 0)) == "not_yours"
    play.wait(60)
    assert play.refused(CONTROL, to(2, 0)) == "inject_done"


def test_where_it_stands_already_nothing_happens(play: Play) -> None:
    assert play.ask(CONTROL, to(1, 60)) == ()


def test_a_rewind_puts_it_back_and_replay_agrees(play: Play) -> None:
    point = len(play.log)
    play.ask(CONTROL, to(1, 90))
    assert replay(play.lobby, play.log) == play.world
    play.ask(CONTROL, c.Rewind(point, TEXT))
    assert play.world.injects["opening"].moved is None


def test_control_sees_when_and_since_when_and_nobody_else_anything(play: Play) -> None:
    others = [PUBLIC_VIEWER, Viewer("seat", NORTH, "north"), Viewer("seat", ENVOY, "north")]
    before = [json.dumps(view_for(play.world, viewer)) for viewer in others]
    play.ask(CONTROL, replace(to(1, 90), reason=TEXT))
    assert [json.dumps(view_for(play.world, viewer)) for viewer in others] == before
    assert not any(may_read(play.world, viewer, TEXT) for viewer in others)
    assert may_read(play.world, CONTROL_VIEWER, TEXT)
    told = line(play)
    assert (told["when"], told["planned"]) == ("Turn 1, planning, 1:30 min in", "turn 1, planning, 1 min in")
    assert (told["due_at"], told["moved_reason"]) == (play.world.timer.opened_at + 90, TEXT)


def test_it_is_on_record_that_a_fired_one_was_moved(play: Play) -> None:
    assert "planned" not in line(play)
    play.ask(CONTROL, to(1, 10))
    play.wait(10)
    assert (line(play)["status"], line(play)["planned"]) == ("fired", "turn 1, planning, 1 min in")
    assert line(play)["moved_reason"] == NO_TEXT


def test_one_of_a_phase_without_time_has_its_time_in_the_next() -> None:
    early = replace(INJECTS["opening"], trigger=Trigger("scheduled", turn=2, phase="briefing", offset=30))
    play = Play(tiny(injects={"opening": early}), seconds={"briefing": 0.0}).to(1, "planning")
    assert line(play)["when"] == "Turn 2, planning, 0 min in"
    play.ask(CONTROL, c.HoldInject("opening"))
    play.to(2, "planning")
    assert seen(play)["queue"]["inject:opening"]["due"] == play.world.timer.opened_at
