"""Frames that are none, or that ask for what the socket may not: a clear answer, and nothing changes."""

import json
from collections.abc import AsyncIterator
from typing import Any, get_args

import pytest
from channels.testing import WebsocketCommunicator

from tests.live.conftest import NORTH_CHIEF, SOUTH_CHIEF, WATCHING, Table
from wargame.asgi import application
from wargame.engine import commands
from wargame.exercises import queries
from wargame.exercises.texts import Texts
from wargame.live.consumers import FAULTS_AT_ONCE
from wargame.live.frames.common import Frame
from wargame.live.frames.control import ByControl
from wargame.live.frames.player import ByPlayer
from wargame.live.lifespan import start, stop
from wargame.live.reading import doing
from wargame.live.to_command import Asking, to_command

ID = "0" * 32
HOST = b"localhost"


@pytest.fixture
async def running(table: Table, settings: Any) -> AsyncIterator[Table]:
    """What the server's lifespan does, on the test's own loop."""
    settings.EMBEDDED = False
    worker = await start()
    yield table
    await stop(worker)


async def opened(table: Table, who: str, origin: bytes = b"http://localhost") -> WebsocketCommunicator:
    headers = [(b"host", HOST), (b"origin", origin), (b"cookie", table.cookies[who].encode())]
    return WebsocketCommunicator(application, table.paths[who], headers)


async def seat(table: Table, who: str) -> WebsocketCommunicator:
    line = await opened(table, who)
    assert (await line.connect())[0]
    await line.send_json_to({"type": "hello"})
    await answer(line, "view")
    return line


async def answer(line: WebsocketCommunicator, *types: str) -> dict[str, Any]:
    while True:
        frame: dict[str, Any] = await line.receive_json_from(5)
        if frame["type"] in types:
            return frame


def send(command: object) -> dict[str, Any]:
    return {"type": "send", "request_id": ID, "command": command}


ORDER = {"type": "submit_order", "kind": "talk", "actor": "N", "turn": 1}
EDIT = {"type": "edit_draft", "request_id": ID, "draft": "d", "field": "ready", "value": True, "revision": 0}

FORGED: dict[str, object] = {
    "unknown type": {"type": "launch"},
    "no type": {"request_id": ID},
    "not an object": [1, 2],
    "not JSON": "{",
    "deep": "[" * 50_000,
    "an extra field": {**EDIT, "team": "south"},
    "a seat in the frame": {**send(ORDER), "seat": "south.chief"},
    "a seat in the command": send({**ORDER, "seat": "south.chief"}),
    "an unknown command": send({"type": "start_exercise"}),
    "a command of the system": send({"type": "adjudicate", "turn": 1, "attempt": 0}),
    "a wrong type": send({**ORDER, "turn": "1"}),
    "a number for a text": send({**ORDER, "kind": 5}),
    "true for a number": send({**ORDER, "turn": True}),
    "null": send({**ORDER, "actor": None}),
    "a list in a form": send({**ORDER, "form": {"strength": [1]}}),
    "NaN": json.dumps(send({**ORDER, "form": {"strength": float("nan")}})),
    "infinity": json.dumps(send({**ORDER, "form": {"strength": float("inf")}})),
    "a number beyond measure": send({**ORDER, "form": {"strength": 10**60}}),
    "a long text": send({**ORDER, "rationale": "x" * 4001}),
    "a megabyte": send({**ORDER, "rationale": "x" * 1_000_000}),
    "half a character": '{"type":"hello","cursor":"\\ud800"}',
    "NUL": send({**ORDER, "rationale": "a\0b"}),
    "a short request id": {**send(ORDER), "request_id": "1"},
    "a request id with markup": {**send(ORDER), "request_id": "<b>" + "0" * 29},
}


@pytest.mark.parametrize("name", FORGED)
async def test_no_frame(running: Table, name: str) -> None:
    line = await seat(running, NORTH_CHIEF)
    head = (await doing(queries.heads, [running.id]))[running.id]
    frame = FORGED[name]
    await line.send_to(frame if isinstance(frame, str) else json.dumps(frame))
    refused = await answer(line, "refused")
    assert refused["code"] == "bad_frame" and refused["text"].endswith(".") and len(refused["text"]) < 300
    await line.send_json_to({"type": "ping", "sent": 1.0})
    assert await answer(line, "pong")
    assert (await doing(queries.heads, [running.id]))[running.id] == head
    await line.disconnect()


NOT_THEIRS: dict[str, tuple[str, dict[str, Any], str]] = {
    "a player closes the phase": (NORTH_CHIEF, {"type": "close_phase", "turn": 1, "phase": "briefing"}, "not_yours"),
    "a player adjusts a value": (NORTH_CHIEF, {"type": "adjust_variable", "path": "will", "value": 1, "reason": "x"},
                                 "not_yours"),
    "the wall calls": ("wall", {"type": "call_control", "text": "x"}, "not_yours"),
    "an observer calls": (WATCHING, {"type": "call_control", "text": "x"}, "not_yours"),
    "an observer orders": (WATCHING, ORDER, "not_yours"),
    "an observer answers the hot wash": (WATCHING, {"type": "answer_hot_wash", "question": "surprise", "text": "x"},
                                         "not_yours"),
    "an observer pauses": (WATCHING, {"type": "pause"}, "not_yours"),
    "an observer asks for an objective": (WATCHING, {"type": "record_observation", "objective": "lo1", "text": "x"},
                                          "unknown_objective"),
    "a player notes": (NORTH_CHIEF, {"type": "record_observation", "text": "x"}, "not_yours"),
    "the wall notes": ("wall", {"type": "record_observation", "text": "x"}, "not_yours"),
    "south orders for north": (SOUTH_CHIEF, ORDER, ""),
    "an order of no exercise": (NORTH_CHIEF, {"type": "withdraw_order", "order": "0" * 16}, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_THEIRS)
async def test_not_theirs(running: Table, name: str) -> None:
    who, command, code = NOT_THEIRS[name]
    line = await seat(running, who)
    head = (await doing(queries.heads, [running.id]))[running.id]
    await line.send_json_to(send(command))
    refused = await answer(line, "refused", "ack")
    assert refused["type"] == "refused" and refused["code"] in (code or refused["code"])
    assert refused["request_id"] == ID and "0" * 16 not in refused["text"]
    assert (await doing(queries.heads, [running.id]))[running.id] == head
    await line.disconnect()


async def test_what_is_no_number_is_called_so(running: Table) -> None:
    """Not that it should have been true or false."""
    line = await seat(running, NORTH_CHIEF)
    await line.send_to(str(FORGED["NaN"]))
    assert "finite number" in (await answer(line, "refused"))["text"]
    await line.disconnect()


async def test_bytes_are_no_frame(running: Table) -> None:
    line = await seat(running, NORTH_CHIEF)
    await line.send_to(bytes_data=b"\x00\x01")
    assert (await answer(line, "refused"))["code"] == "bad_frame"
    await line.disconnect()


async def test_hello_comes_first(running: Table) -> None:
    line = await opened(running, NORTH_CHIEF)
    await line.connect()
    await line.send_json_to({"type": "read_log", "request_id": ID})
    assert await answer(line, "refused") == {
        "type": "refused",
        "request_id": ID,
        "code": "bad_frame",
        "text": "The first frame must be hello.",
    }
    await line.disconnect()


async def test_a_flood_is_cut_off(running: Table) -> None:
    line = await seat(running, NORTH_CHIEF)
    for _ in range(FAULTS_AT_ONCE + 3):
        await line.send_to("{")
    while (event := await line.receive_output(5))["type"] != "websocket.close":
        pass
    assert event["code"] == 1008


@pytest.mark.parametrize(
    "origin", [b"http://localhost:9999", b"http://elsewhere.example", b"null", b"", b"http://localhost.evil.example"]
)
async def test_a_foreign_page_gets_no_socket(running: Table, origin: bytes) -> None:
    line = await opened(running, NORTH_CHIEF, origin)
    assert not (await line.connect())[0]


@pytest.mark.parametrize("who", [NORTH_CHIEF, "control", "wall"])
async def test_a_stranger_is_shown_out(running: Table, who: str) -> None:
    stranger = {**running.cookies, NORTH_CHIEF: running.cookies[SOUTH_CHIEF], "control": "sessionid=abc"}
    paths = {**running.paths, "wall": "/w/0000000000000000/socket"}
    line = await opened(Table(running.id, running.wall, paths, stranger), who)
    await line.connect()
    await line.send_json_to({"type": "hello"})
    assert await line.receive_json_from(5) == {"type": "closing", "why": "freed"}
    assert (await line.receive_output(5))["type"] == "websocket.close"


MINIMAL: dict[type, Any] = {str: "x", int: 1, float: 1.0, bool: True, dict: {"a": 1}, list: ["x"]}


@pytest.mark.parametrize("frame", get_args(ByPlayer | ByControl), ids=lambda f: f.__name__)
def test_every_command_frame_becomes_its_command(frame: type[Frame]) -> None:
    fields = {name: value(field.annotation) for name, field in frame.model_fields.items() if name != "type"}
    made = to_command(frame.model_construct(**fields), Asking("e", "s", ID, Texts()))  # type: ignore[arg-type]  # any of them
    assert type(made) is getattr(commands, frame.__name__)


def value(annotation: Any) -> Any:
    kind = getattr(annotation, "__origin__", annotation)
    return MINIMAL.get(kind, "x")
