"""How it went, and why."""

from typing import Literal

from wargame.live.view_shape.common import ProvenanceShape, Ref, Shape, Value


class TermShape(Shape):
    id: str
    label: str
    value: float
    input: Value
    unit: str
    provenance: ProvenanceShape


class OutcomeShape(Shape):
    id: str
    label: str
    share: float | None = None


class ChangeShape(Shape):
    path: str
    name: str
    before: Value
    after: Value
    unit: str = ""


class DecisionShape(Shape):
    kind: Literal["accepted", "amended", "overridden", "ruled", "issued"]
    at: float | None = None
    """Control only."""
    reason: Ref = ""


class RulingShape(Shape):
    kind: Literal["order", "free", "rule", "drift", "arrival"]
    title: str
    subject: str
    """Order id, for those who see the order; else empty."""
    rule: str
    version: int
    turn: int
    month: int
    actor: str
    status: Literal["proposed", "issued"]
    outcome: str
    sentence: str
    outcomes: list[OutcomeShape]
    terms: list[TermShape]
    hidden_terms: bool
    """Some terms may not be seen: then no probability, no draw, no amounts; `factors` has the visible ones in words."""
    factors: list[str] = []
    probability: float | None = None
    draw: float | None = None
    changes: list[ChangeShape]
    """Only of values that this viewer knows exactly."""
    inputs: dict[str, Value] = {}
    """Control only: the state that the formulas read, frozen; `fault` and `kept` say what could not be worked out and
    what was kept in its range."""
    decision: DecisionShape | None = None
    order: int
    """Position among the rulings this viewer sees, so that they can be told in order."""
