"""What orders, rules, injects and agreements share: effects, fields, requirements, terms, chance, outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from wargame.engine.formula import Formula, Value
from wargame.engine.scenario import ALL, Chance, Effect, Field, Need, Outcome, Resolution, Term
from wargame.engine.vocabulary import Kind
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.common import EffectShape, FieldShape, NeedShape, ProvenanceShape
from wargame.exercises.packs.shapes.resolution import ChanceShape, OutcomeShape, ResolutionShape, TermShape

Local = Mapping[str, Kind]

_ACTS = ("set", "add", "inject", "end_agreement", "end_turn")
_ARGS = {
    "bernoulli": ("p",),
    "graded": (),
    "uniform": ("low", "high"),
    "normal": ("mean", "sd"),
    "poisson": ("mean",),
    "beta": ("a", "b"),
    "dice": ("count", "sides"),
}
"""The keys of each law, in the order of the engine's arguments."""


def member_name(bench: Compiler, place: Place, over: str, member: str) -> Local:
    """The local name of a set's member, for something that runs over a set."""
    if bool(over) != bool(member):
        bench.problem(place, "over and member stand together: the set, and the name of one of it")
    if over:
        bench.one_of(place / "over", over, bench.names.sets, "set")
    if member and not bench.names.free(member):
        bench.problem(place / "member", f"'{member}' already has a meaning; take another word")
    return {member: "word"} if member else {}


def effects(bench: Compiler, place: Place, shapes: Sequence[EffectShape], local: Local) -> tuple[Effect, ...]:
    return tuple(_effect(bench, place / n, shape, local) for n, shape in enumerate(shapes))


def _effect(bench: Compiler, place: Place, shape: EffectShape, outside: Local) -> Effect:
    acts = [key for key in _ACTS if getattr(shape, key) is not None]
    if len(acts) != 1:
        bench.problem(place, f"one effect does one thing: exactly one of {', '.join(_ACTS)}")
        return Effect()
    local = {**outside, **member_name(bench, place, shape.over, shape.member)}
    made = _act(bench, place, shape, local)
    return replace(
        made,
        when=bench.if_any(place / "when", shape.when, local),
        after=bench.if_any(place / "after", shape.after, outside),
        over=shape.over,
        member_name=shape.member,
    )


def _act(bench: Compiler, place: Place, shape: EffectShape, local: Local) -> Effect:
    if shape.set is not None:
        target = bench.target(place / "set", shape.set, local)
        return Effect(set=target, to=_amount(bench, place, shape, "to", local, target.kind, target.target))
    if shape.add is not None:
        target = bench.target(place / "add", shape.add, local)
        if target.kind == "word":
            bench.problem(place / "add", "a word cannot be added to; use set")
        return Effect(add=target, to=_amount(bench, place, shape, "by", local, "number"))
    if shape.inject is not None:
        return Effect(inject=bench.one_of(place / "inject", shape.inject, bench.pack.injects.injects, "inject"))
    if shape.end_agreement is not None:
        known = bench.pack.agreements.agreements
        return Effect(end_agreement=bench.one_of(place / "end_agreement", shape.end_agreement, known, "agreement"))
    return Effect(end_turn=True)


def _amount(
    bench: Compiler,
    place: Place,
    shape: EffectShape,
    key: Literal["to", "by"],
    local: Local,
    kind: Kind,
    sets: str = "",
) -> Formula | None:
    source = shape.to if key == "to" else shape.by
    if source is None:
        bench.problem(place, f"the key '{key}' is missing")
        return None
    return bench.formula(place / key, source, local, kind, sets if kind == "number" else "")


def fields(
    bench: Compiler, place: Place, prefix: str, shapes: Mapping[str, FieldShape], local: Local
) -> tuple[Field, ...]:
    """The bounds of a field may read the fields before it."""
    made: list[Field] = []
    for id, shape in shapes.items():
        made.append(_field(bench, place / id, id, shape, local))
        _check_wished(bench, place / id / "wished", prefix, shape, local)
        local = {**local, **field_names(prefix, {id: shape})}
    return tuple(made)


def _field(bench: Compiler, place: Place, id: str, shape: FieldShape, local: Local) -> Field:
    counts = shape.type in ("number", "whole")
    if counts != (shape.range is not None):
        bench.problem(place, "a number needs a range" if counts else f"a {shape.type} has no range")
    if (shape.type == "choice") != bool(shape.choices):
        bench.problem(place, "a choice needs choices; other types have none")
    low, high = (
        bench.formula(place / "range" / n, source, local) for n, source in enumerate(shape.range or ["0", "0"])
    )
    if shape.default is not None and not _fits(shape, shape.default):
        bench.problem(place / "default", "this is no value of the field")
    return Field(
        id,
        shape.label,
        shape.type,
        shape.unit,
        low if counts else None,
        high if counts else None,
        tuple((shape.choices or {}).items()),
        shape.hint,
        shape.default,
        shape.required,
        {str(wisher): value for wisher, value in shape.wished.items()},
    )


def _check_wished(bench: Compiler, place: Place, prefix: str, shape: FieldShape, local: Local) -> None:
    """Only those wish who fill it in: bots of either mind an order's form, its parties a text."""
    wishers = ["firm", "conciliatory"] if prefix == "form" else [name for name in local if name.startswith("party")]
    for wisher, value in shape.wished.items():
        bench.one_of(place / wisher, wisher, wishers, "wisher")
        if not _fits(shape, value):
            bench.problem(place / wisher, "this is no value of the field")


def _fits(shape: FieldShape, value: Value) -> bool:
    match shape.type:
        case "flag":
            return isinstance(value, bool)
        case "choice":
            return value in (shape.choices or {})
        case "whole":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)


def field_names(prefix: str, shapes: Mapping[str, FieldShape]) -> dict[str, Kind]:
    """`form.amount` and its kind, for formulas."""
    return {f"{prefix}.{id}": "word" if shape.type == "choice" else "number" for id, shape in shapes.items()}


def needs(bench: Compiler, place: Place, shapes: Sequence[NeedShape], local: Local) -> tuple[Need, ...]:
    return tuple(
        Need(
            bench.formula(place / n / "expr", shape.expr, local),
            bench.template(place / n / "why", shape.why, local),
            bench.audience(place / n / "decider", shape.decider) if shape.decider else (),
            shape.act,
        )
        for n, shape in enumerate(shapes)
    )


def resolution(
    bench: Compiler,
    place: Place,
    shape: ResolutionShape,
    local: Local,
    extra: Mapping[str, str],
    *provenance: ProvenanceShape | None,
) -> Resolution:
    """`local` names what the formulas may read here, `extra` the words that audiences may use here."""
    drawn: Local = {**local, **({"total": "number"} if shape.terms else {})}
    acted: Local = {**drawn, **({"draw": "number"} if shape.chance else {})}
    _check_outcomes(bench, place, shape)
    return Resolution(
        tuple(_outcome(bench, place / "outcomes" / id, id, one, acted) for id, one in shape.outcomes.items()),
        tuple(
            _term(bench, place / "terms" / id, id, one, local, extra, *provenance) for id, one in shape.terms.items()
        ),
        _chance(bench, place / "chance", shape.chance, drawn) if shape.chance else None,
        bench.audience(place / "see", shape.see, extra) if shape.see else ALL,
        shape.version,
    )


def _check_outcomes(bench: Compiler, place: Place, shape: ResolutionShape) -> None:
    law, count = shape.chance.law if shape.chance else "", len(shape.outcomes)
    if law == "bernoulli" and count != 2:
        bench.problem(place / "outcomes", "under bernoulli there are two outcomes: it happens, and it does not")
    if law == "graded" and count < 2:
        bench.problem(place / "outcomes", "under graded there are two or more outcomes")
    if law not in ("bernoulli", "graded") and count != 1:
        bench.problem(place / "outcomes", "one outcome only, unless the law is bernoulli or graded")
    for id, one in shape.outcomes.items():
        if (law == "graded") != (one.share is not None):
            bench.problem(place / "outcomes" / id, "a share stands with each outcome under graded, and nowhere else")


def _term(
    bench: Compiler,
    place: Place,
    id: str,
    shape: TermShape,
    local: Local,
    extra: Mapping[str, str],
    *provenance: ProvenanceShape | None,
) -> Term:
    return Term(
        id,
        shape.label,
        bench.formula(place / "value", shape.value, local),
        bench.provenance(place, shape.provenance, *provenance),
        bench.audience(place / "see", shape.see, extra) if shape.see else ALL,
        bench.if_any(place / "input", shape.input, local),
        shape.unit,
    )


def _chance(bench: Compiler, place: Place, shape: ChanceShape, local: Local) -> Chance:
    args = tuple(bench.formula(place / key, getattr(shape, key), local) for key in _ARGS[shape.law])
    return Chance(shape.law, args, shape.key)


def _outcome(bench: Compiler, place: Place, id: str, shape: OutcomeShape, local: Local) -> Outcome:
    return Outcome(
        id,
        shape.label,
        bench.template(place / "sentence", shape.sentence, local),
        effects(bench, place / "effects", shape.effects, local),
        bench.if_any(place / "share", shape.share, local),
    )
