"""Injects: by the clock, by control, for what was not done; and their answers."""

from dataclasses import replace

import pytest

from tests.engine.builders import INJECTS, tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, SYSTEM, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import NO_TEXT
from wargame.engine.scenario import Answer, Trigger


@pytest.fixture
def play() -> Play:
    return Play().plan()


def status(play: Play, inject: str = "opening") -> str:
    return play.world.injects[inject].status


def test_a_scheduled_inject_fires_when_its_time_comes(play: Play) -> None:
    play.wait(59)
    assert play.refused(SYSTEM, c.FireDue(("opening",))) == "not_possible"
    play.wait(1)
    opening = play.world.injects["opening"]
    assert (opening.status, opening.by, opening.at) == ("fired", "clock", 60.0)
    assert opening.said_body == "Tension stands at 4."


def test_one_for_a_phases_first_second_fires_as_it_opens() -> None:
    first = replace(INJECTS["opening"], trigger=Trigger("scheduled", turn=1, phase="briefing"))
    assert Play(tiny(injects={"opening": first})).world.injects["opening"].status == "fired"


def test_one_for_a_phase_without_time_fires_as_the_next_opens() -> None:
    first = replace(INJECTS["opening"], trigger=Trigger("scheduled", turn=2, phase="briefing", offset=30))
    play = Play(tiny(injects={"opening": first}), seconds={"briefing": 0.0})
    assert play.world.timer.phase == "planning"
    play.to(1, "feedback")
    assert status(play) == "armed"
    play.to(2, "planning")
    assert status(play) == "fired"


def test_what_is_held_waits_for_control(play: Play) -> None:
    play.ask(CONTROL, c.HoldInject("opening"))
    play.wait(120)
    assert status(play) == "held"
    play.ask(CONTROL, c.RearmInject("opening"))
    play.settle()
    assert status(play) == "fired"
    assert play.refused(CONTROL, c.HoldInject("opening")) == "inject_done"
    assert play.refused(CONTROL, c.RearmInject("opening")) == "inject_done"
    assert play.refused(CONTROL, c.SkipInject("opening")) == "inject_done"
    assert play.refused(CONTROL, c.FireInject("opening")) == "inject_done"
    assert play.refused(CONTROL, c.FireInject("nothing")) == "unknown_inject"


def test_control_edits_and_readdresses_what_it_fires(play: Play) -> None:
    (fired,) = play.ask(CONTROL, c.FireInject("opening", TEXT, TEXT, ("actor:S",)))
    assert isinstance(fired, e.InjectFired)
    assert (fired.by, fired.headline, fired.audience) == ("control", TEXT, ("team:south",))
    assert play.refused(CONTROL, c.FireInject("letter", to=("team:east",))) == "unknown_team"


def test_what_was_not_done_is_told_as_planning_closes(play: Play) -> None:
    play.ask(NORTH, order("o1", "talk"))
    play.ask(NORTH, c.WithdrawOrder("o1"))
    play.close()
    silence = play.world.injects["silence"]
    assert (silence.status, silence.by, play.world.state["tension"]) == ("fired", "not_done", 4.5)


def test_what_was_done_is_not(play: Play) -> None:
    play.ask(SOUTH, order("o1", "talk", "S"))
    play.close()
    assert play.world.injects["silence"].status == "armed"


def test_control_improvises(play: Play) -> None:
    assert play.refused(CONTROL, c.ImproviseInject("i1", ("all",), "pigeon", TEXT, TEXT)) == "bad_value"
    assert play.refused(CONTROL, c.ImproviseInject("i1", (), "cable", TEXT, TEXT)) == "unknown_team"
    assert play.refused(CONTROL, c.ImproviseInject("i1", ("all",), "cable", NO_TEXT, TEXT)) == "missing_text"
    play.ask(CONTROL, c.ImproviseInject("i1", ("seat:south.chief",), "cable", TEXT, TEXT, answer=True))
    assert play.refused(CONTROL, c.ImproviseInject("i1", ("all",), "cable", TEXT, TEXT)) == "twice"
    assert play.refused(NORTH, c.AnswerInject("i1", text=TEXT)) == "unknown_inject"
    assert play.refused(SOUTH, c.AnswerInject("i1", "yes")) == "bad_value"
    play.ask(SOUTH, c.AnswerInject("i1", text=TEXT))
    assert play.world.injects["i1"].answers == {SOUTH: ("", TEXT)}


# Answers


def test_an_answer_is_its_seats_and_acts(play: Play) -> None:
    assert play.refused(NORTH, c.AnswerInject("letter", "yes")) == "unknown_inject"
    play.ask(CONTROL, c.FireInject("letter"))
    assert play.refused(ENVOY, c.AnswerInject("letter", "yes")) == "unknown_inject"
    assert play.refused(NORTH, c.AnswerInject("letter", "perhaps")) == "bad_value"
    (answered,) = play.ask(NORTH, c.AnswerInject("letter", "yes", TEXT))
    assert answered.audience == ("seat:north.chief",)
    assert play.world.state["tension"] == 3
    assert play.refused(NORTH, c.AnswerInject("letter", "no")) == "twice"


def test_an_answer_comes_in_time_and_its_deadline_waits_in_a_pause(play: Play) -> None:
    play.ask(CONTROL, c.FireInject("letter"))
    play.at = 200.0
    play.ask(CONTROL, c.Pause())
    play.at = 1000.0
    assert play.refused(NORTH, c.AnswerInject("letter", "yes")) == "paused"
    play.ask(CONTROL, c.Resume())
    assert play.world.injects["letter"].answer_by == 1100.0
    play.at = 1100.0
    assert play.refused(NORTH, c.AnswerInject("letter", "yes")) == "too_late"


def test_the_default_counts_where_nobody_answers(play: Play) -> None:
    play.ask(CONTROL, c.FireInject("letter"))
    play.wait(299)
    assert not play.world.injects["letter"].answers
    play.wait(1)
    assert play.world.injects["letter"].answers == {SYSTEM: ("no", NO_TEXT)}
    assert len(play.world.later) == 1


def test_an_answer_without_a_time_of_its_own_ends_with_the_phase() -> None:
    asked = Answer(("team:north",), within=0)
    letter = replace(INJECTS["letter"], answer=asked, to=("team:north",))
    play = Play(tiny(injects={"letter": letter})).plan()
    play.ask(CONTROL, c.FireInject("letter"))
    play.ask(NORTH, c.AnswerInject("letter", text=TEXT))
    play.at = 600.0
    play.close()
    assert play.refused(ENVOY, c.AnswerInject("letter", text=TEXT)) == "too_late"
