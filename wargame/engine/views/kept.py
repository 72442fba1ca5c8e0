"""What was worked out before, kept for as long as what it was made from stays the same object.

Worlds share whatever an event did not change, so asking "is it the same object?" tells in nanoseconds which pieces of
a view are still good. One `Kept` belongs to one exercise and to whoever holds it (a room, a bot's game); it is never
shared between threads. What comes out is shared too: a view is read, never changed.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar, cast

T = TypeVar("T")
Reads = tuple[object, ...]
"""What a result was made from: objects compared by identity, plain numbers and strings by value."""


class Kept:
    """The last result for each slot."""

    __slots__ = ("_slots",)

    def __init__(self) -> None:
        self._slots: dict[Hashable, tuple[Reads, object]] = {}

    def get(self, slot: Hashable, reads: Reads, make: Callable[[], T]) -> T:
        """The slot's result if it was made from these very `reads`; else made anew."""
        held = self._slots.get(slot)
        if held is not None and all(map(_same, held[0], reads)):
            return cast(T, held[1])
        made = make()
        self._slots[slot] = (reads, made)
        return made

    def slot(self, slot: Hashable, make: Callable[[], T]) -> T:
        """What is in the slot, put there the first time; its owner changes it."""
        held = self._slots.get(slot)
        if held is None:
            held = self._slots[slot] = ((), make())
        return cast(T, held[1])

    def each(
        self, slot: Hashable, reads: Reads, items: Iterable[tuple[str, Reads]], make: Callable[..., T]
    ) -> dict[str, T]:
        """For each id `make(*its reads)`, kept item by item; those that come to nothing are left out.

        For what grows: one more order makes one more shape, not all of them again.
        """
        before: dict[str, tuple[Reads, T]] = self.get(slot, reads, dict)
        after = {}
        for key, own in items:
            held = before.get(key)
            after[key] = held if held and all(map(_same, held[0], own)) else (own, make(*own))
        self._slots[slot] = (reads, after)
        return {key: made for key, (_, made) in after.items() if made}


def _same(a: object, b: object) -> bool:
    return a is b or (isinstance(a, str | int) and a == b)
