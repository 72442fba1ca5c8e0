"""orders.yaml to the engine's menu."""

from wargame.engine.scenario import OrderKind
from wargame.exercises.packs.building.resolution import Local, field_names, fields, needs, resolution
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.names import spread
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.orders import OrdersFile, OrderShape

FILE = Place("orders.yaml")


def orders(bench: Compiler, shape: OrdersFile) -> dict[str, OrderKind]:
    return {id: _order(bench, FILE / "orders" / id, id, one, shape) for id, one in shape.orders.items()}


def _order(bench: Compiler, place: Place, id: str, shape: OrderShape, file: OrdersFile) -> OrderKind:
    by = bench.actors(place / "by", shape.by)
    before: Local = {"actor": "word"}  # what is needed is told before the form is filled in
    local: Local = {**before, **field_names("form", shape.form)}
    for resource in shape.cost:
        _check_resource(bench, place / "cost" / resource, resource, by)
    return OrderKind(
        id,
        shape.title,
        shape.summary,
        by,
        resolution(bench, place, shape, local, {"actor": "actor"}, shape.provenance, file.provenance),
        {key: bench.formula(place / "cost" / key, source, local) for key, source in shape.cost.items()},
        needs(bench, place / "needs", shape.needs, before),
        fields(bench, place / "form", "form", shape.form, before),
        shape.once,
        bench.facts(place / "facts", shape.facts),
        tuple(
            bench.one_of(place / "crosses" / n, line, bench.pack.state.red_lines, "red line")
            for n, line in enumerate(shape.crosses)
        ),
        tuple(shape.leans),
    )


def _check_resource(bench: Compiler, place: Place, resource: str, by: tuple[str, ...]) -> None:
    """A cost is paid from a store that all share, or that every actor that may order has."""
    stores = {id: shape for id, shape in bench.pack.state.variables.items() if shape.resource}
    if resource not in stores:
        bench.one_of(place, resource, stores, "resource")
        return
    bench.reads |= {resource, f"{resource}[]"}
    has = spread(resource, stores[resource].over, bench.names.sets)
    for actor in by if stores[resource].over else ():
        if f"{resource}.{actor}" not in has:
            bench.problem(place, f"{actor} may give this order and has no store of '{resource}'")
