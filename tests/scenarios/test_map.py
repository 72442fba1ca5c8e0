"""A pack's map: shapes, zones and marks; what is wrong is told with its line in either file."""

import json
from pathlib import Path
from textwrap import dedent

import pytest
from django.conf import settings

from tests.scenarios.tiny import Files, tiny, told
from wargame.engine.sheet import EXTENT, STATES
from wargame.exercises.packs import from_files

MAP = """\
    map:
      base: europe
      window: [12, 43, 42, 53]
      home: UKR
      staging: [POL, ROU]
    zones:
      Z1: {about: A line., facts: [hill]}
    marks:
      front: {of: front, word: front, at: [37, 48], zone: Z1}
      strength: {of: strength, zone: Z1}
      level: {of: offer.level, word: offer, place: kyiv, symbol: air, layer: air_sea}
      mood: {of: mood, zone: Z1}
      drift: {moves: held, by: [.1, -.2], of: front}
    """

SHAPES = """\
    {
     "type": "FeatureCollection",
     "features": [
      {"type": "Feature", "properties": {"kind": "zone", "id": "Z1", "name": "Line"},
       "geometry": {"type": "Point", "coordinates": [37.1, 49.3]}},
      {"type": "Feature", "properties": {"kind": "place", "id": "kyiv", "name": "Kyiv", "minor": true},
       "geometry": {"type": "Point", "coordinates": [30.5, 50]}},
      {"type": "Feature", "properties": {"kind": "area", "id": "held"},
       "geometry": {"type": "Polygon", "coordinates": [[[36, 46], [38, 46], [38, 48], [36, 46]]]}}
     ]
    }
    """


def mapped(*changes: tuple[str, str]) -> Files:
    """The tiny pack with a map in which one text or another is replaced; each stands in one of the two files once."""
    files = {"map.yaml": dedent(MAP), "map.geojson": dedent(SHAPES)}
    for old, new in changes:
        [name] = [name for name, text in files.items() if text.count(old) == 1]
        files[name] = files[name].replace(old, new)
    return tiny() | {name: text.encode() for name, text in files.items()}


def test_the_map_is_built() -> None:
    assert told(mapped()) == []
    found = from_files(mapped()).map
    assert found is not None
    assert (found.title, found.base, found.home, found.staging) == ("Theatre", "europe", ("UKR",), ("POL", "ROU"))
    assert found.features["Z1"].about == "A line."
    assert found.features["Z1"].facts == ("hill",)
    assert found.features["held"].geometry.coordinates == (((36.0, 46.0), (38.0, 46.0), (38.0, 48.0), (36.0, 46.0)),)
    assert found.marks["strength"].paths == ("strength.NO", "strength.SO")
    assert found.marks["level"].at == (30.5, 50.0)
    assert found.marks["mood"].paths == ("mood",)
    assert (found.marks["drift"].moves, found.marks["drift"].by) == (("held",), (0.1, -0.2))


def test_a_pack_without_a_map_has_none() -> None:
    assert from_files(tiny()).map is None


CASES = {
    "unknown key": (("home: UKR", "hom: UKR"), "map.yaml:4:3 map.hom: unknown key 'hom'; did you mean 'home'?"),
    "unknown base": (("base: europe", "base: mars"), "map.yaml:2:9 map.base: 'mars' is none of europe"),
    "unknown state": (
        ("home: UKR", "home: UKA"),
        "map.yaml:4:9 map.home.0: there is no state on the base land 'UKA'; did you mean 'UKR'?",
    ),
    "window upside down": (
        ("[12, 43, 42, 53]", "[12, 53, 42, 43]"),
        "map.yaml:3:3 map.window: a window is [west, south, east, north], the smaller number first",
    ),
    "window beyond the land": (
        ("[12, 43, 42, 53]", "[2, 43, 42, 53]"),
        "map.yaml:3:3 map.window: there is land to draw only within [12, 40, 48, 58]",
    ),
    "zone that is not drawn": (("  Z1: {about", "  Z2: {about"), "map.yaml:7:3 zones.Z2: map.geojson has no zone 'Z2'"),
    "fact that does not exist": (
        ("facts: [hill]", "facts: [hil]"),
        "map.yaml:7:32 zones.Z1.facts.0: there is no fact 'hil'; did you mean 'hill'?",
    ),
    "mark of nothing": (
        ("{of: front,", "{of: frond,"),
        "map.yaml:9:15 marks.front.of: there is no value 'frond'; did you mean 'front'?",
    ),
    "mark of a whole record": (
        ("{of: offer.level,", "{of: offer,"),
        "map.yaml:11:15 marks.level.of: there is no value 'offer'; did you mean 'offer.level'?",
    ),
    "mark in no zone": (
        ("{of: mood, zone: Z1}", "{of: mood, zone: Z9}"),
        "map.yaml:12:26 marks.mood.zone: there is no zone 'Z9'",
    ),
    "mark at no place": (
        ("place: kyiv,", "place: kiev,"),
        "map.yaml:11:48 marks.level.place: there is no place 'kiev'; did you mean 'kyiv'?",
    ),
    "plate without a word": (
        ("word: front, ", ""),
        "map.yaml:9:3 marks.front: a plate needs a word, and `at` or `place` to stand at",
    ),
    "mark that is told nowhere": (
        ("{of: mood, zone: Z1}", "{of: mood}"),
        "map.yaml:12:3 marks.mood: this is told nowhere; give it a zone, a word and a place, or shapes that it moves",
    ),
    "value that moves a place": (
        ("{moves: held,", "{moves: kyiv,"),
        "map.yaml:13:18 marks.drift.moves.0: there is no line or area 'kyiv'",
    ),
    "value that moves, but not whereto": (
        (", by: [.1, -.2], of: front}", ", of: front}"),
        "map.yaml:13:3 marks.drift: what a value moves needs both `moves` and `by`",
    ),
    "set that moves": (
        ("by: [.1, -.2], of: front}", "by: [.1, -.2], of: strength}"),
        "map.yaml:13:3 marks.drift: one value moves shapes, not a set of them",
    ),
    "unknown kind": (
        ('"kind": "place"', '"kind": "plaze"'),
        "map.geojson:6:46 features.1.properties.kind: 'plaze' is none of land, zone, area, belt, line, limit, place, "
        "label; did you mean 'place'?",
    ),
    "wrong geometry": (
        (
            '"geometry": {"type": "Point", "coordinates": [30.5, 50]}',
            '"geometry": {"type": "LineString", "coordinates": [[30, 50], [31, 50]]}',
        ),
        "map.geojson:7:25 features.1.geometry.type: a place is drawn as a Point",
    ),
    "ring that is open": (
        ("[38, 48], [36, 46]]", "[38, 48], [36, 47]]"),
        "map.geojson:9:52 features.2.geometry.coordinates.0: a ring ends where it begins",
    ),
    "position off the earth": (
        ("[30.5, 50]", "[50, 300]"),
        "map.geojson:7:34 features.1.geometry.coordinates: "
        "a position is [longitude, latitude], within 180 and 85 degrees",
    ),
    "the same id twice": (
        ('"id": "held"', '"id": "Z1"'),
        "map.geojson:8:60 features.2.properties.id: 'Z1' stands here twice",
    ),
    "not a collection": (
        ('"FeatureCollection"', '"Feature"'),
        "map.geojson:2:10 type: 'Feature' is none of FeatureCollection",
    ),
}


@pytest.mark.parametrize(("change", "problem"), CASES.values(), ids=list(CASES))
def test_what_is_wrong_is_told_where_it_stands(change: tuple[str, str], problem: str) -> None:
    assert problem in told(mapped(change))


def test_shapes_alone_are_not_a_map() -> None:
    files = mapped()
    del files["map.yaml"]
    assert told(files) == ["map.geojson:1:1: shapes, but no map.yaml that says what part of the world is shown"]


def test_a_map_may_do_with_the_base_land_alone() -> None:
    files = tiny() | {"map.yaml": b"map: {base: europe, window: [12, 43, 42, 53]}\n"}
    assert told(files) == []


def test_shapes_too_large() -> None:
    files = mapped() | {"map.geojson": json.dumps({"type": "x" * 200_001}).encode()}
    assert told(files) == ["map.geojson:1:1: 200,013 bytes; a map may have 200,000: draw it simpler"]


def test_the_base_land_is_that_of_the_browser() -> None:
    drawn = json.loads((Path(settings.BASE_DIR) / "frontend/src/map/europe.json").read_text())
    assert {state["id"] for state in drawn["objects"]["countries"]["geometries"]} == STATES["europe"]
    west, south, east, north = EXTENT["europe"]
    (wide, tall), (left, low) = drawn["transform"]["scale"], drawn["transform"]["translate"]
    assert left < west < east < left + 9999 * wide
    assert low < south < north < low + 9999 * tall
