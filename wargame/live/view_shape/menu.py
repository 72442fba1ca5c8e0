"""What an actor may order now, and what it has to spend."""

from typing import Literal

from wargame.live.view_shape.common import FieldShape, Shape


class NeedShape(Shape):
    met: bool
    why: str
    deciders: list[str]
    """Teams' ids (or "control") whose decision could lift it."""
    seats: list[str] = []
    """Titles of the seats, where the pack names one."""
    act: str


class BoundsShape(Shape):
    """One of the two may be open, or not known to this viewer."""

    low: float | None = None
    high: float | None = None


class MenuActorShape(Shape):
    possible: bool
    """Needs met, paid for, not used up and within the limit of orders; the phase is for the timer to say."""
    used: bool
    """Already submitted this turn, and only once allowed."""
    cost: dict[str, float]
    """By resource group; what hangs on the form is absent until the order is submitted."""
    needs: dict[str, NeedShape]
    """By position."""
    bounds: dict[str, BoundsShape]
    """By field, where bounds depend on the state."""


class MenuShape(Shape):
    title: str
    summary: str
    form: list[FieldShape]
    facts: list[str]
    crosses: list[str]
    leans: list[Literal["firm", "conciliatory", "risky"]] = []
    """For bots."""
    priced_by_form: list[str] = []
    """Resource groups whose cost hangs on the form."""
    order: int
    actors: dict[str, MenuActorShape]


class StoreShape(Shape):
    name: str
    unit: str
    have: float
    committed: float


class BudgetShape(Shape):
    stores: dict[str, StoreShape]
    """By resource group: `pc`, `eur`."""
    orders: int
    """Submitted this turn."""
    limit: int | None = None
