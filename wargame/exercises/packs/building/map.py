"""map.yaml and map.geojson to the engine's `Sheet`."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from wargame.engine.scenario import Derived, Variable
from wargame.engine.sheet import (
    EXTENT,
    LINES,
    POINTS,
    STATES,
    Base,
    Coordinates,
    Feature,
    Geometry,
    Mark,
    Position,
    Sheet,
)
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.files import MAP_FILE
from wargame.exercises.packs.problems import Place, did_you_mean
from wargame.exercises.packs.shapes.features import FeatureShape, PropertiesShape
from wargame.exercises.packs.shapes.map import MapFile, MapShape, MarkShape

FILE = Place("map.yaml")
SHAPES = Place(MAP_FILE)

Values = Mapping[str, Variable | Derived]


def sheet(bench: Compiler, values: Values) -> Sheet | None:
    """The map, if the pack has one."""
    shape, drawn = bench.pack.map, bench.pack.features.features
    if shape is None:
        if drawn:
            bench.problem(SHAPES, "shapes, but no map.yaml that says what part of the world is shown")
        return None
    features = _features(bench, shape, drawn)
    top = shape.map
    _check_window(bench, top)
    return Sheet(
        top.title,
        (top.window[0], top.window[1], top.window[2], top.window[3]),
        _base(top),
        _states(bench, "home", top.home, top),
        _states(bench, "staging", top.staging, top),
        top.note,
        features,
        {id: _mark(bench, id, one, values, features) for id, one in shape.marks.items()},
    )


def _base(shape: MapShape) -> Base:
    return shape.base or ""


def _check_window(bench: Compiler, shape: MapShape) -> None:
    place = FILE / "map" / "window"
    west, south, east, north = shape.window
    if west >= east or south >= north:
        bench.problem(place, "a window is [west, south, east, north], the smaller number first")
    left, low, right, high = EXTENT[_base(shape)]
    if west < left or south < low or east > right or north > high:
        bench.problem(place, f"there is land to draw only within [{left:g}, {low:g}, {right:g}, {high:g}]")


def _states(bench: Compiler, key: str, codes: list[str] | None, shape: MapShape) -> tuple[str, ...]:
    place = FILE / "map" / key
    return tuple(
        bench.one_of(place / n, code, STATES[_base(shape)], "state on the base land")
        for n, code in enumerate(codes or ())
    )


# Shapes


def _features(bench: Compiler, shape: MapFile, drawn: list[FeatureShape]) -> dict[str, Feature]:
    found: dict[str, Feature] = {}
    for n, one in enumerate(drawn):
        place = SHAPES / "features" / n
        if one.properties.id in found:
            bench.problem(place / "properties" / "id", f"'{one.properties.id}' stands here twice")
        _check_geometry(bench, place, one)
        found[one.properties.id] = _feature(bench, shape, one)
    zones = [id for id, one in found.items() if one.kind == "zone"]
    for id in shape.zones:
        if id not in zones:
            wrong = f"map.geojson has no zone '{id}'{did_you_mean(id, zones)}"
            bench.problem(FILE / "zones" / id, wrong, at_key=True)
    return found


def _check_geometry(bench: Compiler, place: Place, shape: FeatureShape) -> None:
    kind, given = shape.properties.kind, shape.geometry.type
    wanted = "Point" if kind in POINTS else "LineString" if kind in LINES else "Polygon"
    fits = given.removeprefix("Multi") == wanted or (kind == "zone" and given == "Point")
    if not fits:
        bench.problem(place / "geometry" / "type", f"a {kind} is drawn as a {wanted}")
    if kind in ("zone", "place", "label") and not shape.properties.name:
        bench.problem(place / "properties", f"a {kind} needs a name")


def _feature(bench: Compiler, shape: MapFile, drawn: FeatureShape) -> Feature:
    own: PropertiesShape = drawn.properties
    geometry = Geometry(drawn.geometry.type, _frozen(drawn.geometry.coordinates))
    zone = shape.zones.get(own.id)
    about = zone.about if zone else ""
    facts = bench.facts(FILE / "zones" / own.id / "facts", zone.facts) if zone else ()
    return Feature(own.id, own.kind, own.name, geometry, own.side, own.rank, own.minor, about, facts)


def _frozen(coordinates: list[Any]) -> Coordinates:
    return tuple(_frozen(one) if isinstance(one, list) else float(one) for one in coordinates)


# Marks


def _mark(bench: Compiler, id: str, shape: MarkShape, values: Values, features: Mapping[str, Feature]) -> Mark:
    place = FILE / "marks" / id
    paths = tuple(_paths(shape.of, values))
    if not paths:
        bench.problem(place / "of", f"there is no value '{shape.of}'{did_you_mean(shape.of, values)}")
    zones = [one.id for one in features.values() if one.kind == "zone"]
    if shape.zone:
        bench.one_of(place / "zone", shape.zone, zones, "zone")
    at = _at(bench, place, shape, features)
    if bool(shape.word) != bool(at):
        bench.problem(place, "a plate needs a word, and `at` or `place` to stand at")
    elif not at and not shape.zone and not shape.moves:
        bench.problem(place, "this is told nowhere; give it a zone, a word and a place, or shapes that it moves")
    moves, by = _moves(bench, place, shape, features)
    if moves and len(paths) > 1:
        bench.problem(place, "one value moves shapes, not a set of them")
    return Mark(id, paths, shape.name, shape.word, at, shape.zone, shape.layer, shape.symbol or "", moves, by)


def _moves(
    bench: Compiler, place: Place, shape: MarkShape, features: Mapping[str, Feature]
) -> tuple[tuple[str, ...], Position]:
    if bool(shape.moves) != bool(shape.by):
        bench.problem(place, "what a value moves needs both `moves` and `by`")
    drawn = [one.id for one in features.values() if one.kind in (*LINES, "area")]
    moves = tuple(
        bench.one_of(place / "moves" / n, one, drawn, "line or area") for n, one in enumerate(shape.moves or ())
    )
    east, north = shape.by or (0, 0)
    return moves, (float(east), float(north))


def _paths(of: str, values: Values) -> Iterator[str]:
    """The value itself, or those of a set's members."""
    if of in values:
        yield of
        return
    for path, value in values.items():
        above, _, last = path.rpartition(".")
        if above == of and (isinstance(value, Derived) or value.member == last):
            yield path


def _at(bench: Compiler, place: Place, shape: MarkShape, features: Mapping[str, Feature]) -> Position | None:
    if shape.at:
        return float(shape.at[0]), float(shape.at[1])
    if not shape.place:
        return None
    points = {id: cast(Position, f.geometry.coordinates) for id, f in features.items() if f.geometry.type == "Point"}
    return points.get(bench.one_of(place / "place", shape.place, points, "place"), (0.0, 0.0))
