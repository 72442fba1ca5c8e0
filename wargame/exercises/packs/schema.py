"""The JSON Schema that editors use for every YAML file of a pack, made from the shapes."""

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from wargame.exercises.packs.shapes import SHAPES


def schema() -> dict[str, Any]:
    """One schema for all files: each key says in which file it belongs. Which keys are needed is left to the check."""
    by_shape, top = models_json_schema([(shape, "validation") for shape in SHAPES.values()], by_alias=True)
    properties: dict[str, Any] = {}
    for name, shape in SHAPES.items():
        own = top["$defs"].pop(by_shape[(shape, "validation")]["$ref"].rpartition("/")[2])
        for key, value in own["properties"].items():
            told = f"In {name}. {value.get('description', '')}".strip()
            properties[key] = {**value, "description": told} if key != "provenance" else value
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a scenario pack",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": _untitled(top["$defs"]),
    }


def schema_text() -> str:
    """As it stands in scenarios/schema.json."""
    return json.dumps(_untitled(schema()), indent=1, ensure_ascii=False) + "\n"


def _untitled(part: Any) -> Any:
    """Without the titles that repeat each key's own name."""
    if isinstance(part, dict):
        named = isinstance(part.get("title"), str) and "properties" not in part
        return {key: _untitled(value) for key, value in part.items() if not (named and key == "title")}
    return [_untitled(one) for one in part] if isinstance(part, list) else part
