"""A ruling as a ticket: everything that decided it, frozen as it was."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from wargame.engine.commands import NO_TEXT, Change, TextRef
from wargame.engine.formula import Value
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import Audience, Provenance


@dataclass(frozen=True, slots=True)
class TermLine:
    """One addend of a ruling, frozen as it was."""

    id: str
    label: str
    value: float
    input: Value
    unit: str
    provenance: Provenance
    audience: Audience


@dataclass(frozen=True, slots=True)
class Later:
    """An effect that acts in a later month: the change is worked out then, from this order's form."""

    id: str
    month: int
    """Scenario month at whose start it acts."""
    subject: str
    """Id of the order, inject or agreement, or the rule with its member."""
    outcome: str
    index: int
    """Which effect of the outcome."""
    ruling: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What control did with a proposed ruling."""

    kind: Literal["accepted", "amended", "overridden", "ruled", "issued"]
    """`issued`: by the engine, nobody asked. `ruled`: a free-form order decided by control."""
    at: float
    reason: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class OutcomeShare:
    id: str
    label: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ruling with everything that decided it."""

    id: str
    kind: Literal["order", "free", "rule", "drift", "arrival"]
    subject: str
    """Order id, or `rule` / `rule:member`."""
    rule: str
    """Order kind or rule id."""
    version: int
    title: str
    turn: int
    month: int
    actor: str
    audience: Audience
    outcome: str
    sentence: str
    outcomes: tuple[OutcomeShare, ...]
    terms: tuple[TermLine, ...] = ()
    probability: float | None = None
    draw: float | None = None
    """In [0, 1) for bernoulli and graded; the drawn value for other laws."""
    inputs: Mapping[str, Value] = field(default_factory=dict)
    """The state that the formulas read, frozen (control only)."""
    changes: tuple[Change, ...] = ()
    later: tuple[Later, ...] = ()
    fires: tuple[str, ...] = ()
    """Injects that it puts into play."""
    ends: tuple[str, ...] = ()
    """Agreements (ids) that it ends."""
    ends_turn: bool = False
    """Its month is the turn's last."""
    decision: Decision | None = None
