"""Which parts an event may change, so that a room makes only those anew.

Whatever may move a value or the clock touches every part. The rest is narrow, and that is more than thrift: what one
side does on its own makes no work for another's view.
"""

from wargame.engine import events as e
from wargame.engine.events import Event
from wargame.engine.scenario import Audience
from wargame.engine.world import World

Parts = frozenset[str]
"""Of "public", "team:x", "seat:x.y" and "control"."""

CONTROL: Parts = frozenset({"control"})


def touches(world: World, event: Event) -> Parts:
    """The parts that may differ in `world`, the world after the event, from what they were before it."""
    match event:
        case e.OrderSubmitted() | e.OrderWithdrawn() | e.OrderReturned():
            return _team(world, world.orders[event.order].team) | _readiness(world)
        case e.EstimatesDrawn():
            return _team(world, event.team)
        case e.InjectFired(changes=(), later=()) | e.InjectImprovised():
            return _reached(world, event.audience)
        case e.InjectAnswered(changes=(), later=()) if world.seat(event.seat):
            return _of_seat(world, event.seat)
        case e.DispatchSent():
            return CONTROL | frozenset(event.audience)
        case e.ControlCalled() | e.ObservationRecorded():
            return _reached(world, event.audience)
        case e.CallAnswered():
            return _of_seat(world, world.calls[event.call].seat)
        case e.AgreementProposed() | e.AgreementRevised() | e.AgreementSigned():
            return _reached(world, world.agreements[event.agreement].audience)
        case e.HotWashAnswered():
            return _of_seat(world, event.seat)
        case e.Extended(team=team) if team:
            return _team(world, team)
        case e.RulingProposed() | e.InjectHeld() | e.InjectSkipped() | e.InjectRearmed() | e.InjectMoved():
            return CONTROL
        case e.SeatChanged():
            return CONTROL
        case _:
            return everything(world)


def everything(world: World) -> Parts:
    return frozenset().union({"public"}, CONTROL, *(_team(world, team.id) for team in world.teams))


def _team(world: World, team: str) -> Parts:
    """The team, its seats, and control."""
    found = world.team(team)
    seats = {f"seat:{seat.id}" for seat in found.seats} if found else set()
    return CONTROL | {f"team:{team}"} | seats if found else CONTROL


def _of_seat(world: World, seat: str) -> Parts:
    found = world.seat(seat)
    return _team(world, found.team) if found else CONTROL


def _readiness(world: World) -> Parts:
    return frozenset({"public"}) if world.setup.show_readiness else frozenset()


def _reached(world: World, audience: Audience) -> Parts:
    """Whoever is of the audience, and control."""
    if "all" in audience:
        return everything(world)
    parts = set(CONTROL)
    for entry in audience:
        kind, _, name = entry.partition(":")
        parts |= _team(world, name) if kind == "team" else {entry}
    return frozenset(parts)
