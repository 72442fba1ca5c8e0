"""What nobody needs to ask for, and when to look again."""

from tests.engine.play import CONTROL, NORTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine.commands import Adjudicate, Ask, ClosePhase, FireDue
from wargame.engine.due import due, due_next


def asked(play: Play) -> list[c.Command]:
    return [ask.command for ask in due(play.world, play.at)]


def test_before_startex_and_after_endex_nothing_is_due() -> None:
    play = Play(start=False)
    assert (due(play.world, 1e6), due_next(play.world)) == ((), None)
    play = Play()
    play.ask(CONTROL, c.EndExercise(TEXT, "seed", "nonce"))
    assert (due(play.world, 1e6), due_next(play.world)) == ((), None)


def test_a_phase_closes_when_its_time_is_over() -> None:
    play = Play()
    assert due_next(play.world) == 60.0
    play.at = 59.9
    assert asked(play) == []
    play.at = 60.0
    assert due(play.world, play.at) == (Ask(ClosePhase(1, "briefing"), "system", 60.0),)


def test_the_last_teams_time_closes_the_phase() -> None:
    play = Play()
    play.ask(CONTROL, c.Extend(1, "briefing", 30, "north"))
    assert due_next(play.world) == 90.0
    play.at = 89.0
    assert asked(play) == []


def test_where_control_advances_by_hand_nothing_closes() -> None:
    play = Play(auto_advance=False)
    play.at = 1e6
    assert (asked(play), due_next(play.world)) == ([], None)


def test_in_a_pause_nothing_is_due() -> None:
    play = Play().plan()
    play.ask(CONTROL, c.Pause())
    play.at = 1e6
    assert (asked(play), due_next(play.world)) == ([], None)
    play.ask(CONTROL, c.Resume())
    assert due_next(play.world) == 1e6 + 60.0


def test_injects_come_before_the_closing() -> None:
    play = Play().plan()
    assert due_next(play.world) == 60.0
    play.at = 600.0
    assert asked(play) == [FireDue(("opening",)), ClosePhase(1, "planning")]


def test_adjudication_is_due_until_control_must_decide() -> None:
    play = Play(mode="umpire").plan()
    play.ask(NORTH, order())
    play.close()
    assert asked(play) == [Adjudicate(1, 0)]
    assert due_next(play.world) is None
    play.settle()
    assert play.world.proposed
    assert asked(play) == []
    play.ask(CONTROL, c.AcceptRuling(next(iter(play.world.proposed))))
    assert asked(play) == [Adjudicate(1, 0)]


def test_asked_twice_the_second_finds_nothing() -> None:
    play = Play().plan()
    play.close()
    play.ask("system", Adjudicate(1, 0))
    assert play.refused("system", Adjudicate(1, 0)) == "wrong_phase"
    assert play.refused("system", ClosePhase(1, "planning")) == "stale_turn"


def test_a_whole_exercise_plays_itself() -> None:
    play = Play()
    for _ in range(40):
        play.wait(60.0)
    assert (play.world.timer.turn, play.world.timer.phase, set(play.world.history)) == (2, "feedback", {0, 1, 2})
    assert (asked(play), due_next(play.world)) == ([], None)
