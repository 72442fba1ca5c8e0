"""The state: what is stored, what is worked out, and what is dealt in secret."""

from collections.abc import Mapping
from dataclasses import dataclass

from wargame.engine.formula import Formula, Value
from wargame.engine.scenario.common import ALL, Audience, Provenance, ValueKind


@dataclass(frozen=True, slots=True)
class Estimate:
    """How those who may not see a value estimate it: truth + normal(0, spread), rounded to a multiple of `step`."""

    spread: float
    step: float
    audience: Audience = ALL


@dataclass(frozen=True, slots=True)
class Variable:
    """One value of the state, at one path."""

    path: str
    """`front`, `pledge.UK`, `us_offer.level`, `own_rule.UK.ceasefire_first`."""
    group: str
    """The author's id: `front`, `pledge`, `us_offer`, `own_rule`."""
    name: str
    kind: ValueKind
    start: Mapping[str, Value]
    """By start card."""
    see: Audience
    provenance: Provenance
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    choices: tuple[str, ...] = ()
    member: str = ""
    """The member of the set, when it runs over one."""
    definition: str = ""
    places: int = 1
    """Decimals on screen."""
    estimate: Estimate | None = None
    resource: bool = False
    """A store that orders are paid from (political capital, money); never below zero."""
    key: bool = False
    """Shown first, in the short picture."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A value made from others by a formula; never stored. Who may see it reads it with their own estimates."""

    path: str
    name: str
    formula: Formula
    see: Audience
    provenance: Provenance
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    definition: str = ""
    places: int = 0
    words: tuple[tuple[float, str], ...] = ()
    """Bands (upper bound, word) for those who see words instead of the number, ascending."""
    words_to: Audience = ()
    key: bool = False
    inner: bool = False
    """A step on the way to other values: formulas read it, no screen shows it."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A true secret, dealt by the seed at StartEx into a variable that only its seats see."""

    id: str
    path: str
    title: str
    cards: Mapping[str, tuple[tuple[Value, float], ...]]
    """By start card: (value, probability)."""
