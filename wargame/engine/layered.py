"""A frozen map that only grows: to add to it costs the same however large it is.

Copying a map for each event makes a long log's replay quadratic. This one shares its old part, which is rewritten once
in `MOST_NEW` additions, and copies only the new part.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Item = TypeVar("Item")

MOST_NEW = 256


class Layered(Mapping[Key, Item]):
    """Reads like any map, in the order in which keys were added. `with_new` makes the next one."""

    __slots__ = ("_new", "_old")

    def __init__(self, old: Mapping[Key, Item], new: Mapping[Key, Item]) -> None:
        self._old = old
        self._new = new

    def with_new(self, items: Mapping[Key, Item]) -> "Layered[Key, Item]":
        """This map and `items`, whose keys it does not have yet."""
        new = {**self._new, **items}
        return Layered(self._old, new) if len(new) <= MOST_NEW else Layered({**self._old, **new}, {})

    def __getitem__(self, key: Key) -> Item:
        return self._new[key] if key in self._new else self._old[key]

    def __iter__(self) -> Iterator[Key]:
        yield from self._old
        yield from self._new

    def __len__(self) -> int:
        return len(self._old) + len(self._new)

    def __contains__(self, key: object) -> bool:
        return key in self._new or key in self._old

    def __repr__(self) -> str:
        return repr({**self._old, **self._new})
