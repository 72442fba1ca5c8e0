"""The log as control reads it: one sentence an event."""

from collections.abc import Iterable, Mapping

from wargame.engine.commands import NO_TEXT, TextRef
from wargame.engine.events import Event, RulingIssued
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.told import told
from wargame.engine.views import may_read
from wargame.engine.world import World
from wargame.exercises.queries import Line
from wargame.live.frames.server import LogLine


def reasons_taken_back(lines: Iterable[Line]) -> list[TextRef]:
    """Why control acted, of what a rewind took back; as far as control could read it then."""
    refs = ((line.world, reason(line.logged.event)) for line in lines if line.void)
    return [ref for world, ref in refs if ref and may_read(world, CONTROL_VIEWER, ref)]


def log_line(line: Line, taken_back: Mapping[TextRef, str]) -> LogLine:
    """One line, as the console shows it; `taken_back` has the words of `reasons_taken_back`, but for erased ones."""
    event = line.logged.event
    return LogLine(
        seq=line.logged.seq,
        at=line.logged.at,
        turn=line.turn,
        kind=type(event).__name__,
        sentence=told(line.world, CONTROL_VIEWER, event),
        reason="" if line.void else reason(event),
        why=taken_back.get(reason(event), "") if line.void else "",
        void=line.void,
        team=side(line.world, event),
        by=line.by,
        hash=line.hash,
    )


def reason(event: Event) -> TextRef:
    """The text in which control, or a party, said why."""
    if isinstance(event, RulingIssued):
        return event.ticket.decision.reason if event.ticket.decision else NO_TEXT
    return getattr(event, "reason", NO_TEXT)


def side(world: World, event: Event) -> str:
    """Id of the team that acted; "" if it was control, the clock or a rule."""
    seat = world.seat(getattr(event, "seat", ""))
    if seat is not None:
        return seat.team
    order = world.orders.get(getattr(event, "order", ""))
    return order.team if order else world.team_of(getattr(event, "actor", ""))
