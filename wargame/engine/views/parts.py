"""The parts of a view, each made of pieces; a piece is made anew only when the maps that it reads have changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wargame.engine.observers import observes
from wargame.engine.sight import Viewer
from wargame.engine.views import (
    agreements,
    budget,
    control,
    exercise,
    injects,
    learning,
    menu,
    now,
    orders,
    picture,
    rewinds,
    rulings,
    talk,
    theatre,
)
from wargame.engine.views.kept import Kept
from wargame.engine.views.look import Look, Shape, control_look, observer_look, public_look, seat_look, team_look
from wargame.engine.world import World


@dataclass(frozen=True, slots=True)
class Piece:
    name: str
    make: Callable[[Look], Mapping[str, object]]
    reads: tuple[str, ...] = ()
    """Fields of the world beside scenario, set-up and status."""


VALUES = ("state", "estimates", "timer", "unplayed")

EXERCISE = Piece("exercise", exercise.exercise, ("commitment", "seed", "nonce"))
TIMER = Piece("timer", exercise.timer, ("timer",))
TEAMS = Piece("teams", exercise.teams, ("orders", "timer"))
ACTORS = Piece("actors", exercise.actors)
FACTS = Piece("facts", exercise.facts)
SOURCES = Piece("sources", exercise.sources)
TEMPLATES = Piece("templates", menu.templates, VALUES)
VARIABLES = Piece("variables", picture.variables, (*VALUES, "history", "believed"))
MAP = Piece("map", theatre.sheet)
MARKS = Piece("marks", theatre.marks)
RED_LINES = Piece("red_lines", picture.red_lines, ("red_lines",))
RULINGS = Piece("rulings", rulings.rulings, ("rulings", "proposed"))
INJECTS = Piece("injects", injects.injects, ("injects",))
AGREEMENTS = Piece("agreements", agreements.agreements, (*VALUES, "agreements"))
DISPATCHES = Piece("dispatches", talk.dispatches, ("dispatches",))
CALLS = Piece("calls", talk.calls, ("calls",))
REWINDS = Piece("rewinds", rewinds.rewinds, ("rewinds",))
ORDERS = Piece("orders", orders.orders, ("orders",))
BUDGET = Piece("budget", budget.budget, (*VALUES, "orders"))
MENU = Piece("menu", menu.menu, (*VALUES, "orders"))
OBJECTIVES = Piece("objectives", learning.objectives)
OBSERVATIONS = Piece("observations", learning.observations, ("observations",))
HOT_WASH = Piece("hot_wash", learning.hot_wash)
HOT_WASH_ANSWERS = Piece("hot_wash_answers", learning.hot_wash_answers, ("hot_wash",))
SCORES = Piece("scores", learning.scores, VALUES)
YOU = Piece("you", exercise.you)
NOW = Piece("now", now.now, (*VALUES, "orders", "injects", "agreements", "hot_wash"))

KNOWN = (VARIABLES, MARKS, RED_LINES, RULINGS, INJECTS)
"""What may lie in any circle."""
SHARED = (*KNOWN, AGREEMENTS, DISPATCHES)
"""What is said to whole teams at least."""
PUBLIC = (EXERCISE, TIMER, TEAMS, ACTORS, FACTS, SOURCES, TEMPLATES, MAP, REWINDS, *SHARED, CALLS, HOT_WASH, SCORES)
TEAM = (Piece("timer", exercise.own_timer, ("timer",)), *SHARED, CALLS, ORDERS, BUDGET, MENU, HOT_WASH_ANSWERS)
SEAT = (YOU, NOW, *KNOWN, CALLS)
OBSERVER = (YOU, OBSERVATIONS)
CONTROL = (
    *PUBLIC,
    YOU,
    Piece("now", now.now, ("timer", "orders", "injects", "rulings", "proposed", "calls", "dispatches")),
    Piece("queue", control.queue, ("timer", "orders", "injects", "rulings", "proposed", "calls", "dispatches")),
    Piece("msel", control.msel, (*VALUES, "injects")),
    Piece("later", control.later, ("later", "orders", "injects", "agreements")),
    ORDERS,
    BUDGET,
    OBJECTIVES,
    OBSERVATIONS,
    HOT_WASH_ANSWERS,
)


EVERY_PIECE_READS = ("scenario", "setup", "status")
FIELDS = tuple(sorted({field for piece in (*PUBLIC, *TEAM, *SEAT, *OBSERVER, *CONTROL) for field in piece.reads}))


@dataclass(slots=True)
class Before:
    """A part as it was made last, and from which world."""

    world: World
    part: Shape


def _part(look: Look, pieces: tuple[Piece, ...]) -> Shape:
    """The pieces by name; what is empty is absent. Only those that read what has changed are made again."""
    world = look.world
    before = look.kept.slot(("part", look.viewer), lambda: Before(world, {}))
    reads = (before.world, world)  # the same two for nearly all parts
    changed = look.kept.get("changed", reads, lambda: _changed(*reads)) if before.part else None
    again = [piece for piece in pieces if changed is None or not changed.isdisjoint(piece.reads)]
    if again:
        before.part = _assembled(pieces, before.part, {piece.name: piece.make(look) for piece in again})
    before.world = world
    return before.part


def _changed(before: World, after: World) -> frozenset[str] | None:
    """The fields that are not the same objects any more; none if that is so of what every piece reads."""
    if any(getattr(before, name) is not getattr(after, name) for name in EVERY_PIECE_READS):
        return None
    return frozenset(name for name in FIELDS if getattr(before, name) is not getattr(after, name))


def _assembled(pieces: tuple[Piece, ...], before: Shape, made: Mapping[str, Mapping[str, object]]) -> Shape:
    if all(made.values()) and made.keys() <= before.keys():
        return {**before, **made}  # none has come or gone
    found = ((piece.name, made.get(piece.name, before.get(piece.name))) for piece in pieces)
    return {name: shape for name, shape in found if shape}


def public_part(world: World, kept: Kept | None = None) -> Shape:
    """What everybody may know. Give the same `kept` each time for one exercise, and only what changed is made anew."""
    return _part(public_look(world, kept or Kept()), PUBLIC)


def team_part(world: World, team: str, kept: Kept | None = None) -> Shape:
    """What the team knows beyond the public."""
    return _part(team_look(world, team, kept or Kept()), TEAM)


def seat_part(world: World, seat: str, kept: Kept | None = None) -> Shape:
    """What the seat knows beyond its team, or an observer beyond the public. Raises KeyError for no seat."""
    if observes(seat):
        return _part(observer_look(world, seat, kept or Kept()), OBSERVER)
    return _part(seat_look(world, seat, kept or Kept()), SEAT)


def control_part(world: World, kept: Kept | None = None) -> Shape:
    """Everything."""
    return _part(control_look(world, kept or Kept()), CONTROL)


def view_for(world: World, viewer: Viewer, kept: Kept | None = None) -> dict[str, Shape]:
    """The viewer's whole view, as parts. Read it, never change it: its pieces are shared."""
    kept = kept or Kept()
    if viewer.kind == "control":
        return {"control": control_part(world, kept)}
    parts = {"public": public_part(world, kept)}
    if viewer.kind == "seat":
        parts["team"] = team_part(world, viewer.team, kept)
    if viewer.seat:
        parts["seat"] = seat_part(world, viewer.seat, kept)
    return parts


def merged(parts: Mapping[str, Mapping[str, object]]) -> Shape:
    """A view's parts laid over one another as the browser does: a narrower circle's entry replaces a wider one's."""
    whole: Shape = {}
    for part in parts.values():
        for name, entries in part.items():
            below = whole.get(name, {})
            whole[name] = {**below, **entries} if isinstance(below, dict) and isinstance(entries, dict) else entries
    return whole
