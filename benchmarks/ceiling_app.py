"""The most that the socket server gives: a text comes in and goes to all of its group. Nothing is known or kept."""

import json
from collections import defaultdict
from typing import Any

TEXT = 1024
"""Bytes of each frame out, about."""
_groups: defaultdict[str, list[Any]] = defaultdict(list)


async def app(scope: Any, receive: Any, send: Any) -> None:
    """ASGI: a group is a path."""
    if scope["type"] != "websocket":
        return
    group = _groups[scope["path"]]
    await receive()
    await send({"type": "websocket.accept"})
    group.append(send)
    while (message := await receive())["type"] == "websocket.receive":
        text = echo(json.loads(message["text"])["request_id"])
        for one in group:
            await one({"type": "websocket.send", "text": text})
    group.remove(send)


def echo(request_id: str) -> str:
    """What the group hears: a frame of the wargame's shape."""
    change = {"public": {"dispatches": {request_id: {"body": "x" * (TEXT - 144)}}}}
    return json.dumps({"type": "changed", "prev": "", "here": "", "now": 0.0, "patch": change})
