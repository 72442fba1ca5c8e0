"""Who may ask what, and when: role by seat, state of the exercise, turn, pause, phase and deadline.

What a command is about (this order, that agreement) is its handler's to judge.
"""

from typing import Final

from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT, Ask, Command
from wargame.engine.observers import observes
from wargame.engine.refusals import Code, Refused
from wargame.engine.world import World

Kinds = tuple[type[Command], ...]

CONTROL: Final[Kinds] = c.ControlCommand.__args__
SYSTEM: Final[Kinds] = c.SystemCommand.__args__
PLAYER: Final[Kinds] = c.PlayerCommand.__args__
OBSERVER: Final[Kinds] = (c.RecordObservation,)

ALSO_CONTROL: Final[Kinds] = (
    c.SendDispatch,
    c.ProposeAgreement,
    c.ReviseAgreement,
    c.SignAgreement,
    c.EndAgreement,
)
"""What players send and control too, for the actors that it plays."""
AFTER_THE_END: Final[Kinds] = (c.AnswerHotWash, c.RecordObservation)
WHILE_THE_CLOCK_RUNS: Final[Kinds] = (
    c.ClosePhase,
    c.Pause,
    c.Adjudicate,
    c.FireDue,
    c.SubmitOrder,
    c.WithdrawOrder,
    c.AnswerInject,
    c.SignAgreement,
    c.EndAgreement,
)
IN_PLANNING: Final[Kinds] = (c.SubmitOrder, c.WithdrawOrder)
IN_ADJUDICATION: Final[Kinds] = (c.AcceptRuling, c.OverrideRuling, c.RuleFreeOrder, c.Adjudicate)


def check(world: World, ask: Ask) -> None:
    """Raise `Refused` if this seat may not ask this now."""
    _check_role(world, ask)
    _check_status(world, ask.command)
    _check_turn(world, ask.command)
    _check_pause(world, ask.command)
    _check_phase(world, ask.command)
    _check_deadline(world, ask)


def _check_role(world: World, ask: Ask) -> None:
    if ask.seat == CONTROL_SEAT:
        allowed = isinstance(ask.command, CONTROL + ALSO_CONTROL)
    elif ask.seat == SYSTEM_SEAT:
        allowed = isinstance(ask.command, SYSTEM)
    elif observes(ask.seat):
        allowed = isinstance(ask.command, OBSERVER)
    elif world.seat(ask.seat) is None:
        raise Refused(Code.UNKNOWN_SEAT, "This seat does not exist here; join again with your code.")
    else:
        allowed = isinstance(ask.command, PLAYER)
    if not allowed:
        raise Refused(Code.NOT_YOURS, "Your seat may not do this; ask control.")


def _check_status(world: World, command: Command) -> None:
    if isinstance(command, c.StartExercise):
        if world.status != "lobby":
            raise Refused(Code.ALREADY_STARTED, "The exercise has already started; open it.")
    elif world.status == "lobby":
        raise Refused(Code.NOT_RUNNING, "The exercise has not started; wait for control.")
    elif world.status == "ended":
        if not isinstance(command, AFTER_THE_END):
            raise Refused(Code.ENDED, "The exercise has ended; read its report.")
    elif isinstance(command, c.AnswerHotWash):
        raise Refused(Code.NOT_RUNNING, "The hot wash begins when control ends the exercise.")


def _check_turn(world: World, command: Command) -> None:
    timer = world.timer
    match command:
        case c.ClosePhase(turn=turn, phase=phase) | c.Extend(turn=turn, phase=phase):
            if (turn, phase) != (timer.turn, timer.phase):
                raise Refused(
                    Code.STALE_TURN, f"That phase is already closed; this is turn {timer.turn}, {timer.phase}."
                )
        case c.Adjudicate(turn=turn, attempt=attempt):
            if (turn, attempt) != (timer.turn, world.attempt):
                raise Refused(Code.STALE_TURN, "That turn is already adjudicated, or was rewound.")
        case c.SubmitOrder(turn=turn):
            if turn not in (0, timer.turn):
                raise Refused(Code.STALE_TURN, f"That was for turn {turn}; look at turn {timer.turn} and submit again.")
        case _:
            pass


def _check_pause(world: World, command: Command) -> None:
    if isinstance(command, c.Resume):
        if not world.timer.paused:
            raise Refused(Code.NOT_PAUSED, "The clock is running; there is nothing to resume.")
    elif world.timer.paused and isinstance(command, WHILE_THE_CLOCK_RUNS):
        raise Refused(Code.PAUSED, "The clock is paused; wait until control resumes it.")


def _check_phase(world: World, command: Command) -> None:
    phase = world.timer.phase
    if isinstance(command, IN_PLANNING) and phase != "planning":
        raise Refused(Code.WRONG_PHASE, f"Orders are taken in planning, and this is {phase}; keep it as a draft.")
    if isinstance(command, IN_ADJUDICATION) and phase != "adjudication":
        raise Refused(Code.WRONG_PHASE, "Rulings are made in adjudication; close planning first.")


def _check_deadline(world: World, ask: Ask) -> None:
    if isinstance(ask.command, IN_PLANNING) and world.setup.auto_advance:
        seat = world.seat(ask.seat)
        ends_at = deadline(world, seat.team if seat else "")
        if ends_at is not None and ask.at > ends_at:
            raise Refused(Code.TOO_LATE, "Your time for this turn is over; keep it as a draft for the next.")


def deadline(world: World, team: str) -> float | None:
    """When the present phase ends for this team; none if it has no planned end or the clock is paused."""
    timer = world.timer
    return None if timer.ends_at is None or timer.paused else timer.ends_at + timer.extra.get(team, 0.0)
