"""Prints the frames as TypeScript, so that the browser's types cannot drift from the server's.

Pydantic makes JSON Schema, json-schema-to-typescript makes types of it. The schema is set right first:
`type` is always sent, or TypeScript could not tell the frames apart; a server frame is sent whole, defaults too; what
is unknown is absent, never null; and a field's title goes, or each field would become a type of its own.
"""

from typing import Any, get_args

from pydantic import TypeAdapter

from wargame.generated import typescript
from wargame.live.frames import client, player, server

BANNER = "// Made from wargame/live/frames by `manage.py contract`; never edited."

UNIONS: dict[str, Any] = {
    "ClientFrame": client.ClientFrame,
    "ServerFrame": server.ServerFrame,
    "AnyCommand": client.AnyCommand,
    "PlayerCommand": player.PlayerCommand,
}

Schema = dict[str, Any]
SENT_WHOLE = {model.__name__ for model in (*get_args(get_args(server.ServerFrame)[0]), server.Present)}


def contract() -> str:
    """The whole of `contract.ts`."""
    options = ("--no-additionalProperties", "--style.printWidth=120", f"--bannerComment={BANNER}")
    return typescript(".bin/json2ts", schema(), *options)


def schema() -> Schema:
    """Both unions and every type they use, as one JSON Schema document."""
    unions, document = TypeAdapter.json_schemas([(n, "validation", TypeAdapter(u)) for n, u in UNIONS.items()])
    definitions = document["$defs"]
    for name, definition in definitions.items():
        set_right(definition, sent_whole=name in SENT_WHOLE)
    definitions |= {name: {"anyOf": union["oneOf"]} for (name, _), union in unions.items()}
    definitions["Send"]["properties"]["command"] = {"$ref": "#/$defs/AnyCommand"}
    roots = {name: {"$ref": f"#/$defs/{name}"} for name in UNIONS}
    return {
        "title": "Contract",
        "type": "object",
        "properties": roots,
        "required": list(roots),
        "additionalProperties": False,
        "$defs": definitions,
    }


def set_right(definition: Schema, *, sent_whole: bool) -> None:
    """Change the schema of one model in place, as the module says."""
    fields: dict[str, Schema] = definition.get("properties", {})
    optional = {name for name, field in fields.items() if "default" in field and not (sent_whole or name == "type")}
    optional |= {name for name, field in fields.items() if field.get("default", "") is None}
    definition["required"] = [name for name in fields if name not in optional]
    for field in fields.values():
        set_field_right(field)


def set_field_right(field: Schema) -> None:
    """Change the schema of one field in place; lengths go too, or a list would become a tuple."""
    for word in ("title", "default", "minItems", "maxItems"):
        field.pop(word, None)
    types = [kind for kind in field.get("anyOf", []) if kind != {"type": "null"}]
    if len(types) == 1:
        del field["anyOf"]
        field.update(types[0])
    elif types:
        field["anyOf"] = types
