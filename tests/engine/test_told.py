"""Every event is one plain sentence, and says no more than its reader may know."""

from random import Random

import pytest

from tests.engine.play import CONTROL, NORTH, SOUTH, TEXT, Play, order
from tests.engine.random_play import COMMANDS, RandomPlay
from wargame.engine import commands as c
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER
from wargame.engine.told import told


def said(play: Play, seat: str, command: c.Command) -> str:
    event = play.ask(seat, command)[0]
    return told(play.world, CONTROL_VIEWER, event)


def test_who_did_what() -> None:
    play = Play().to(1, "planning")
    assert said(play, NORTH, order()) == "North submitted “Talk”"
    assert said(play, NORTH, c.WithdrawOrder("o1")) == "North withdrew “Talk”"
    assert said(play, NORTH, order("o2")) == "North submitted “Talk”"
    assert said(play, CONTROL, c.ReturnOrder("o2", TEXT)) == "Control returned “Talk” to North"
    assert said(play, SOUTH, order("o3", "free", "S")) == "South submitted “Free-form order”"
    assert said(play, NORTH, c.SendDispatch("d", ("team:south", "control"), TEXT, TEXT)) == (
        "North wrote to South and control"
    )
    assert said(play, SOUTH, c.CallControl("c", TEXT)) == "Chief (South) called control"
    assert said(play, CONTROL, c.AnswerCall("c", TEXT)) == "Control answered the call of Chief (South)"
    assert said(play, CONTROL, c.FireInject("letter")) == "News: “A letter”"
    assert said(play, NORTH, c.AnswerInject("letter", "yes")) == "Chief (North) answered “A letter”: Yes"
    assert said(play, NORTH, c.ProposeAgreement("a", "truce", ("N", "S"), {"aid": 1})) == "North proposed “Truce”"
    assert said(play, CONTROL, c.Extend(1, "planning", 90, "north")) == "Control gave 1:30 min more to North"
    assert said(play, CONTROL, c.ChangeSeat(NORTH, "taken")) == "The seat Chief (North) was taken"
    assert said(play, CONTROL, c.HoldInject("alarm")) == "Control held “Alarm”"
    assert said(play, CONTROL, c.MoveInject("opening", 2, "planning", 90)) == (
        "Control moved “Shots at the border” to turn 2, planning, 1:30 min in"
    )
    assert said(play, CONTROL, c.RecordObservation("n", "lo1", TEXT, "north")) == (
        "An observation of North was recorded"
    )


def test_phases_and_the_end() -> None:
    play = Play()
    assert said(play, CONTROL, c.ClosePhase(1, "briefing")) == "Planning of turn 1 opened"
    assert said(play, CONTROL, c.Pause()) == "Control paused the exercise"
    assert said(play, CONTROL, c.EndExercise(TEXT, "5eed", "1234")) == (
        "EndEx: the exercise ended; seed and nonce are revealed"
    )


def test_a_hidden_value_is_not_named() -> None:
    play = Play()
    event = play.ask(CONTROL, c.AdjustVariable("will", 60, TEXT))[0]
    assert told(play.world, CONTROL_VIEWER, event) == "Control set “will” from 50 to 60"
    assert told(play.world, PUBLIC_VIEWER, event) == "Control corrected a value"


def test_all_are_told_to_which_phase_control_went_back_and_control_to_which_entry() -> None:
    play = Play()
    point = len(play.log)
    event = play.to(1, "planning").ask(CONTROL, c.Rewind(point, TEXT))[0]
    assert (
        told(play.world, CONTROL_VIEWER, event)
        == f"Control went back to the start of briefing in turn 1 (entry {point} of the log)"
    )
    assert told(play.world, PUBLIC_VIEWER, event) == "Control went back to the start of briefing in turn 1"


@pytest.mark.parametrize("seed", range(12))
def test_every_event_of_a_random_game_is_a_sentence_without_free_text(seed: int) -> None:
    chance = Random(seed)
    play = RandomPlay(mode=("engine", "umpire")[seed % 2])
    for _ in range(60):
        move = (chance.randrange(len(COMMANDS)), chance.randrange(12), chance.randrange(12))
        for _, event, world in play.move(move):
            sentence = told(world, PUBLIC_VIEWER, event)
            assert sentence[0] in "“" or sentence[0].isupper()
            assert not sentence.endswith(".")
            assert "text" not in sentence
