"""state.yaml: variables to flat paths, and red lines."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from wargame.engine.formula import Value
from wargame.engine.scenario import Estimate, RedLine, Variable
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.names import spread
from wargame.exercises.packs.problems import Place, did_you_mean
from wargame.exercises.packs.shapes.common import ProvenanceShape
from wargame.exercises.packs.shapes.state import (
    EstimateShape,
    RedLineShape,
    StateFile,
    ValueShape,
    VariableShape,
)

FILE = Place("state.yaml")
OTHERWISE = "otherwise"


@dataclass(frozen=True)
class _Part:
    """One path of a variable: where it was written, and what holds there."""

    place: Place
    path: str
    group: str
    member: str
    members: tuple[str, ...]
    shape: ValueShape
    resource: bool


def variables(bench: Compiler, shape: StateFile, cards: list[str]) -> dict[str, Variable]:
    parts = [part for id, one in shape.variables.items() for part in _parts(bench, FILE / "variables" / id, id, one)]
    return {part.path: _variable(bench, part, cards, shape.provenance) for part in parts}


def _parts(bench: Compiler, place: Place, id: str, shape: VariableShape) -> Iterator[_Part]:
    if shape.over:
        bench.one_of(place / "over", shape.over, bench.names.sets, "set")
    members = bench.names.sets.get(shape.over, ())
    for path in spread(id, shape.over, bench.names.sets):
        member = path.removeprefix(f"{id}.") if shape.over else ""
        if shape.fields is None:
            yield _Part(place, path, id, member, members, shape, shape.resource)
            continue
        for name, field in shape.fields.items():
            if field.only is None or member in field.only:
                here = place / "fields" / name
                yield _Part(here, f"{path}.{name}", id, member, members, _inherited(shape, name, field), False)


def _inherited(record: VariableShape, name: str, field: ValueShape) -> ValueShape:
    """The field, with what it leaves out taken from its record."""
    own = {key: getattr(field, key) for key in field.model_fields_set if key in ValueShape.model_fields}
    above = {key: getattr(record, key) for key in ValueShape.model_fields if key not in ("definition", "start")}
    return ValueShape.model_construct(**{**above, "name": f"{record.name}, {name.replace('_', ' ')}", **own})


def _variable(bench: Compiler, part: _Part, cards: list[str], file: ProvenanceShape | None) -> Variable:
    shape, place = part.shape, part.place
    low, high = shape.range or (0.0, 0.0)
    owner = {"owner": f"actor:{part.member}"} if part.member in bench.names.actors else {}
    where, seen = _seen(bench, part)
    _check_value_shape(bench, place, shape)
    for key in ("name", "type", "see"):
        if getattr(shape, key) is None:
            bench.problem(place, f"the key '{key}' is missing")
    return Variable(
        part.path,
        part.group,
        shape.name or part.path,
        shape.type or "number",
        _starts(bench, part, cards),
        bench.audience(where, seen, owner),
        bench.provenance(place, shape.provenance, file),
        shape.unit,
        float(low),
        float(high),
        tuple(shape.choices or ()),
        part.member,
        shape.definition,
        shape.places if shape.places is not None else 1 if shape.type == "number" else 0,
        _estimate(bench, place / "estimate", shape.estimate) if shape.estimate else None,
        part.resource,
        shape.key,
    )


def _seen(bench: Compiler, part: _Part) -> tuple[Place, list[str]]:
    """Who may see this path, and where that is written."""
    place, see = part.place / "see", part.shape.see
    if isinstance(see, dict):
        key = part.member if part.member in see else OTHERWISE
        if key not in see:
            bench.problem(place, f"nobody is named for {part.member or 'this'}; name '{OTHERWISE}' for the rest")
        return place / key, see.get(key, ["control"])
    return place, see or ["control"]


def _check_value_shape(bench: Compiler, place: Place, shape: ValueShape) -> None:
    counts = shape.type in ("number", "whole")
    if counts != (shape.range is not None):
        bench.problem(place, "a number needs a range" if counts else f"a {shape.type} has no range")
    if shape.range and shape.range[0] >= shape.range[1]:
        bench.problem(place / "range", "the lowest value comes first, the highest second")
    if (shape.type == "choice") != bool(shape.choices):
        bench.problem(place, "a choice needs choices; other types have none")
    if shape.estimate and not counts:
        bench.problem(place / "estimate", "only numbers are estimated")


def _estimate(bench: Compiler, place: Place, shape: EstimateShape) -> Estimate:
    return Estimate(shape.spread, shape.step, bench.audience(place / "to", shape.to or ["all"]))


def _starts(bench: Compiler, part: _Part, cards: list[str]) -> dict[str, Value]:
    """The first value under each start card. The author may name cards, members, or cards and then members."""
    start, names = part.place / "start", {*cards, *part.members, OTHERWISE}
    if stray := _stray(start, part.shape.start, names):
        wrong = f"'{stray.path[-1]}' is no start card{' and no member' if part.member else ''}"
        bench.problem(stray, wrong + did_you_mean(stray.path[-1], names), at_key=True)
        return {}
    found: dict[str, Value] = {}
    for card in cards:
        where, value = start, part.shape.start
        for name, known in ((card, cards), (part.member, part.members)):
            where, value = _named(where, value, name, known)
        if wrong := wrong_value(part.shape, value):
            bench.problem(where, wrong)
            return {}
        found[card] = value
    return found


def _named(place: Place, value: Any, name: str, known: Collection[str]) -> tuple[Place, Any]:
    """What a map by these names says for one of them; anything else holds for all."""
    if not isinstance(value, dict) or not set(value) & set(known):
        return place, value
    key = name if name in value else OTHERWISE
    return (place / key, value[key]) if key in value else (place, None)


def _stray(place: Place, value: Any, names: Collection[str]) -> Place | None:
    """The first key of a map of first values that names nothing."""
    if not isinstance(value, dict):
        return None
    found = (place / key if key not in names else _stray(place / key, below, names) for key, below in value.items())
    return next((stray for stray in found if stray), None)


def wrong_value(shape: ValueShape, value: Any) -> str:
    """Why this cannot be a value of the variable; empty if it can."""
    low, high = shape.range or (0, 0)
    if value is None:
        return "a first value is missing: one for all, or one for each start card or member"
    if isinstance(value, dict):
        return "one value is wanted here"
    match shape.type:
        case "choice":
            known = shape.choices or []
            return "" if value in known else f"'{value}' is none of {', '.join(known)}{did_you_mean(value, known)}"
        case "flag":
            return "" if isinstance(value, bool) else "true or false is wanted here"
        case "whole" if not isinstance(value, int) or isinstance(value, bool):
            return "a whole number is wanted here"
    if not isinstance(value, int | float) or isinstance(value, bool):
        return "a number is wanted here"
    return "" if low <= value <= high else f"{value} is not between {low} and {high}"


def red_lines(bench: Compiler, shape: StateFile) -> dict[str, RedLine]:
    return {id: _red_line(bench, FILE / "red_lines" / id, id, one) for id, one in shape.red_lines.items()}


def _red_line(bench: Compiler, place: Place, id: str, shape: RedLineShape) -> RedLine:
    return RedLine(
        id,
        bench.one_of(place / "owner", shape.owner, bench.names.actors, "actor"),
        shape.title,
        shape.consequence,
        bench.audience(place / "see", shape.see, {"owner": f"actor:{shape.owner}"}),
        bench.formula(place / "crossed", shape.crossed),
        bench.if_any(place / "near", shape.near),
        shape.binds_owner,
        bench.facts(place / "facts", shape.facts),
    )
