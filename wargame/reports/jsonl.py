"""The report as lines of JSON, for scripts: the story's sections item by item, and for control the log itself."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from wargame.reports.record import Json

SECTIONS = {
    "teams": "team",
    "timeline": "told",
    "decisions": "decision",
    "rulings": "ruling",
    "injects": "inject",
    "agreements": "agreement",
    "rewinds": "rewind",
    "dispatches": "dispatch",
    "calls": "call",
    "trajectories": "trajectory",
}


def to_jsonl(story: Json, entries: Iterable[Json] = ()) -> bytes:
    """One object a line, each with its `record` kind; the first is the header. `entries` are lines of the log."""
    return "".join(_line(line) for line in _lines(story, entries)).encode()


def _lines(story: Json, entries: Iterable[Json]) -> Iterator[Json]:
    rest = {key: value for key, value in story.items() if key not in SECTIONS}
    yield {"record": "header", **rest}
    for section, record in SECTIONS.items():
        for item in story[section]:
            yield {"record": record, **{key: value for key, value in item.items() if key != "svg"}}
    for entry in entries:
        yield {"record": "entry", **entry}


def _line(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
