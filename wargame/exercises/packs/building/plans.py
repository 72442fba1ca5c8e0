"""plans.yaml and the measures to the engine's."""

from collections.abc import Iterable, Mapping

from wargame.engine.formula import Formula, Value
from wargame.engine.study import Measure, OrderLine, Plan, ProposeLine, SignLine, Study
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.common import FieldShape
from wargame.exercises.packs.shapes.plans import PlanLineShape, PlansFile
from wargame.exercises.packs.shapes.scenario import ScenarioFile

FILE = Place("plans.yaml")


def measures(bench: Compiler, shape: ScenarioFile) -> dict[str, Measure]:
    place = Place("scenario.yaml") / "measures"
    return {
        id: Measure(id, one.title, bench.formula(place / id / "formula", one.formula), one.take, one.unit)
        for id, one in shape.measures.items()
    }


def plans(bench: Compiler, shape: PlansFile) -> dict[str, Plan]:
    made: dict[str, Plan] = {}
    for id, one in shape.plans.items():
        place = FILE / "plans" / id / "actors"
        if one.like is not None:
            bench.one_of(FILE / "plans" / id / "like", one.like, made, "plan above")
        lines = {
            bench.one_of(place / actor, actor, bench.names.actors, "actor"): tuple(
                _line(bench, place / actor / n, actor, line) for n, line in enumerate(written)
            )
            for actor, written in one.actors.items()
        }
        base = made[one.like].actors if one.like in made else {}
        if one.gains is not None:
            bench.one_of(FILE / "plans" / id / "gains", one.gains, bench.names.actors, "actor")
        acts = {**base, **lines}
        made[id] = Plan(id, one.title, one.summary, one.kind, acts, one.others, one.gains or "", one.like or "")
    return made


def study(bench: Compiler, shape: PlansFile) -> Study | None:
    if shape.study is None:
        return None
    place, known = FILE / "study", bench.pack.scenario.measures
    for name in ("success", "compare"):
        bench.one_of(place / name, getattr(shape.study, name), known, "measure")
    for id in shape.study.reach:
        bench.one_of(place / "reach" / id, id, known, "measure")
    reach = {id: (float(low), float(high)) for id, (low, high) in shape.study.reach.items()}
    return Study(shape.study.success, shape.study.compare, reach)


def _line(bench: Compiler, place: Place, actor: str, shape: PlanLineShape) -> OrderLine | ProposeLine | SignLine:
    when = bench.if_any(place / "when", shape.when, {"actor": "word"})
    if shape.order is not None:
        return _order(bench, place, actor, shape, when)
    if shape.propose is not None:
        return _propose(bench, place, actor, shape, when)
    template = bench.one_of(place / "sign", shape.sign or "", bench.pack.agreements.agreements, "agreement")
    _check_clauses(bench, place, template, shape)
    return SignLine(when, shape.again, template, shape.clauses)


def _order(bench: Compiler, place: Place, actor: str, shape: PlanLineShape, when: Formula | None) -> OrderLine:
    menu = bench.pack.orders.orders
    order = bench.one_of(place / "order", shape.order or "", menu, "order")
    if order in menu:
        if actor in bench.names.actors and actor not in bench.actors(place / "order", menu[order].by):
            bench.problem(place / "order", f"{actor} may not give the order '{order}'")
        _check_fields(bench, place / "form", shape.form, menu[order].form, "field")
    return OrderLine(when, shape.again, order, shape.form)


def _propose(bench: Compiler, place: Place, actor: str, shape: PlanLineShape, when: Formula | None) -> ProposeLine:
    templates, parties = bench.pack.agreements.agreements, tuple(shape.parties or ())
    template = bench.one_of(place / "propose", shape.propose or "", templates, "agreement")
    if template in templates:
        places = templates[template].parties
        fits = len(parties) == len(set(parties)) == len(places) and all(
            party in bench.actors(place / "propose", names) for party, names in zip(parties, places, strict=True)
        )
        if not fits:
            bench.problem(place / "parties", f"one actor for each of the {len(places)} parties of '{template}'")
        if actor not in parties:
            bench.problem(place / "parties", f"{actor} proposes a text that it is no party to")
        _check_clauses(bench, place, template, shape)
    return ProposeLine(when, shape.again, template, parties, shape.clauses)


def _check_clauses(bench: Compiler, place: Place, template: str, shape: PlanLineShape) -> None:
    templates = bench.pack.agreements.agreements
    if template in templates:
        _check_fields(bench, place / "clauses", shape.clauses, templates[template].clauses, "clause")


def _check_fields(
    bench: Compiler, place: Place, given: Mapping[str, Value], fields: Mapping[str, FieldShape], what: str
) -> None:
    for id, value in given.items():
        bench.one_of(place / id, id, fields, what)
        if id in fields and not _fits(fields[id], value):
            choices = list(fields[id].choices or ())
            wanted: Iterable[str] = choices or {"flag": ["yes or no"], "whole": ["a whole number"]}.get(
                fields[id].type, ["a number"]
            )
            bench.problem(place / id, f"'{value}' does not fit here; it takes {', '.join(wanted)}")


def _fits(field: FieldShape, value: Value) -> bool:
    """Whether the value is of the field's kind; its bounds are known in play only."""
    match field.type:
        case "flag":
            return isinstance(value, bool)
        case "choice":
            return value in (field.choices or {})
        case "whole":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
