"""Where things stand in the telling, for one viewer, and the shapes of those that never change again.

Places count like an outline (2, 2.1, 2.1.1): so many of the public's, since then so many of the team's, since then so
many of the seat's. They sort rightly across the parts and count nothing that the viewer may not see.

What only grows is not told from the beginning each time: as long as the things told last come first again, only those
after them are looked at.
"""

from collections.abc import Callable
from operator import is_
from typing import Generic, TypeVar

T = TypeVar("T")
Place = tuple[T, int, int]
"""A thing, its circle and its order."""


class Places(Generic[T]):
    """One viewer's, of one kind of thing."""

    __slots__ = ("_counts", "_items", "_made", "_placed", "_shapes")

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._items: list[T] = []
        self._counts = [0, 0, 0]
        self._placed: list[Place[T]] = []
        self._made = 0
        self._shapes: dict[str, dict[str, object]] = {}

    def of(self, items: list[T], level_of: Callable[[T], int | None]) -> list[Place[T]]:
        """Those of them that the viewer may see: read it, never change it."""
        if len(items) < len(self._items) or not all(map(is_, self._items, items)):
            self._begin()
        for item in items[len(self._items) :]:
            if (level := level_of(item)) is not None:
                self._placed.append((item, level, self._count(level)))
        self._items = items
        return self._placed

    def _count(self, level: int) -> int:
        counts = self._counts
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        return counts[0] * 1_000_000 + counts[1] * 1_000 + counts[2]

    def shapes(
        self, depth: int, shape: Callable[[T, int], tuple[str, dict[str, object]]]
    ) -> dict[str, dict[str, object]]:
        """By id, the shapes of those in the circle of this depth."""
        new = dict(shape(item, order) for item, level, order in self._placed[self._made :] if level == depth)
        self._made = len(self._placed)
        if new:
            self._shapes = {**self._shapes, **new}
        return self._shapes
