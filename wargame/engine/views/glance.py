"""A view read piece by piece: for readers that need few of its pieces and ask often, such as bots."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from wargame.engine.formula import Scope
from wargame.engine.sight import Viewer
from wargame.engine.views.kept import Kept
from wargame.engine.views.look import Look, control_look, public_look, seat_look, team_look
from wargame.engine.views.parts import CONTROL, EVERY_PIECE_READS, PUBLIC, SEAT, TEAM, Piece, merged
from wargame.engine.world import World

Circle = tuple[Look, Mapping[str, Piece]]


class Glance(Mapping[str, Any]):
    """What `merged(view_for(world, viewer))` holds; each piece is made when it is first read. Read it, never change it.

    Of control and of seats. `kept` as in `view_for`: it may serve many glances, one after the other.
    """

    def __init__(self, world: World, viewer: Viewer, kept: Kept | None = None) -> None:
        self._circles = _circles(world, viewer, kept or Kept())
        self._pieces: dict[str, object] = {}

    def scope(self) -> Scope:
        """What the viewer's formulas may read. Shared: copy before adding names."""
        return self._circles[-1][0].scope()

    def __getitem__(self, name: str) -> Any:
        if name not in self._pieces:
            self._pieces[name] = self._piece(name)
        if not self._pieces[name]:
            raise KeyError(name)  # what is empty is absent
        return self._pieces[name]

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys(name for _, pieces in self._circles for name in pieces)
        return (name for name in names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _piece(self, name: str) -> object:
        found = [_made(look, pieces[name]) for look, pieces in self._circles if name in pieces]
        return merged({str(n): {name: made} for n, made in enumerate(found) if made}).get(name)


def _circles(world: World, viewer: Viewer, kept: Kept) -> list[Circle]:
    if viewer.kind == "control":
        return [(control_look(world, kept), CONTROL_PIECES)]
    circles = [(public_look(world, kept), PUBLIC_PIECES)]
    if viewer.kind == "seat":
        circles.append((team_look(world, viewer.team, kept), TEAM_PIECES))
        circles.append((seat_look(world, viewer.seat, kept), SEAT_PIECES))
    return circles


def _made(look: Look, piece: Piece) -> Mapping[str, object]:
    """The piece by this viewer, made again only when something that it reads has changed."""
    return look.kept.get(("glance", piece.name, look.viewer), READS[piece.reads](look.world), lambda: piece.make(look))


def _by_name(pieces: tuple[Piece, ...]) -> Mapping[str, Piece]:
    return {piece.name: piece for piece in pieces}


READS = {p.reads: attrgetter(*EVERY_PIECE_READS, *p.reads) for p in (*PUBLIC, *TEAM, *SEAT, *CONTROL)}
"""What a piece is made from, by the fields that it reads."""
PUBLIC_PIECES, TEAM_PIECES, SEAT_PIECES, CONTROL_PIECES = map(_by_name, (PUBLIC, TEAM, SEAT, CONTROL))
