"""map.geojson: strict JSON first; JSON is YAML too, so the same reader then tells where each value stands."""

import json

from wargame.exercises.packs.files import MAP_FILE
from wargame.exercises.packs.problems import PackError, Problem
from wargame.exercises.packs.reading import Node, read

MAX_BYTES = 200_000


def read_map(body: bytes) -> Node:
    """The tree of the map's shapes. Raises `PackError` with what is wrong with it as JSON."""
    if wrong := _wrong(body):
        raise PackError([wrong])
    return read(MAP_FILE, body)


def _wrong(body: bytes) -> Problem | None:
    if len(body) > MAX_BYTES:
        return Problem(MAP_FILE, 1, 1, "", f"{len(body):,} bytes; a map may have {MAX_BYTES:,}: draw it simpler")
    try:
        found = json.loads(body)
    except json.JSONDecodeError as error:
        return Problem(MAP_FILE, error.lineno, error.colno, "", f"not JSON: {error.msg}")
    except (UnicodeDecodeError, RecursionError):
        return Problem(MAP_FILE, 1, 1, "", "not JSON")
    if not isinstance(found, dict):
        return Problem(MAP_FILE, 1, 1, "type", "a map is a FeatureCollection")
    return None
