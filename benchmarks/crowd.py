"""The people who are measured with: seats taken through the doors, sockets opened with their cookies, acts timed.

Everything here runs in the bench's own process. It takes CPU from the servers it measures, the more so on two cores.
"""

import asyncio
import gc
import json
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from time import perf_counter
from typing import Any
from urllib.request import Request, urlopen

import orjson
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.grounds import Grounds
from tests.live.person import merged
from tests.topology.people import Desk
from wargame.live.packed import unpacked

PACKS = ("reassurance_force", "first_steps")
"""The first that is there and passes its checks."""
CONTROL = "control"
CLIENTS = 20
EXERCISES = 10
PATIENCE = 30.0
"""Seconds after which something that must come is given up."""


@dataclass(frozen=True)
class Way:
    """How somebody gets in."""

    seat: str
    path: str
    cookie: str


@dataclass(frozen=True)
class Exercise:
    """One that runs, its teams (`team:x`) and the ways in: control, then every seat."""

    id: str
    pack: str
    teams: list[str]
    ways: list[Way]


def open_exercise(desk: Desk) -> Exercise:
    """Open an exercise with as many turns as there are, fill its seats through its code, and start it."""
    library = {pack["id"]: pack for pack in json.loads(desk.get("/api/scenarios"))}
    pack = library[next(id for id in PACKS if id in library)]
    setup = {"title": "Bench", "mode": "engine", "auto_advance": False, "scenario": pack["id"]}
    setup["clock"] = max(pack["clocks"], key=lambda clock: len(clock.get("turns", [])))["id"]
    setup |= {key: pack[f"{key}s"][0]["id"] for key in ("start_card", "rule_card", "team_set")}
    lobby = desk.post("/api/exercises", setup)
    code = lobby["join"]["code"]
    teams = json.loads(desk.get(f"/join/{code}/seats"))["teams"]
    ways = [Way(CONTROL, f"/e/{lobby['id']}/socket", f"sessionid={desk.cookie('sessionid')}")]
    ways += [sit(desk, code, seat, n) for n, seat in enumerate(s for team in teams.values() for s in team["seats"])]
    desk.post(f"/api/exercises/{lobby['id']}/start", {})
    return Exercise(lobby["id"], pack["id"], [f"team:{team}" for team in teams], ways)


def sit(desk: Desk, code: str, seat: str, n: int) -> Way:
    """Take a seat as a stranger with a browser does."""
    body = json.dumps({"seat": seat, "name": f"Player {n}", "consent": True}).encode()
    token = desk.cookie("csrftoken")
    headers = {"Content-Type": "application/json", "X-CSRFToken": token, "Cookie": f"csrftoken={token}"}
    with urlopen(Request(f"http://{desk.address}/join/{code}", body, headers), timeout=20) as answer:
        return Way(seat, json.load(answer)["url"] + "socket", answer.headers["Set-Cookie"].partition(";")[0])


@dataclass
class Client:
    """A page that listens. Frames are kept as they came, and put together when somebody wants the view."""

    way: Way
    socket: ClientConnection
    table: "Table"
    parts: dict[str, Any] = field(default_factory=dict)
    _patches: list[dict[str, Any]] = field(default_factory=list)
    _clock: dict[str, Any] = field(default_factory=dict)
    _greeted: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        async for text in self.socket:
            whole = unpacked(text) if isinstance(text, bytes) else text
            self._hear(orjson.loads(whole), perf_counter(), len(text))

    def _hear(self, frame: dict[str, Any], at: float, size: int) -> None:
        match frame["type"]:
            case "changed":
                self._patches.append(frame["patch"])
                self.table.changed(self, frame["patch"], at, size)
                self._look_at_clock(frame["patch"], at)
            case "ack":
                self.table.acked(frame["request_id"], frame.get("made", ""))
            case "refused":
                self.table.refused(frame["request_id"], frame["text"])
            case "view":
                self.parts, self._patches = frame["parts"], []
                self._look_at_clock(frame["parts"], at)
                self._greeted.set()

    def _look_at_clock(self, parts: dict[str, Any], at: float) -> None:
        for part in parts.values():  # control has it in its own part
            self._clock |= part.get("timer", {})
        if "turn" in self._clock and "phase" in self._clock:
            self.table.hear_of(self, f"{self._clock['turn']} {self._clock['phase']}", at)

    def view(self) -> dict[str, Any]:
        """The view now, its parts over one another, as the page has it."""
        for patch in self._patches:
            self.parts = merged(self.parts, patch)
        self._patches = []
        whole: dict[str, Any] = {}
        for part in self.parts.values():
            for key, entries in part.items():
                whole[key] = {**whole.get(key, {}), **entries}
        return whole

    async def hello(self) -> None:
        """Ask for the view, and have it."""
        await self.socket.send('{"type":"hello","cursor":"","packed":true}')
        async with asyncio.timeout(PATIENCE):
            await self._greeted.wait()

    async def send(self, command: dict[str, Any]) -> str:
        """Send a command; the id of its request."""
        request = secrets.token_hex(16)
        await self.socket.send(orjson.dumps({"type": "send", "request_id": request, "command": command}).decode())
        return request

    async def ask(self, command: dict[str, Any]) -> str:
        """Send a command and wait for its answer: the id of what it made. Raises RuntimeError if it is refused."""
        request = secrets.token_hex(16)
        answer = self.table.answers[request] = asyncio.get_running_loop().create_future()
        await self.socket.send(orjson.dumps({"type": "send", "request_id": request, "command": command}).decode())
        async with asyncio.timeout(PATIENCE):
            made: str = await answer
        return made


class Table:
    """Everybody of one exercise, and when something reached the last of them."""

    def __init__(self, teams: Sequence[str], echoed: bool = False) -> None:
        self.clients: list[Client] = []
        self.answers: dict[str, asyncio.Future[str]] = {}
        self.sizes: list[int] = []
        """Characters of each change that was heard."""
        self._teams = list(teams)
        self._echoed = echoed  # the ceiling answers nothing, and calls a dispatch by its request
        self._waiting: dict[str, asyncio.Future[float]] = {}
        """By dispatch or phase: the moment at which the last client had it."""
        self._heard: defaultdict[str, set[int]] = defaultdict(set)
        self._last: dict[str, float] = {}

    @property
    def control(self) -> Client:
        return self.clients[0]

    @property
    def players(self) -> list[Client]:
        return [client for client in self.clients if client.way.seat != CONTROL]

    # What clients hear

    def changed(self, client: Client, patch: dict[str, Any], at: float, size: int) -> None:
        self.sizes.append(size)
        for part in patch.values():
            for dispatch in part.get("dispatches", ()):
                self.hear_of(client, dispatch, at)

    def hear_of(self, client: Client, what: str, at: float) -> None:
        """A client has a dispatch, or knows of a phase (`turn phase`)."""
        heard = self._heard[what]
        if id(client) not in heard:
            heard.add(id(client))
            self._last[what] = at
            self._settle(what)

    def _settle(self, what: str) -> None:
        if what in self._waiting and len(self._heard[what]) == len(self.clients):
            self._waiting.pop(what).set_result(self._last[what])

    def acked(self, request: str, made: str) -> None:
        if future := self.answers.pop(request, None):
            future.set_result(made)

    def refused(self, request: str, text: str) -> None:
        if future := self.answers.pop(request, None):
            future.set_exception(RuntimeError(text))

    async def reached_all(self, what: str) -> float:
        """The moment at which the last client had it: a dispatch's id, or `turn phase`."""
        reached = self._waiting[what] = asyncio.get_running_loop().create_future()
        self._settle(what)
        try:
            async with asyncio.timeout(PATIENCE):
                moment: float = await reached
        except TimeoutError:
            missed = [client.way.seat for client in self.clients if id(client) not in self._heard[what]]
            raise RuntimeError(f"{what} did not reach {', '.join(missed)}") from None
        return moment

    # What they do

    async def act(self, n: int) -> float:
        """The next player sends a dispatch to every team; seconds until the last client has it."""
        client = self.players[n % len(self.players)]
        command = {"type": "send_dispatch", "to": self._teams, "subject": "Line", "body": f"We have seen it: {n}."}
        began = perf_counter()
        made = await (client.send(command) if self._echoed else client.ask(command))
        return await self.reached_all(made) - began

    async def close(self, turn: int, phase: str, next: str) -> float:
        """Control closes a phase; seconds until the last client has the next, `turn phase`."""
        began = perf_counter()
        await self.control.ask({"type": "close_phase", "turn": turn, "phase": phase})
        return await self.reached_all(next) - began


@asynccontextmanager
async def seated(addresses: Sequence[str], ways: Sequence[Way], table: Table) -> AsyncIterator[Table]:
    """Open a socket for each way, by turns at these addresses; all have their view."""
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as listening:
        for address, way in zip(cycle(addresses), ways, strict=False):
            headers = {"Cookie": way.cookie} if way.cookie else {}
            line = connect(
                f"ws://{address}{way.path}",
                origin=f"http://{address}",  # type: ignore[arg-type]  # a NewType of str
                additional_headers=headers,
                compression=None,
                max_size=None,
            )
            client = Client(way, await stack.enter_async_context(line), table)
            table.clients.append(client)
            listening.create_task(client.listen())
            if way.cookie:
                await client.hello()
        yield table
        await asyncio.gather(*(client.socket.close() for client in table.clients))


@contextmanager
def uncollected() -> Iterator[None]:
    """The clients keep every frame; to walk through all of them would count as the servers' slowness."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@asynccontextmanager
async def crowd(grounds: Grounds, exercises: Sequence[Exercise]) -> AsyncIterator[list[Table]]:
    """Twenty clients in each exercise; where there are fewer seats, some have a second page open."""
    async with AsyncExitStack() as stack:
        stack.enter_context(uncollected())
        yield [
            await stack.enter_async_context(
                seated(grounds.addresses, [*islice(cycle(one.ways), CLIENTS)], Table(one.teams))
            )
            for one in exercises
        ]


@asynccontextmanager
async def echoing(address: str) -> AsyncIterator[list[Table]]:
    """As many clients in as many groups at the ceiling."""
    async with AsyncExitStack() as stack:
        stack.enter_context(uncollected())
        yield [
            await stack.enter_async_context(
                seated([address], [Way(f"{n}", f"/{group}", "") for n in range(CLIENTS)], Table([], echoed=True))
            )
            for group in range(EXERCISES)
        ]


async def closed_loop(tables: Sequence[Table], seconds: float) -> int:
    """One act in flight at each table, for so long; how many there were."""
    until = perf_counter() + seconds

    async def go_on(table: Table) -> int:
        n = 0
        while perf_counter() < until:
            await table.act(n)
            n += 1
        return n

    return sum(await asyncio.gather(*map(go_on, tables)))


async def open_loop(tables: Sequence[Table], rate: float, seconds: float) -> list[float]:
    """So many acts a second, table by table, whether earlier ones have arrived or not; the seconds of each."""
    began = perf_counter()
    acts = []
    for n in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + n / rate - perf_counter()))
        round, at = divmod(n, len(tables))
        acts.append(asyncio.create_task(tables[at].act(round)))
    return list(await asyncio.gather(*acts))
