"""The course of an exercise: its start, its turns and phases, the clock, its end, and control's hand on it."""

import math
from collections.abc import Iterable

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.adjudication.deeds import clamped
from wargame.engine.adjudication.effects import fire
from wargame.engine.adjudication.pipeline import adjudicate
from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT
from wargame.engine.decisions.case import Case, known_variable, leader, must_reason
from wargame.engine.decisions.injects import close_windows, fire_not_done, fire_scheduled
from wargame.engine.decisions.orders import submit
from wargame.engine.dice import Dice
from wargame.engine.dice import Key as DrawKey
from wargame.engine.events import Event
from wargame.engine.forms import value_for
from wargame.engine.phases import LONGEST, is_last, overdue
from wargame.engine.progress import Progress
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import ALL, MODES, PHASES, Arm, Deck, Phase, Scenario, Team, Variable
from wargame.engine.sight import Viewer, may_see, resolved
from wargame.engine.world import World

# Start and end


def start_exercise(case: Case, command: c.StartExercise) -> tuple[Event, ...]:
    check_setup(case.world.scenario, command.setup)
    progress = case.progress()
    progress.add(
        e.ExerciseStarted(ALL, command.setup, command.pack_hash, command.rules_hash, command.commitment),
    )
    for deck in case.world.scenario.decks.values():
        _deal(progress, deck, case.dice)
    for arm in arms_of(case.world.scenario, command.setup):
        fire(progress, case.dice, arm.inject, "treatment")
    _open_turn(progress, 1, case.dice)
    return progress.events


def check_setup(pack: Scenario, setup: c.Setup) -> None:
    """Raise `Refused` unless the scenario can be played like this. Asked when a lobby opens too."""
    known: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("clock", setup.clock, pack.clocks),
        ("start_card", setup.start_card, pack.start_cards),
        ("rule_card", setup.rule_card, pack.rule_cards),
        ("team_set", setup.team_set, pack.team_sets),
        ("mode", setup.mode, MODES),
    )
    for name, choice, choices in known:
        if choice not in choices:
            raise Refused(Code.UNKNOWN_SETUP, f"{name}: there is no “{choice}”; choose one of {', '.join(choices)}.")
    for phase, seconds in setup.seconds.items():
        if phase not in PHASES or not 0 <= seconds <= LONGEST:
            raise Refused(Code.UNKNOWN_SETUP, "seconds: give phases from no time to one day.")
    for name, chosen in setup.treatments.items():
        if name not in pack.treatments:
            raise Refused(Code.UNKNOWN_SETUP, f"treatments: there is no “{name}” in this scenario; leave it out.")
        if chosen not in pack.treatments[name].arms:
            arms = ", ".join(pack.treatments[name].arms)
            raise Refused(Code.UNKNOWN_SETUP, f"treatments: {name} has no “{chosen}”; choose one of {arms}.")


def arms_of(pack: Scenario, setup: c.Setup) -> list[Arm]:
    """The arms in play, in the pack's order."""
    chosen = setup.treatments
    return [treatment.arms[chosen[id]] for id, treatment in pack.treatments.items() if id in chosen]


def _deal(progress: Progress, deck: Deck, dice: Dice) -> None:
    """One card of the deck, for the start card in play, to the seats that may see its variable."""
    world = progress.world
    cards = deck.cards.get(world.setup.start_card, ())
    if not cards:
        return
    left = dice.draw(world.attempt, 0, 0, "deck", deck.id) * sum(weight for _, weight in cards)
    value = cards[-1][0]
    for card, weight in cards:
        left -= weight
        if left < 0:
            value = card
            break
    see = resolved(world, world.scenario.variables[deck.path].see)
    progress.add(e.CardDealt(see, deck.id, deck.path, value))


def end_exercise(case: Case, command: c.EndExercise) -> tuple[Event, ...]:
    return (e.ExerciseEnded(ALL, command.reason, command.seed, command.nonce),)


def rewind(case: Case, command: c.Rewind) -> tuple[Event, ...]:
    must_reason(command.reason)
    if command.to < 1:
        raise Refused(Code.UNKNOWN_POINT, "Choose a point of the log after the start of the exercise.")
    return (e.Rewound(ALL, command.to, command.reason, case.world.attempt + 1, command.share),)


# Turns and phases


def close_phase(case: Case, command: c.ClosePhase) -> tuple[Event, ...]:
    world = case.world
    if case.seat == SYSTEM_SEAT and not overdue(world, case.at):
        raise Refused(Code.NOT_POSSIBLE, "The phase still has time, or control closes it by hand; ask again later.")
    progress = case.progress()
    match command.phase:
        case "briefing":
            _open_phase(progress, case.dice, "planning")
        case "planning":
            _submit_ready(progress, case, command.ready)
            fire_not_done(progress, case.dice)
            _open_phase(progress, case.dice, "adjudication")
        case "adjudication":
            close_windows(progress, case.dice)
            if not progress.events:
                raise Refused(Code.RULINGS_OPEN, "Adjudication closes by itself; decide the rulings that wait for you.")
        case "feedback":
            if is_last(world):
                raise Refused(Code.WRONG_PHASE, "This was the last turn; end the exercise.")
            _open_turn(progress, world.timer.turn + 1, case.dice)
    return progress.events


def adjudicate_turn(case: Case, command: c.Adjudicate) -> tuple[Event, ...]:
    """As far as it can go without control; once it is done, feedback, or the next turn where feedback has no time."""
    progress = case.progress()
    progress.add(*adjudicate(case.world, case.dice, case.at))
    if not progress.events:
        raise Refused(Code.RULINGS_OPEN, "Rulings wait for control; ask again when they are decided.")
    if progress.world.adjudicated:
        if progress.world.clock.seconds.get("feedback", 0.0) > 0 or is_last(progress.world):
            _open_phase(progress, case.dice, "feedback")
        else:
            _open_turn(progress, progress.world.timer.turn + 1, case.dice)
    return progress.events


def _open_turn(progress: Progress, turn: int, dice: Dice) -> None:
    for team in progress.world.teams:
        _estimate(progress, team, turn, dice)
    briefed = progress.world.clock.seconds.get("briefing", 0.0) > 0
    _open_phase(progress, dice, "briefing" if briefed else "planning", turn)


def _open_phase(progress: Progress, dice: Dice, phase: Phase, turn: int = 0) -> None:
    """Open the phase and fire what the scenario has for its first second. No clock closes adjudication."""
    turn = turn or progress.world.timer.turn
    seconds = 0.0 if phase == "adjudication" else progress.world.clock.seconds.get(phase, 0.0)
    ends_at = round(progress.at + seconds, 6) if seconds > 0 else None
    progress.add(e.PhaseOpened(ALL, turn, phase, ends_at))
    fire_scheduled(progress, dice)


def _submit_ready(progress: Progress, case: Case, ready: tuple[c.SubmitOrder, ...]) -> None:
    """What teams had marked ready is submitted by whoever leads them; what is not legal stays a draft."""
    for command in ready:
        team = progress.world.team(progress.world.team_of(command.actor))
        seat = leader(progress.world, team.id) or next(iter(team.seats), None) if team else None
        if seat is None:
            continue
        try:
            progress.add(*submit(Case(progress.world, seat.id, case.at, case.dice), command))
        except Refused:
            continue


def _estimate(progress: Progress, team: Team, turn: int, dice: Dice) -> None:
    """What the team believes of values that it may not see."""
    world = progress.world
    viewer = Viewer("seat", team=team.id)
    values = {
        path: _estimated(world, variable, team.id, turn, dice)
        for path, variable in world.scenario.variables.items()
        if variable.estimate
        and not may_see(world, viewer, variable.see)
        and may_see(world, viewer, variable.estimate.audience)
    }
    if values:
        progress.add(e.EstimatesDrawn((f"team:{team.id}",), team.id, turn, values))


def _estimated(world: World, variable: Variable, team: str, turn: int, dice: Dice) -> float:
    """Truth and error, rounded to the step, within the variable's range."""
    estimate, truth = variable.estimate, world.state[variable.path]
    assert estimate and not isinstance(truth, str), "the loader lets only numbers be estimated"
    key = DrawKey(world.attempt, turn, 0, "estimate", f"{variable.path} {team}")
    value = dice.normal(key, float(truth), estimate.spread)
    if estimate.step > 0:
        value = round(value / estimate.step) * estimate.step
    return round(clamped(variable, value), 6)


# The clock


def pause(case: Case, command: c.Pause) -> tuple[Event, ...]:
    ends_at = case.world.timer.ends_at
    return (e.Paused(ALL, None if ends_at is None else round(max(0.0, ends_at - case.at), 6)),)


def resume(case: Case, command: c.Resume) -> tuple[Event, ...]:
    remaining = case.world.timer.remaining
    return (e.Resumed(ALL, None if remaining is None else round(case.at + remaining, 6)),)


def extend(case: Case, command: c.Extend) -> tuple[Event, ...]:
    """A phase whose time has run out gets its extension from now on."""
    timer = case.world.timer
    if not math.isfinite(command.seconds) or not 0 < command.seconds <= LONGEST:
        raise Refused(Code.BAD_VALUE, "Extend by one second to one day.")
    if command.team and case.world.team(command.team) is None:
        raise Refused(Code.UNKNOWN_TEAM, "There is no such team; choose one of this exercise's teams.")
    if timer.ends_at is None:
        raise Refused(Code.NOT_POSSIBLE, "This phase has no planned end; close it when you are ready.")
    late = 0.0 if timer.paused else max(0.0, case.at - timer.ends_at - timer.extra.get(command.team, 0.0))
    audience = (f"team:{command.team}",) if command.team else ALL
    return (e.Extended(audience, round(command.seconds + late, 6), command.team),)


# Control's hand


def adjust_variable(case: Case, command: c.AdjustVariable) -> tuple[Event, ...]:
    must_reason(command.reason)
    variable = known_variable(case.world, command.path)
    before, after = case.world.state[command.path], value_for(variable, command.value)
    if after == before:
        raise Refused(Code.BAD_VALUE, f"“{variable.name}” has that value already.")
    see = resolved(case.world, variable.see)
    return (e.VariableAdjusted(see, command.path, before, after, command.reason),)


def change_seat(case: Case, command: c.ChangeSeat) -> tuple[Event, ...]:
    seat = case.world.seat(command.seat)
    if seat is None:
        raise Refused(Code.UNKNOWN_SEAT, "There is no such seat; choose one of this exercise's seats.")
    if case.world.seats.get(command.seat) == command.what:
        return ()
    return (e.SeatChanged((CONTROL_SEAT, f"team:{seat.team}"), command.seat, command.what),)
