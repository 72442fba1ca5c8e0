"""One look at the world by one viewer, and what is new to that viewer in comparison with a wider circle.

A player's view is laid in circles: what everybody sees, what the team sees, what the seat alone sees. Each piece of a
part is made through a `Look`, which answers two questions: may this viewer see it, and in which circle does it lie?
"""

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any, TypeVar

from wargame.engine.commands import TextRef
from wargame.engine.formula import Scope
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import Audience
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Reach, Viewer, may_read, may_see, reach, sight
from wargame.engine.views.kept import Kept, Reads
from wargame.engine.views.places import Place, Places
from wargame.engine.world import World

Shape = dict[str, object]
"""One thing on the wire: plain JSON without nulls."""
Shapes = dict[str, Shape]
"""Things by id."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Look:
    world: World
    chain: tuple[Viewer, ...]
    """Viewers from the widest circle to the one who looks; control stands alone."""
    kept: Kept
    levels: dict[Audience, int | None] = field(init=False)
    """Found before: a pack has many things and few audiences."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "levels", self.fixed("levels", dict))

    @property
    def viewer(self) -> Viewer:
        return self.chain[-1]

    @property
    def depth(self) -> int:
        return len(self.chain) - 1

    @property
    def control(self) -> bool:
        return self.viewer.kind == "control"

    @property
    def revealed(self) -> bool:
        """After EndEx the model lies open to all: values, terms, odds. Talk between people does not."""
        return self.world.status == "ended"

    def level(self, audience: Audience) -> int | None:
        """The widest circle that may see it, as its place in the chain; none if this viewer may not."""
        if audience not in self.levels:
            seen = (i for i, viewer in enumerate(self.chain) if may_see(self.world, viewer, audience))
            self.levels[audience] = next(seen, None)
        return self.levels[audience]

    def model_level(self, audience: Audience) -> int | None:
        """The same for what the model says, which is revealed at EndEx."""
        return 0 if self.revealed else self.level(audience)

    def fresh(self, audience: Audience) -> bool:
        """This circle is the widest that may see it."""
        return self.level(audience) == self.depth

    def readable(self, ref: TextRef) -> TextRef:
        """The reference if this viewer may read the text, else none."""
        return ref if ref and may_read(self.world, self.viewer, ref) else TextRef("")

    def named(self, name: str, audiences: Callable[[], Iterable[Audience]], *reads: object) -> bool:
        """Whether one of these audiences names this very seat. Most seats know what their team knows, and no more.

        True for whoever is not a single seat. Found once for all seats, while `reads` stay the same.
        """
        if not self.viewer.seat:
            return True
        slot = ("named", name)
        return f"seat:{self.viewer.seat}" in self.kept.get(slot, self._stable + reads, lambda: _seats(audiences()))

    def wider(self) -> "Look":
        """The same look by the next wider circle."""
        return Look(self.world, self.chain[:-1], self.kept)

    def keep(self, name: str, reads: Reads, make: Callable[[], T]) -> T:
        """What `make` gives, kept for this viewer while the set-up and these objects stay the same."""
        return self.kept.get((name, self.viewer), self._stable + reads, make)

    def fixed(self, name: str, make: Callable[[], T]) -> T:
        """What `make` works out from scenario and team set alone: done once for all exercises played with them."""
        return self.world.scenario.once(("fixed", name, self.world.setup.team_set, self.chain), make)

    def each(self, name: str, items: Iterable[tuple[str, Reads]], make: Callable[..., T]) -> dict[str, T]:
        """The same, item by item."""
        return self.kept.each((name, "each", self.viewer), self._stable, items, make)

    def placed(self, name: str, items: Iterable[T], level_of: Callable[[T], int | None]) -> list[Place[T]]:
        """Those of these things that this viewer may see, each with its circle and its place in the telling."""
        return self.places(name).of(list(items), level_of)

    def places(self, name: str) -> Places[Any]:
        """This viewer's of one kind of thing."""
        return self.keep(f"{name} placed", (), Places)

    @property
    def _stable(self) -> Reads:
        return (self.world.scenario, self.world.setup, self.world.status)

    def reach(self, viewer: Viewer) -> Reach:
        """What a viewer's formulas may read at all, found once for all who ask."""
        return self.kept.get(("reach", viewer), self._stable, lambda: reach(self.world, viewer))

    def scope(self) -> Scope:
        """What this viewer's formulas may read now. Shared: copy before adding names."""
        world = self.world
        reads = (world.state, world.estimates, world.timer, world.unplayed)
        return self.keep("scope", reads, lambda: sight(world, self.viewer, self.reach(self.viewer)))


def public_look(world: World, kept: Kept) -> Look:
    return Look(world, (PUBLIC_VIEWER,), kept)


def team_look(world: World, team: str, kept: Kept) -> Look:
    return Look(world, (PUBLIC_VIEWER, Viewer("seat", team=team)), kept)


def seat_look(world: World, seat: str, kept: Kept) -> Look:
    """Raises KeyError if the team set has no such seat."""
    found = world.seat(seat)
    if found is None:
        raise KeyError(seat)
    team = found.team
    return Look(world, (PUBLIC_VIEWER, Viewer("seat", team=team), Viewer("seat", seat, team)), kept)


def observer_look(world: World, seat: str, kept: Kept) -> Look:
    return Look(world, (PUBLIC_VIEWER, Viewer("observer", seat)), kept)


def control_look(world: World, kept: Kept) -> Look:
    return Look(world, (CONTROL_VIEWER,), kept)


def _seats(audiences: Iterable[Audience]) -> frozenset[str]:
    return frozenset(entry for audience in audiences for entry in audience if entry.startswith("seat:"))
