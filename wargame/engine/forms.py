"""Values that people fill in: of the right kind, within bounds, or refused with the bound in the sentence."""

import math
from collections.abc import Mapping, Sequence

from wargame.engine.formula import Formula, FormulaError, Scope, Value
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Field, Variable
from wargame.engine.sight import with_names

Bounds = tuple[float | None, float | None]

EMPTY: Mapping[str, Value] = {"number": 0.0, "whole": 0, "flag": False, "choice": ""}
"""What an optional field holds when it is left out."""


def filled(fields: Sequence[Field], given: Mapping[str, Value], scope: Scope, prefix: str) -> dict[str, Value]:
    """Every field's value: what was given, checked, or its default. A bound may read the fields before it.

    `prefix` is how formulas name a field: `form` or `clause`. Raises `Refused`.
    """
    unknown = set(given) - {field.id for field in fields}
    if unknown:
        raise Refused(Code.UNKNOWN_FIELD, f"There is no field “{min(unknown)}”; fill in the fields shown.")
    values: dict[str, Value] = {}
    for field in fields:
        here = with_names(scope, {f"{prefix}.{id}": value for id, value in values.items()})
        values[field.id] = _filled(field, given.get(field.id), here)
    return values


def _filled(field: Field, given: Value | None, scope: Scope) -> Value:
    if given is not None:
        choices = tuple(value for value, _ in field.choices)
        return checked(field.label, field.kind, given, bounds(field, scope), choices)
    if field.default is not None:
        return field.default
    if field.required:
        raise Refused(Code.MISSING_VALUE, f"Fill in “{field.label}” first.")
    return EMPTY[field.kind]


def bounds(field: Field, scope: Scope) -> Bounds:
    """The field's least and greatest value as far as the scope's reader can know them."""
    return _bound(field.low, scope), _bound(field.high, scope)


def _bound(formula: Formula | None, scope: Scope) -> float | None:
    if formula is None:
        return None
    try:
        return round(formula.number(scope), 6)
    except FormulaError:
        return None


def value_for(variable: Variable, given: Value) -> Value:
    """A value that the variable can take, from what control typed. Raises `Refused`."""
    limits: Bounds = (variable.low, variable.high) if variable.high > variable.low else (None, None)
    return checked(variable.name, variable.kind, given, limits, variable.choices)


def checked(label: str, kind: str, given: Value, limits: Bounds, choices: Sequence[str]) -> Value:
    """The value as its kind, within limits. Raises `Refused` with what would be right."""
    if kind == "flag":
        if isinstance(given, bool):
            return given
        raise Refused(Code.BAD_VALUE, f"“{label}” is yes or no.")
    if kind == "choice":
        if isinstance(given, str) and given in choices:
            return given
        raise Refused(Code.BAD_VALUE, f"“{label}” is one of: {', '.join(choices)}.")
    return _number(label, kind, given, limits)


def _number(label: str, kind: str, given: Value, limits: Bounds) -> Value:
    if isinstance(given, bool | str) or not math.isfinite(given):
        raise Refused(Code.BAD_VALUE, f"“{label}” is a number.")
    if kind == "whole" and given != int(given):
        raise Refused(Code.BAD_VALUE, f"“{label}” is a whole number.")
    low, high = limits
    if low is not None and given < low:
        raise Refused(Code.BAD_VALUE, f"“{label}” is at least {low:g}.")
    if high is not None and given > high:
        raise Refused(Code.BAD_VALUE, f"“{label}” is at most {high:g}.")
    return int(given) if kind == "whole" else round(float(given), 6)
