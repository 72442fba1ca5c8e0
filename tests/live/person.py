"""Somebody at a page: a socket, the view it keeps by patches, and every byte that it was ever sent."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.live.conftest import Table
from wargame.live.packed import unpacked

SECONDS = 10
"""Longest wait for a frame that must come."""


def merged(target: Any, patch: Any) -> Any:
    """JSON Merge Patch, as RFC 7396 has it."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


class Person:
    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.parts: dict[str, Any] = {}
        self.cursor = ""
        self.frames: list[dict[str, Any]] = []
        self.heard = ""
        """Every byte."""

    async def hello(self, cursor: str = "") -> None:
        await self.say({"type": "hello", "cursor": cursor, "packed": True})
        await self.until(lambda one: one.last("view") or one.last("changed"))

    async def say(self, frame: object) -> None:
        await self.socket.send(frame if isinstance(frame, str) else json.dumps(frame))

    async def ask(self, frame: dict[str, Any], request_id: str = "") -> dict[str, Any]:
        """The frame's answer."""
        request_id = request_id or secrets.token_hex(16)
        await self.say({**frame, "request_id": request_id})
        answer: dict[str, Any] = await self.until(lambda one: one.answer(request_id))
        return answer

    async def command(self, type: str, **fields: Any) -> dict[str, Any]:
        return await self.ask({"type": "send", "command": {"type": type, **fields}})

    async def until(self, found: Callable[["Person"], Any]) -> Any:
        """Hear frames until something is found: asked with this person, before each."""
        async with asyncio.timeout(SECONDS):
            while not (result := found(self)):
                frame = await self.socket.recv()
                self.hear(unpacked(frame) if isinstance(frame, bytes) else frame)
        return result

    def hear(self, text: str) -> None:
        self.heard += text
        frame = json.loads(text)
        self.frames.append(frame)
        if frame["type"] == "view":
            self.parts, self.cursor = frame["parts"], frame["here"]
        if frame["type"] == "changed":
            assert frame["prev"] == self.cursor, "a change that does not follow the last"
            self.parts, self.cursor = merged(self.parts, frame["patch"]), frame["here"]

    def answer(self, request_id: str) -> dict[str, Any] | None:
        return next((f for f in self.frames if f.get("request_id") == request_id), None)

    def last(self, type: str) -> dict[str, Any]:
        """The last frame of this type; empty if there was none."""
        return next((f for f in reversed(self.frames) if f["type"] == type), {})

    def see(self, map: str) -> dict[str, Any]:
        """A map of the view, its layers over one another."""
        layers = (self.parts.get(part, {}).get(map, {}) for part in ("public", "team", "seat", "control"))
        return {key: value for layer in layers for key, value in layer.items()}


@asynccontextmanager
async def person(address: str, path: str, cookie: str = "", origin: str = "") -> AsyncIterator[Person]:
    """Open a socket as a page of ours would. `address` is host:port."""
    headers = {"Cookie": cookie} if cookie else {}
    socket = connect(
        f"ws://{address}{path}",
        origin=origin or f"http://{address}",  # type: ignore[arg-type]  # a NewType of str
        additional_headers=headers,
        compression=None,
        max_size=None,
        max_queue=None,  # or a close waits for whoever does not listen
    )
    async with socket as opened:
        yield Person(opened)


async def everybody(stack: AsyncExitStack, address: str, table: Table) -> dict[str, Person]:
    """All of the table's people, control and the wall, each with a first view."""
    people = {}
    for who, path in table.paths.items():
        people[who] = await stack.enter_async_context(person(address, path, table.cookies[who]))
        await people[who].hello()
    return people
