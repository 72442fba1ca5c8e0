"""The log as control reads it: one sentence an event."""

from wargame.engine.events import Event
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.told import told
from wargame.engine.world import World
from wargame.exercises.queries import Line
from wargame.live.frames import LogLine


def log_line(world: World, line: Line) -> LogLine:
    """One line; `world` is the present one."""
    event = line.logged.event
    return LogLine(
        seq=line.logged.seq,
        at=line.logged.at,
        turn=line.turn,
        kind=type(event).__name__,
        sentence=sentence(world, event),
        team=side(world, event),
        hash=line.hash,
    )


def sentence(world: World, event: Event) -> str:
    """What happened. A rewind takes objects out of the world whose events stay in the log."""
    try:
        return told(world, CONTROL_VIEWER, event)
    except KeyError:
        return "Taken back by a rewind"


def side(world: World, event: Event) -> str:
    """Id of the team that acted; "" if it was control, the clock or a rule."""
    seat = world.seat(getattr(event, "seat", ""))
    if seat is not None:
        return seat.team
    order = world.orders.get(getattr(event, "order", ""))
    return order.team if order else world.team_of(getattr(event, "actor", ""))
