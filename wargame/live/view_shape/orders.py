"""Orders as submitted."""

from typing import Literal

from wargame.live.view_shape.common import Ref, Shape, Value


class SaidShape(Shape):
    """One field of an order's form, as people read it."""

    label: str
    value: Value
    unit: str


class OrderShape(Shape):
    kind: str
    title: str
    actor: str
    seat: str
    team: str
    turn: int
    at: float | None = None
    """Own team's and control's."""
    status: Literal["submitted", "withdrawn", "returned", "ruled"]
    form: dict[str, Value]
    said: list[SaidShape]
    """The form in the pack's words, in its order; empty for free-form orders."""
    cost: dict[str, float]
    rationale: Ref = ""
    expected: Ref = ""
    action: Ref = ""
    reason: Ref = ""
    ruling: str = ""
