"""`dataclass` and `replace` for what is made by the thousand: every event makes a world anew, every ruling a ticket.

The standard library guards each field of a frozen class while it is being made, at eight times the cost of writing it.
Here mypy alone holds that nobody writes; what comes out is the same class otherwise.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen, slots):
        """A class with slots, equal and hashed by its fields, that nobody changes."""
        assert frozen, "import the standard library's for what changes"
        return dataclasses.dataclass(slots=slots, unsafe_hash=True)

    def replace(item, /, **changes):
        """The same with these fields. Of classes whose fields all come in as they are."""
        shape = _shape(item.__class__)
        values = list(shape.read(item))
        for name, value in changes.items():
            values[shape.places[name]] = value
        return item.__class__(*values)


class Shape(NamedTuple):
    """How to read all fields of a class at once, and where each stands."""

    places: Mapping[str, int]
    read: Callable[[Any], tuple[Any, ...]]


@cache
def _shape(of: type) -> Shape:
    names = [field.name for field in dataclasses.fields(of)]
    return Shape({name: place for place, name in enumerate(names)}, attrgetter(*names))


__all__ = ["dataclass", "replace"]
