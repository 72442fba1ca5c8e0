"""People at the full topology. Their pages keep each request until it is answered, at whichever process answers."""

import asyncio
import json
import secrets
from collections.abc import Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from itertools import cycle
from typing import Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

from websockets.exceptions import WebSocketException

from tests.live.person import Person, person

SECONDS = 40.0
"""In which every request is answered, whatever was killed."""
LOST = (OSError, WebSocketException, TimeoutError)

SCENARIO = {
    "scenario": "first_steps",
    "clock": "quarter_hour",
    "start_card": "full_lake",
    "rule_card": "stormy",
    "team_set": "two_teams",
    "mode": "engine",
    "title": "A storm on the line",
    "auto_advance": False,
}
CONTROL, CHAIR, LIAISON, MASTER, AGENT = "control", "hollin.chair", "hollin.liaison", "merrow.master", "merrow.agent"


@dataclass(frozen=True)
class Table:
    """An exercise that runs, and its people's ways in."""

    id: str
    paths: dict[str, str]
    cookies: dict[str, str]

    def player(self, seat: str, *addresses: str) -> "Player":
        """Somebody who enters at the first address and goes to the next when the line breaks."""
        return Player(list(addresses), self.paths[seat], self.cookies[seat])


class Desk:
    """The facilitator's browser."""

    def __init__(self, address: str, token: str) -> None:
        self.jar = CookieJar()
        self._browser = build_opener(HTTPCookieProcessor(self.jar))
        self.address = address
        self._browser.open(f"http://{address}/enter", timeout=20).close()
        self.post("/enter", {"token": token})

    def cookie(self, name: str) -> str:
        return next(str(cookie.value) for cookie in self.jar if cookie.name == name)

    def post(self, path: str, body: object) -> Any:
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.cookie("csrftoken")}
        request = Request(f"http://{self.address}{path}", json.dumps(body).encode(), headers)
        with self._browser.open(request, timeout=20) as answer:
            return json.load(answer)

    def get(self, path: str) -> bytes:
        with self._browser.open(f"http://{self.address}{path}", timeout=20) as answer:
            return bytes(answer.read())

    def running(self, **setup: Any) -> Table:
        """An exercise just after StartEx, with four people in their seats."""
        lobby = self.post("/api/exercises", {**SCENARIO, **setup})
        paths = {CONTROL: f"/e/{lobby['id']}/socket"}
        cookies = {CONTROL: f"sessionid={self.cookie('sessionid')}"}
        for name, seat in zip(("Ada", "Ben", "Cem", "Dee"), (CHAIR, LIAISON, MASTER, AGENT), strict=True):
            paths[seat], cookies[seat] = self._sit(lobby["join"]["code"], seat, name)
        self.post(f"/api/exercises/{lobby['id']}/start", {})
        return Table(lobby["id"], paths, cookies)

    def _sit(self, code: str, seat: str, name: str) -> tuple[str, str]:
        body = json.dumps({"seat": seat, "name": name, "consent": True}).encode()
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.cookie("csrftoken")}
        with self._browser.open(Request(f"http://{self.address}/join/{code}", body, headers), timeout=20) as answer:
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
            return json.load(answer)["url"] + "socket", cookie


@dataclass
class Player:
    """A page that does not give up. What it was acked is kept here, and so is what it saw."""

    addresses: list[str]
    path: str
    cookie: str
    acks: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By request id: what was asked, and the id of what it made."""
    refused: list[str] = field(default_factory=list)
    """Codes of every refusal on the way."""
    lines: int = 0
    """Sockets opened."""
    here: Person | None = None

    def __post_init__(self) -> None:
        self._stack = AsyncExitStack()
        self._next: Iterator[str] = cycle(self.addresses)
        self.address = ""

    async def arrive(self) -> Person:
        """The open line; if there is none, a new one."""
        if self.here is None:
            self.address = next(self._next)
            new = await self._stack.enter_async_context(person(self.address, self.path, self.cookie))
            try:
                await new.hello()
            except BaseException:
                await self.leave()
                raise
            self.here, self.lines = new, self.lines + 1
        return self.here

    async def leave(self) -> None:
        """Close the line, if it is still one."""
        self.here = None
        stack, self._stack = self._stack, AsyncExitStack()
        with suppress(*LOST):  # it may be cut already
            await stack.aclose()

    async def ask(self, frame: dict[str, Any]) -> dict[str, Any]:
        """The frame's answer, however often it must be sent; always with the same request id."""
        request_id = secrets.token_hex(16)
        async with asyncio.timeout(SECONDS):
            while True:
                try:
                    answer = await (await self.arrive()).ask(frame, request_id)
                except LOST:
                    await self.leave()
                    await asyncio.sleep(0.1)  # as the page does, so as not to storm a server that starts
                    continue
                if answer["type"] == "ack":
                    asked = frame["command"]["type"] if frame["type"] == "send" else frame["type"]
                    self.acks[request_id] = asked, answer.get("made", "")
                    return answer
                self.refused.append(answer["code"])
                if answer["code"] != "unavailable":
                    return answer
                assert self.here is not None
                self.here.frames.remove(answer)
                await asyncio.sleep(0.1)

    async def command(self, type: str, **fields: Any) -> dict[str, Any]:
        return await self.ask({"type": "send", "command": {"type": type, **fields}})

    async def dispatch(self, text: str, *to: str) -> dict[str, Any]:
        return await self.command("send_dispatch", to=list(to), subject="Line", body=text)

    async def until(self, found: Any, seconds: float = SECONDS) -> Any:
        """See something, whichever line it comes over."""
        async with asyncio.timeout(seconds):
            while True:
                try:
                    return await (await self.arrive()).until(found)
                except LOST:
                    await self.leave()
                    await asyncio.sleep(0.1)

    def made(self, asked: str) -> set[str]:
        """Ids of what was made by everything of this kind that was acked."""
        return {made for kind, made in self.acks.values() if kind == asked}

    async def phase(self, phase: str) -> None:
        await self.until(lambda one: one.see("timer").get("phase") == phase)
