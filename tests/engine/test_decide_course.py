"""The course of an exercise: start, phases, the clock, the end, rewinds, control's hand."""

from dataclasses import replace

import pytest

from tests.engine.builders import SETUP, formula, tiny
from tests.engine.play import CONTROL, NORTH, SOUTH, START, SYSTEM, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import NO_TEXT
from wargame.engine.formula import Value
from wargame.engine.scenario import Clock, TurnSpec

QUICK = Clock("short", "Short", (TurnSpec(1, "A"), TurnSpec(1, "B")), {"planning": 60.0})


def kinds(events: tuple[e.Event, ...]) -> list[str]:
    return [type(event).__name__ for event in events]


# StartEx


def test_startex_deals_the_cards_draws_estimates_and_opens_the_briefing() -> None:
    play = Play(start=False)
    events = play.ask(CONTROL, START)
    assert kinds(events) == ["ExerciseStarted", "CardDealt", "EstimatesDrawn", "EstimatesDrawn", "PhaseOpened"]
    dealt, north, south, opened = events[1:]
    assert isinstance(dealt, e.CardDealt)
    assert (dealt.audience, dealt.value in (-5, 0, 5)) == (("seat:south.chief",), True)
    assert isinstance(north, e.EstimatesDrawn) and isinstance(south, e.EstimatesDrawn)
    assert (north.audience, set(north.values)) == (("team:north",), {"army.S", "will"})
    assert set(south.values) == {"army.N", "will"}
    assert north.values["army.S"] % 5 == 0
    assert opened == e.PhaseOpened(("all",), 1, "briefing", 60.0)


def test_an_exercise_starts_once_and_control_starts_it() -> None:
    play = Play(start=False)
    assert play.refused(NORTH, START) == "not_yours"
    assert play.refused(CONTROL, replace(START, setup=replace(SETUP, start_card="winter"))) == "unknown_setup"
    assert play.refused(CONTROL, replace(START, setup=replace(SETUP, seconds={"planning": -1.0}))) == "unknown_setup"
    play.ask(CONTROL, START)
    assert play.refused(CONTROL, START) == "already_started"


def test_before_startex_nothing_can_be_asked() -> None:
    play = Play(start=False)
    assert play.refused(NORTH, c.SendDispatch("d1", ("control",), NO_TEXT, TEXT)) == "not_running"
    assert play.refused(CONTROL, c.Pause()) == "not_running"


def test_phases_without_time_are_left_out() -> None:
    play = Play(tiny(clocks={"short": QUICK}))
    assert (play.world.timer.phase, play.world.timer.ends_at) == ("planning", 60.0)
    play.close()
    play.settle()
    assert (play.world.timer.turn, play.world.timer.phase) == (2, "planning")
    play.close()
    play.settle()
    assert (play.world.timer.turn, play.world.timer.phase) == (2, "feedback")
    assert play.world.timer.ends_at is None


# Phases


def test_two_facilitators_close_a_phase_in_the_same_instant() -> None:
    play = Play()
    play.ask(CONTROL, c.ClosePhase(1, "briefing"))
    assert play.refused(CONTROL, c.ClosePhase(1, "briefing")) == "stale_turn"
    assert play.world.timer.phase == "planning"


def test_adjudication_has_no_end_by_the_clock_and_feedback_follows_it() -> None:
    play = Play().plan()
    play.close()
    assert (play.world.timer.phase, play.world.timer.ends_at) == ("adjudication", None)
    assert play.refused(CONTROL, c.ClosePhase(1, "adjudication")) == "rulings_open"
    play.settle()
    assert (play.world.timer.phase, play.world.adjudicated) == ("feedback", True)
    assert set(play.world.history) == {0, 1}


def test_the_next_turn_brings_new_estimates() -> None:
    play = Play().plan()
    play.close()
    play.settle()
    play.close()
    assert (play.world.timer.turn, play.world.timer.phase) == (2, "briefing")
    assert set(play.world.believed) == {0, 1}
    assert not play.world.adjudicated


def test_after_the_last_turn_control_ends_the_exercise() -> None:
    play = Play()
    play.to(2, "feedback")
    assert play.refused(CONTROL, c.ClosePhase(2, "feedback")) == "wrong_phase"
    play.wait(10_000)
    assert play.world.timer.phase == "feedback"
    play.ask(CONTROL, c.EndExercise(TEXT, "seed", "nonce"))
    assert (play.world.status, play.world.seed, play.world.nonce) == ("ended", "seed", "nonce")


def test_the_scenarios_own_end_stops_the_turns() -> None:
    play = Play(tiny(stop_when=formula("tension >= 0"))).plan()
    play.close()
    play.settle()
    assert play.refused(CONTROL, c.ClosePhase(1, "feedback")) == "wrong_phase"


def test_after_endex_only_the_hot_wash_goes_on() -> None:
    play = Play()
    play.ask(CONTROL, c.EndExercise(TEXT, "seed", "nonce"))
    assert play.refused(NORTH, c.SendDispatch("d1", ("control",), NO_TEXT, TEXT)) == "ended"
    assert play.refused(CONTROL, c.Rewind(1, TEXT)) == "ended"
    play.ask(NORTH, c.AnswerHotWash("surprise", TEXT))
    play.ask(CONTROL, c.RecordObservation("n1", "lo1", TEXT))


def test_the_system_closes_what_is_over_and_nothing_else() -> None:
    play = Play()
    assert play.refused(SYSTEM, c.ClosePhase(1, "briefing")) == "not_possible"
    play.at = 60.0
    play.ask(SYSTEM, c.ClosePhase(1, "briefing"))
    assert play.world.timer.phase == "planning"


# The clock


def test_a_pause_keeps_what_is_left() -> None:
    play = Play()
    play.at = 20.0
    assert play.refused(CONTROL, c.Resume()) == "not_paused"
    play.ask(CONTROL, c.Pause())
    assert play.refused(CONTROL, c.Pause()) == "paused"
    assert play.refused(CONTROL, c.ClosePhase(1, "briefing")) == "paused"
    play.at = 500.0
    play.ask(CONTROL, c.Resume())
    assert play.world.timer.ends_at == 540.0


def test_talk_goes_on_in_a_pause() -> None:
    play = Play()
    play.ask(CONTROL, c.Pause())
    play.ask(NORTH, c.SendDispatch("d1", ("team:south",), NO_TEXT, TEXT))
    play.ask(NORTH, c.CallControl("c1", TEXT))
    assert play.refused(NORTH, c.WithdrawOrder("o1")) == "paused"


@pytest.mark.parametrize("seconds", [0, -5, float("nan"), float("inf"), 1e9])
def test_an_extension_is_of_a_sane_length(seconds: float) -> None:
    assert Play().refused(CONTROL, c.Extend(1, "briefing", seconds)) == "bad_value"


def test_an_extension_of_the_wrong_phase_or_team_is_refused() -> None:
    play = Play()
    assert play.refused(CONTROL, c.Extend(1, "planning", 60)) == "stale_turn"
    assert play.refused(CONTROL, c.Extend(1, "briefing", 60, "east")) == "unknown_team"
    play.plan().close()
    assert play.refused(CONTROL, c.Extend(1, "adjudication", 60)) == "not_possible"


def test_time_that_has_run_out_is_extended_from_now() -> None:
    play = Play(auto_advance=False)
    play.at = 100.0
    play.ask(CONTROL, c.Extend(1, "briefing", 30))
    assert play.world.timer.ends_at == 130.0


# The end and the way back


def test_a_rewind_restores_the_world_and_stops_the_clock() -> None:
    play = Play().plan()
    play.at = 10.0
    seq = len(play.log)
    play.ask(NORTH, order())
    assert play.refused(CONTROL, c.Rewind(seq, NO_TEXT)) == "missing_reason"
    assert play.refused(CONTROL, c.Rewind(0, TEXT)) == "unknown_point"
    play.ask(CONTROL, c.Rewind(seq, TEXT))
    assert (play.world.orders, play.world.attempt, play.world.timer.paused) == ({}, 1, True)
    play.at = 40.0
    play.ask(CONTROL, c.Resume())
    assert play.world.timer.ends_at == 640.0
    play.ask(NORTH, order())


def test_the_same_turn_falls_otherwise_after_a_rewind() -> None:
    play = Play().plan()
    seq = len(play.log)
    play.to(2, "briefing")
    before = play.world.estimates["north"]
    play.ask(CONTROL, c.Rewind(seq, TEXT))
    play.ask(CONTROL, c.Resume())
    play.to(2, "briefing")
    assert play.world.estimates["north"] != before


# Control's hand


def test_control_sets_a_value_and_only_those_hear_who_may_see_it() -> None:
    play = Play()
    (adjusted,) = play.ask(CONTROL, c.AdjustVariable("army.S", 55, TEXT))
    assert adjusted == e.VariableAdjusted(("team:south",), "army.S", 40, 55.0, TEXT)
    assert play.world.state["army.S"] == 55


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("nothing", 1, "unknown_variable"),
        ("tension", 11, "bad_value"),
        ("tension", -1, "bad_value"),
        ("tension", "high", "bad_value"),
        ("tension", True, "bad_value"),
        ("tension", 4, "bad_value"),
        ("status", "peace", "bad_value"),
        ("aid", 1.5, "bad_value"),
    ],
)
def test_a_value_is_one_that_the_variable_can_take(path: str, value: Value, code: str) -> None:
    assert Play().refused(CONTROL, c.AdjustVariable(path, value, TEXT)) == code


def test_an_adjustment_has_a_reason_and_players_make_none() -> None:
    play = Play()
    assert play.refused(CONTROL, c.AdjustVariable("tension", 5, NO_TEXT)) == "missing_reason"
    assert play.refused(SOUTH, c.AdjustVariable("tension", 5, TEXT)) == "not_yours"


def test_a_change_of_seat_is_on_record() -> None:
    play = Play()
    play.ask(CONTROL, c.ChangeSeat(NORTH, "bot"))
    assert play.world.seats == {NORTH: "bot"}
    assert play.refused(CONTROL, c.ChangeSeat("nobody", "bot")) == "unknown_seat"
