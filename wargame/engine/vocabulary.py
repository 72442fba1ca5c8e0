"""What a formula may say: the names it may read, the functions it may call, and the error when it says more."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast

Value = bool | int | float | str
Kind = Literal["number", "word"]
"""Yes and no are numbers: `2 * protocol.signed` is meant."""


class FormulaError(Exception):
    """A formula that cannot be accepted (load) or worked out (play)."""

    def __init__(self, text: str, column: int = 0) -> None:
        super().__init__(text)
        self.text = text
        self.column = column
        """Counted from 1; 0 if the fault has no place in the text."""


def rounded(x: float, places: float = 0) -> float:
    """Half away from zero, as people round; at most six decimals."""
    scale = 10.0 ** min(6, max(0, int(places)))
    return math.copysign(math.floor(abs(x) * scale + 0.5) / scale, x)


def _clamp(x: float, low: float, high: float) -> float:
    return max(low, min(high, x))


def _exp(x: float) -> float:
    return math.exp(_clamp(x, -700.0, 700.0))


def _log(x: float) -> float:
    if x <= 0:
        raise ValueError("the logarithm of zero or less")
    return math.log(x)


def _sqrt(x: float) -> float:
    if x < 0:
        raise ValueError("the root of a negative number")
    return math.sqrt(x)


def logistic(x: float) -> float:
    """1 / (1 + exp(-x)), for any x."""
    return 1.0 / (1.0 + _exp(-x)) if x >= 0 else 1.0 - 1.0 / (1.0 + _exp(x))


def _count(values: Iterable[Value]) -> int:
    return sum(1 for value in values if value)


FUNCTIONS: Mapping[str, tuple[Callable[..., Value], int, int]] = {
    "min": (min, 2, 16),
    "max": (max, 2, 16),
    "abs": (abs, 1, 1),
    "round": (rounded, 1, 2),
    "clamp": (_clamp, 3, 3),
    "exp": (_exp, 1, 1),
    "log": (_log, 1, 1),
    "sqrt": (_sqrt, 1, 1),
    "logistic": (logistic, 1, 1),
}
"""What may be called with numbers: the function, its fewest and most arguments."""

AGGREGATES: Mapping[str, Callable[[Iterable[Value]], Value]] = {
    "sum": cast(Callable[[Iterable[Value]], Value], sum),
    "count": _count,
    "any": any,
    "all": all,
}
"""What may be called with one generator over a declared set."""


def indexed(parts: list[str], place: int) -> str:
    """A path with an open index at one place: `own_rule[].backstop`."""
    return ".".join([*parts[: place - 1], f"{parts[place - 1]}[]", *parts[place + 1 :]])


@dataclass(frozen=True)
class Vocabulary:
    """What a formula may read.

    `names` are the flat paths of variables, derived values and constants; `locals` are what one place adds
    (`actor`, `form.amount`, `draw`, a set member's name). Members of `sets` stand for themselves as words.
    """

    names: Mapping[str, Kind]
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    locals: Mapping[str, Kind] = field(default_factory=dict)

    def kind_of(self, name: str) -> Kind | None:
        return self.locals.get(name) or self.names.get(name)

    @cached_property
    def members(self) -> frozenset[str]:
        return frozenset(m for members in self.sets.values() for m in members)

    @cached_property
    def indexed(self) -> Mapping[str, Kind]:
        """What one index may stand in: `pledge[]`, `own_rule[].ceasefire_first`, `k.offer[]`."""
        kinds: dict[str, set[Kind]] = {}
        for path, kind in {**self.names, **self.locals}.items():
            parts = path.split(".")
            for place in range(1, len(parts)):
                kinds.setdefault(indexed(parts, place), set()).add(kind)
        return {pattern: min(found) for pattern, found in kinds.items() if len(found) == 1}

    def words(self) -> set[str]:
        """Everything that can be written, for a did-you-mean."""
        return {*self.names, *self.locals, *self.sets, *self.members, *FUNCTIONS, *AGGREGATES}
