"""Where the turns and phases stand by the clock: what is over, what is due, what comes last."""

from wargame.engine.commands import SYSTEM_SEAT
from wargame.engine.formula import FormulaError
from wargame.engine.scenario import PHASES, Answer, Phase, Team
from wargame.engine.sight import CONTROL_VIEWER, Viewer, may_see, sight
from wargame.engine.world import InjectState, Moment, World

LONGEST = 86_400.0
"""Seconds: a phase is never planned longer, or extended by more at once."""


def closes_at(world: World) -> float | None:
    """When the clock closes the phase: when the last team's time is over. None if nothing closes it by itself."""
    timer = world.timer
    by_clock = world.status == "running" and world.setup.auto_advance and timer.phase != "adjudication"
    if not by_clock or timer.paused or timer.ends_at is None or (timer.phase == "feedback" and is_last(world)):
        return None
    return round(timer.ends_at + max(timer.extra.values(), default=0.0), 6)


def overdue(world: World, now: float) -> bool:
    """Whether the clock should close the phase."""
    at = closes_at(world)
    return at is not None and now >= at


def is_last(world: World) -> bool:
    """Whether the exercise ends with this turn: the clock's last, or the scenario's end is reached."""
    return world.timer.turn >= len(world.clock.turns) or _stopped(world)


def _stopped(world: World) -> bool:
    stop = world.scenario.stop_when
    try:
        return stop is not None and world.adjudicated and stop.holds(sight(world, CONTROL_VIEWER))
    except FormulaError:
        return False


# Injects by the clock


def scheduled(world: World, state: InjectState) -> bool:
    """Whether the clock brings it."""
    return not state.improvised and world.scenario.injects[state.id].trigger.kind == "scheduled"


def moment_of(world: World, state: InjectState) -> Moment:
    """When a scheduled inject comes: where control moved it, else where the pack has it."""
    return played(world, state.moved) if state.moved else planned_moment(world, state)


def planned_moment(world: World, state: InjectState) -> Moment:
    """Where the pack has a scheduled inject."""
    trigger = world.scenario.injects[state.id].trigger
    return played(world, Moment(trigger.turn, trigger.phase, trigger.offset))


def played(world: World, moment: Moment) -> Moment:
    """What falls into a phase that this clock leaves out comes as the next one opens."""
    seconds = world.clock.seconds
    if moment.phase == "feedback" and not seconds.get("feedback") and moment.turn < len(world.clock.turns):
        moment = Moment(moment.turn + 1, "briefing", 0.0)
    if moment.phase == "briefing" and not seconds.get("briefing"):
        return Moment(moment.turn, "planning", 0.0)
    return moment


def fires_at(world: World, state: InjectState) -> float | None:
    """When a scheduled inject is due by the clock as it stands, if that is in the present phase."""
    if world.status != "running" or not scheduled(world, state):
        return None
    timer, moment = world.timer, moment_of(world, state)
    if (moment.turn, moment.phase) != (timer.turn, timer.phase):
        return None
    return round(timer.opened_at + timer.paused_for + moment.offset, 6)


def past(world: World, moment: Moment, now: float) -> bool:
    """Whether the clock has gone by this moment."""
    timer = world.timer
    if (moment.turn, moment.phase) != (timer.turn, timer.phase):
        return (moment.turn, PHASES.index(moment.phase)) < (timer.turn, PHASES.index(timer.phase))
    return timer.opened_at + timer.paused_for + moment.offset < (timer.paused_at if timer.paused else now)


def lasts(world: World, turn: int, phase: Phase) -> float | None:
    """Seconds until the clock closes this phase, from its opening, pauses out. None if control closes it."""
    timer = world.timer
    if not world.setup.auto_advance:
        return None
    if (turn, phase) == (timer.turn, timer.phase) and timer.ends_at is not None:
        ends_at = timer.paused_at + timer.remaining if timer.paused and timer.remaining is not None else timer.ends_at
        return round(ends_at - timer.opened_at - timer.paused_for, 6)
    return world.clock.seconds.get(phase) or None


def due_injects(world: World, now: float) -> tuple[str, ...]:
    """Armed injects whose time has come, in the order in which it came. While the clock is paused, none."""
    return tuple(id for at, id in sorted(_firing(world), key=lambda pair: pair[0]) if at <= now)


def next_inject(world: World) -> float | None:
    """When the next scheduled inject of this phase is due; none while the clock is paused."""
    return min((at for at, _ in _firing(world)), default=None)


def _firing(world: World) -> list[tuple[float, str]]:
    """When each armed inject of this phase fires."""
    if world.timer.paused:
        return []
    armed = (state for state in world.injects.values() if state.status == "armed")
    return [(at, state.id) for state in armed if (at := fires_at(world, state)) is not None]


# Answers by the clock


def answer_over(world: World, inject: InjectState, now: float) -> bool:
    """Whether it is too late to answer: the time given is over, or the phase it was asked in."""
    if inject.answer_by is not None:
        return not world.timer.paused and now >= inject.answer_by
    return inject.turn < world.timer.turn or inject.at < world.timer.opened_at


def unanswered(world: World, now: float) -> tuple[str, ...]:
    """Fired injects that nobody has answered in time and that have a default answer; and windows whose time is over."""
    return tuple(state.id for state in _waiting(world) if answer_over(world, state, now))


def _waiting(world: World) -> list[InjectState]:
    held = {state.id for state in windows(world)}
    states = world.injects.values()
    return [s for s in states if s.id in held or (has_default(world, s) and not s.answers)]


def windows(world: World) -> list[InjectState]:
    """The questions that adjudication waits for: not yet answered by every team asked, nor closed."""
    if world.timer.phase != "adjudication":
        return []
    holding = world.scenario.once(("holding", world.setup.team_set), lambda: _holding(world))
    return [world.injects[id] for id, asked in holding.items() if id in world.injects and _holds(world, id, asked)]


def _holding(world: World) -> dict[str, list[frozenset[str]]]:
    """The injects that hold the adjudication, and the seats of each team that they ask."""
    return {
        id: [frozenset(s.id for s in t.seats) for t in world.teams if _is_asked(world, t, inject.answer)]
        for id, inject in world.scenario.injects.items()
        if inject.answer and inject.answer.holds
    }


def _holds(world: World, id: str, asked: list[frozenset[str]]) -> bool:
    state = world.injects[id]
    if state.status != "fired" or state.turn != world.timer.turn or SYSTEM_SEAT in state.answers:
        return False
    return any(state.answers.keys().isdisjoint(seats) for seats in asked)


def _is_asked(world: World, team: Team, asked: Answer) -> bool:
    return any(may_see(world, Viewer("seat", seat.id, seat.team), asked.seats) for seat in team.seats)


def has_default(world: World, state: InjectState) -> bool:
    """Whether the inject asks, and says what counts if nobody answers."""
    inject = world.scenario.injects.get(state.id)
    return state.status == "fired" and inject is not None and inject.answer is not None and bool(inject.answer.default)


def next_default(world: World) -> float | None:
    """When the next default answer is due by its own deadline."""
    if world.timer.paused or world.status != "running":
        return None
    return min((s.answer_by for s in _waiting(world) if s.answer_by is not None), default=None)
