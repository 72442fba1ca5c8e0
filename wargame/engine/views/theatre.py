"""The map: its shapes, the same for everybody, and its marks, each for those who know the values that it tells."""

from wargame.engine.sheet import Coordinates, Feature, Mark
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.views.picture import circle, knows_of_its_own


def sheet(look: Look) -> Shape:
    found = look.world.scenario.map
    if found is None:
        return {}
    return {
        "title": found.title,
        "window": list(found.window),
        "base": found.base,
        "home": list(found.home),
        "staging": list(found.staging),
        "note": found.note,
        "features": {feature.id: _feature(feature, n) for n, feature in enumerate(found.features.values())},
    }


def _feature(feature: Feature, order: int) -> Shape:
    geometry = feature.geometry
    return {
        "kind": feature.kind,
        "name": feature.name,
        "geometry": {"type": geometry.type, "coordinates": _listed(geometry.coordinates)},
        "side": feature.side,
        "rank": feature.rank,
        "minor": feature.minor,
        "about": feature.about,
        "facts": list(feature.facts),
        "order": order,
    }


def _listed(coordinates: Coordinates) -> list[object]:
    return [_listed(one) if isinstance(one, tuple) else one for one in coordinates]


def marks(look: Look) -> Shapes:
    found = look.world.scenario.map
    if found is None or not knows_of_its_own(look):
        return {}
    return {mark.id: _mark(mark, n) for n, mark in enumerate(found.marks.values()) if _level(look, mark) == look.depth}


def _level(look: Look, mark: Mark) -> int | None:
    """The widest circle that knows all of its values; none if this one does not."""
    levels = [circle(look, path) for path in mark.paths]
    return None if None in levels else max(level for level in levels if level is not None)


def _mark(mark: Mark, order: int) -> Shape:
    shape: Shape = {"paths": list(mark.paths), "layer": mark.layer, "order": order}
    for key in ("name", "word", "zone", "symbol"):
        if value := getattr(mark, key):
            shape[key] = value
    if mark.moves:
        shape |= {"moves": list(mark.moves), "by": list(mark.by)}
    return shape | {"at": list(mark.at)} if mark.at else shape
