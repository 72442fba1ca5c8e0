"""Filling in forms and clauses: between what one side wishes and what the other does."""

from wargame.bots.policies.wish import View
from wargame.engine.formula import Value


def between(field: View, mine: Value, theirs: Value, share: float, limits: View) -> Value:
    """The value that gives me this share of what I wish: 1 is mine, 0 is theirs."""
    if field["kind"] == "flag":
        return mine if share >= 0.5 else theirs
    if field["kind"] == "choice":
        values = _values(field)
        return values[_nearest(values.index(str(theirs)), values.index(str(mine)), share)]
    low, high = limits.get("low", field.get("low")), limits.get("high", field.get("high"))
    amount = float(theirs) + share * (float(mine) - float(theirs))
    return within(field, amount, low, high)


def share_of(field: View, value: Value, mine: Value, theirs: Value) -> float:
    """How much of what I wish lies in this value, from 0 to 1."""
    if field["kind"] == "flag":
        return float(value == mine)
    if field["kind"] == "choice":
        values = _values(field)
        value, mine, theirs = (values.index(str(one)) for one in (value, mine, theirs))
    return min(1.0, max(0.0, (float(value) - float(theirs)) / (float(mine) - float(theirs))))


def within(field: View, amount: float, low: float | None, high: float | None) -> Value:
    """The amount as the field takes it, inside what is known of its limits."""
    amount = amount if low is None else max(low, amount)
    amount = amount if high is None else min(high, amount)
    return int(amount + 0.5) if field["kind"] == "whole" else round(amount, 2)


def _values(field: View) -> list[str]:
    return [option["value"] for option in field["choices"]]


def _nearest(start: int, end: int, share: float) -> int:
    return int(start + share * (end - start) + 0.5)
