"""What nobody needs to ask for: phases whose time is over, injects whose time has come, adjudication that can go on."""

from wargame.engine.adjudication.pipeline import waits_for_control
from wargame.engine.commands import SYSTEM_SEAT, Adjudicate, Ask, ClosePhase, Command, FireDue
from wargame.engine.phases import closes_at, due_injects, next_default, next_inject, overdue, unanswered, windows
from wargame.engine.world import World


def due(world: World, now: float) -> tuple[Ask, ...]:
    """What the system asks now, most urgent first. Ask again after each: one may settle the next.

    `ClosePhase` comes without drafts; whoever executes it adds those marked ready. Nothing is due while the clock is
    paused, before StartEx or after EndEx.
    """
    if world.status != "running" or world.timer.paused:
        return ()
    return tuple(Ask(command, SYSTEM_SEAT, max(now, world.last_at)) for command in _commands(world, now))


def _commands(world: World, now: float) -> list[Command]:
    timer = world.timer
    commands: list[Command] = []
    injects = due_injects(world, now) + unanswered(world, now)
    if injects:
        commands.append(FireDue(injects))
    if overdue(world, now):
        commands.append(ClosePhase(timer.turn, timer.phase))
    if timer.phase == "adjudication" and not world.adjudicated and not (waits_for_control(world) or windows(world)):
        commands.append(Adjudicate(timer.turn, world.attempt))
    return commands


def due_next(world: World) -> float | None:
    """When something falls due by the clock, in seconds since StartEx; none if only people can move things on."""
    times = (closes_at(world), next_inject(world), next_default(world))
    return min((at for at in times if at is not None), default=None)
