"""Who may see what, and what a viewer's formulas may read. Everything that hides anything asks `may_see`."""

from collections.abc import Mapping
from typing import Literal

from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT, TextRef
from wargame.engine.formula import Local, Scope, Value
from wargame.engine.frozen import dataclass
from wargame.engine.observers import observes
from wargame.engine.scenario import Audience, Derived
from wargame.engine.world import World


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever is looking. A seat has its team; a team as a whole has no seat, and observers in general have none."""

    kind: Literal["seat", "control", "observer", "public"]
    seat: str = ""
    team: str = ""


CONTROL_VIEWER = Viewer("control")
PUBLIC_VIEWER = Viewer("public")


def viewer_of(world: World, seat: str) -> Viewer:
    """The viewer behind an asker's seat; an unknown seat sees what the public sees."""
    if seat in (CONTROL_SEAT, SYSTEM_SEAT):
        return CONTROL_VIEWER
    if observes(seat):
        return Viewer("observer", seat)
    found = world.seat(seat)
    return Viewer("seat", found.id, found.team) if found else PUBLIC_VIEWER


def may_see(world: World, viewer: Viewer, audience: Audience) -> bool:
    """Whether the viewer is of this audience. Control sees everything; the public what all may see."""
    return viewer.kind == "control" or any(_names(world, viewer, entry) for entry in audience)


def _names(world: World, viewer: Viewer, entry: str) -> bool:
    kind, _, name = entry.partition(":")
    if kind == "all":
        return True
    if not name:
        return False
    if kind == "seat":
        return viewer.seat == name
    return viewer.kind == "seat" and viewer.team == (world.team_of(name) if kind == "actor" else name)


def may_read(world: World, viewer: Viewer, ref: TextRef) -> bool:
    """Whether the viewer may read a text outside the log. One that a rewind voided is nobody's."""
    return ref in world.texts and may_see(world, viewer, world.texts[ref])


def resolved(world: World, audience: Audience) -> Audience:
    """The audience as events carry it: actors as the teams that play them, no name twice, "all" alone."""
    if "all" in audience:
        return ("all",)
    return tuple(dict.fromkeys(_resolved(world, entry) for entry in audience)) or ("control",)


def _resolved(world: World, entry: str) -> str:
    kind, _, name = entry.partition(":")
    if kind != "actor":
        return entry
    team = world.team_of(name)
    return f"team:{team}" if team else "control"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which variables, by path, and which derived values a viewer may see: the same as long as the set-up is."""

    paths: tuple[str, ...]
    derived: Mapping[str, Derived]


def reach(world: World, viewer: Viewer) -> Reach:
    return world.scenario.once(("reach", world.setup.team_set, viewer), lambda: _reach(world, viewer))


def _reach(world: World, viewer: Viewer) -> Reach:
    seen = _Seen(world, viewer)
    scenario = world.scenario
    return Reach(
        tuple(path for path, v in scenario.variables.items() if seen(v.see)),
        {path: d for path, d in scenario.derived.items() if seen(d.see)},
    )


def sight(world: World, viewer: Viewer, known: Reach | None = None) -> Scope:
    """What the viewer's formulas may read: true values they may see, else their team's estimates, else nothing.

    For control that is the whole truth. The caller adds what one place adds (`actor`, `form.amount`), and may know
    the viewer's reach already.
    """
    known = known or reach(world, viewer)
    values: dict[str, Value] = {path: world.state[path] for path in known.paths}
    for path, estimate in world.estimates.get(viewer.team, {}).items():
        values.setdefault(path, estimate)
    values |= course(world)
    if viewer.kind != "control":
        for name in world.scenario.card_secrets:
            values.pop(name, None)
    return Scope(values, known.derived)


def with_names(scope: Scope, names: Mapping[str, Value]) -> Scope:
    """The scope with more names."""
    return Local(names, scope)


def course(world: World) -> dict[str, Value]:
    """Where the exercise stands, and the constants of its rule card."""
    return {
        **world.scenario.once(("constants", world.setup.rule_card), lambda: _constants(world)),
        "turn": world.timer.turn,
        "month": world.timer.month,
        "months": world.months,
    }


def _constants(world: World) -> dict[str, Value]:
    card = world.scenario.rule_cards[world.setup.rule_card]
    return {f"k.{name}": value for name, value in card.constants.items()}


class _Seen:
    """`may_see` for one viewer, remembered: a pack has many values and few audiences."""

    def __init__(self, world: World, viewer: Viewer) -> None:
        self.world, self.viewer = world, viewer
        self.known: dict[Audience, bool] = {}

    def __call__(self, audience: Audience) -> bool:
        if audience not in self.known:
            self.known[audience] = may_see(self.world, self.viewer, audience)
        return self.known[audience]
