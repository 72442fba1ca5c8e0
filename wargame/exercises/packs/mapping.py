"""map.geojson: kept with the pack as data."""

import json
from collections.abc import Mapping

from wargame.exercises.packs.files import MAP_FILE
from wargame.exercises.packs.problems import Problem


def check_map(files: Mapping[str, bytes]) -> list[Problem]:
    """What is wrong with the map, if there is one."""
    if MAP_FILE not in files:
        return []
    try:
        found = json.loads(files[MAP_FILE])
    except json.JSONDecodeError as error:
        return [Problem(MAP_FILE, error.lineno, error.colno, "", f"not JSON: {error.msg}")]
    except (UnicodeDecodeError, RecursionError):
        return [Problem(MAP_FILE, 1, 1, "", "not JSON")]
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        return [Problem(MAP_FILE, 1, 1, "type", "a map is a FeatureCollection")]
    return []
