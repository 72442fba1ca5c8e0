"""The parts that views are layered from: each made once, compared once and encoded once, whoever looks at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from wargame.engine.views import Kept, Viewer, control_part, public_part, seat_part, team_part
from wargame.engine.world import World
from wargame.live import packed
from wargame.live.patches import diff

PartKey = str
"""`public`, `control`, `team:x` or `seat:x.y`, as `views.touches` names them."""


def layers(viewer: Viewer) -> dict[str, PartKey]:
    """Which parts make this viewer's view, by their name in `view_shape.Parts`."""
    match viewer.kind:
        case "control":
            return {"control": "control"}
        case "seat":
            return {"public": "public", "team": f"team:{viewer.team}", "seat": f"seat:{viewer.seat}"}
        case "observer":
            return {"public": "public", "seat": f"seat:{viewer.seat}"}
        case "public":
            return {"public": "public"}


def make(world: World, key: PartKey, kept: Kept) -> dict[str, Any]:
    """The part of this key."""
    kind, _, name = key.partition(":")
    match kind:
        case "public":
            return public_part(world, kept)
        case "control":
            return control_part(world, kept)
        case "team":
            return team_part(world, name, kept)
        case _:
            return seat_part(world, name, kept)


@dataclass(slots=True)
class Made:
    part: dict[str, Any]
    packed: bytes = b""
    """As JSON, once somebody has asked for the whole of it."""


class Parts:
    """The parts that somebody looks at, as they are now. A part that nobody has asked for or watches is not made."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._kept = Kept()
        self._made: dict[PartKey, Made] = {}

    def watch(self, viewer: Viewer) -> None:
        """Somebody has this viewer's parts already, or may come back with them: from now on every change is told."""
        for key in layers(viewer).values():
            self._made_of(key)

    def text(self, key: PartKey) -> str:
        """The part as JSON text."""
        return encode(self._made_of(key).part)

    def packed(self, key: PartKey) -> bytes:
        """The same, packed: once, however many come at once."""
        made = self._made_of(key)
        made.packed = made.packed or packed.piece(encode(made.part))
        return made.packed

    def move(self, world: World, touched: Iterable[PartKey]) -> Mapping[PartKey, str]:
        """Go on to this world; the patches, as JSON text, of the parts that changed."""
        self._world = world
        patches = {}
        for key in self._made.keys() & set(touched):
            before, part = self._made[key].part, make(world, key, self._kept)
            if part is not before and (patch := diff(before, part)):
                patches[key] = encode(patch)
                self._made[key] = Made(part)
        return patches

    def _made_of(self, key: PartKey) -> Made:
        if key not in self._made:
            self._made[key] = Made(make(self._world, key, self._kept))
        return self._made[key]

    def forget(self, world: World) -> None:
        """Go on to a world that has little in common with the last: everything is made anew when asked for."""
        self._world = world
        self._made.clear()


def encode(value: object) -> str:
    return orjson.dumps(value).decode()
