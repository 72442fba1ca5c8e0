"""Requests from elsewhere, too large, too fast, or in the way of a bug."""

import asyncio
import json
import logging
from contextlib import suppress
from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient
from rest_framework.throttling import SimpleRateThrottle
from websockets.exceptions import ConnectionClosed

from tests.api.test_exercises import PATHS
from tests.exercises.acting import done, open_tiny, to_planning
from tests.live.conftest import NORTH_CHIEF, Table, staff
from tests.live.person import person
from wargame.engine import commands as c
from wargame.exercises import drafts, queries, services, worlds
from wargame.exercises.models import Exercise, new_id
from wargame.exercises.texts import Texts
from wargame.live.attempts import MOST
from wargame.live.reading import doing

pytestmark = pytest.mark.usefixtures("nobody_tried_before")


@pytest.fixture
def exercise(transactional_db: None) -> Exercise:
    return open_tiny()


# From elsewhere


@pytest.mark.parametrize("path", [path for method, path in PATHS if method != "get"])
def test_no_session_alone_changes_anything(exercise: Exercise, path: str) -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(User.objects.create_user("anna", is_staff=True))
    for method in ("post", "delete"):
        answer = getattr(client, method)(path.format(id=exercise.id))
        assert answer.status_code in (403, 405)
    client.credentials(HTTP_X_CSRFTOKEN="x" * 64)
    assert client.post(path.format(id=exercise.id)).status_code == 403
    assert queries.exercise(exercise.id).status == "lobby"


@pytest.mark.parametrize("path", ["/admin/logout/", "/admin/password_change/", "/admin/exercises/exercise/"])
def test_the_admins_forms_too(exercise: Exercise, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("office"))
    assert client.post(path, {"action": "delete_selected"}).status_code == 403


def test_a_foreign_host_is_nobody(exercise: Exercise) -> None:
    assert Client(headers={"host": "evil.example"}).get("/login").status_code == 400


async def test_what_another_exercise_has_is_unknown_here(address: str, table: Table) -> None:
    other = await doing(with_an_order_and_a_draft)
    await doing(lambda: to_planning(queries.exercise(table.id)))
    async with person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]) as north:
        await north.hello()
        asked = {"field": "rationale", "value": "x", "revision": 0}
        assert (await north.ask({"type": "edit_draft", "draft": other.draft, **asked}))["code"] == "unknown_draft"
        assert (await north.command("withdraw_order", order=other.order))["code"] == "unknown_order"
        assert (await north.ask({"type": "read_texts", "refs": [other.text]}))["texts"] == {}
    assert await doing(lambda: worlds.catch_up(other.id).world.orders[other.order].status) == "submitted"


class Other(NamedTuple):
    id: str
    order: str
    draft: str
    text: str


def with_an_order_and_a_draft() -> Other:
    """Another exercise in its planning, whose North has begun and ordered something."""
    exercise = open_tiny()
    services.start_exercise(exercise.id)
    to_planning(exercise)
    draft, texts = drafts.open_draft(exercise.id, NORTH_CHIEF, "talk", "N"), Texts()
    order = c.SubmitOrder(new_id(), "talk", "N", {}, texts.add("Why"), texts.add("What for"))
    done(exercise, NORTH_CHIEF, order, texts=texts)
    return Other(exercise.id, order.order, draft.id, order.rationale)


# Too large


async def asked(address: str, head: str, *body: bytes) -> bytes:
    """The first line of what the server answers to these very bytes."""
    host, _, port = address.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"{head}\r\nHost: {address}\r\n\r\n".encode())
    first_line = asyncio.create_task(reader.readline())  # read while we write: a reset throws away what lies unread
    for part in body:
        with suppress(ConnectionError):  # it has heard enough
            writer.write(part)
            await writer.drain()
        await asyncio.sleep(0)
    async with asyncio.timeout(10):
        line = await first_line
    writer.close()
    return line


async def test_a_large_body_is_refused_before_it_is_read(address: str) -> None:
    head = "POST /login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99999999"
    assert b" 413 " in await asked(address, head)


async def test_a_body_without_end_is_refused(address: str) -> None:
    head = "POST /api/exercises HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    assert b" 413 " in await asked(address, head, *[chunk] * 17)


async def test_a_frame_beyond_measure_ends_the_line(address: str, table: Table) -> None:
    async with person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]) as north:
        await north.hello()
        with pytest.raises(ConnectionClosed) as closed:
            await north.say("x" * 3_000_000)
            await north.until(lambda one: one.last("never"))
        assert closed.value.rcvd and closed.value.rcvd.code == 1009


# Too fast


def test_guessing_passwords_is_slow(transactional_db: None) -> None:
    User.objects.create_user("fay", password="a long password", is_staff=True)
    client = Client()

    def sign_in(password: str) -> Any:
        body = json.dumps({"username": "fay", "password": password})
        return client.post("/login", body, content_type="application/json")

    assert [sign_in(f"wrong {n}").status_code for n in range(MOST["sign_in"])] == [403] * MOST["sign_in"]
    assert (sign_in("a long password").status_code, sign_in("x").json()["code"]) == (429, "too_fast")


def test_passwords_have_one_door(transactional_db: None) -> None:
    """The admin's own would not count wrong ones."""
    answer = Client().get("/admin/login/?next=/admin/auth/user/")
    assert answer["Location"] == "/login?next=/admin/auth/user/"
    asked = {"username": "fay", "password": "a long password"}
    assert Client().post("/admin/login/", asked).status_code == 302
    assert Client().get("/admin/").status_code == 302


def test_guessing_links_is_slow(transactional_db: None) -> None:
    client = Client()

    def enter() -> int:
        return int(client.post("/enter", json.dumps({"token": "x" * 43}), content_type="application/json").status_code)

    assert [enter() for _ in range(MOST["link"] + 1)] == [410] * MOST["link"] + [429]


def test_a_mad_script_is_slowed(exercise: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"write": "4/min", "report": "2/min"})
    client = APIClient()
    client.force_login(User.objects.create_user("anna", is_staff=True))
    path = f"/api/exercises/{exercise.id}"
    assert [client.post(f"{path}/reports").status_code for _ in range(3)] == [400, 400, 429]
    assert client.post(f"{path}/codes").status_code == 200
    assert client.post(f"{path}/codes").json()["code"] == "throttled"
    assert client.get(path).status_code == 200, "reading is free"


# In the way of a bug


@pytest.mark.parametrize("path", ["/api/exercises", "/e/{id}/"])
def test_a_bug_tells_strangers_nothing(
    exercise: Exercise, path: str, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def broken(*_: object) -> None:
        secret = "Something private"
        raise RuntimeError(f"{secret} {settings.SECRET_KEY}")

    client = staff()
    client.raise_request_exception = False
    for name in ("exercises", "exercise"):
        monkeypatch.setattr(queries, name, broken)
    answer = client.get(path.format(id=exercise.id))
    assert answer.status_code == 500
    for told in (b"Something private", b"RuntimeError", b"Traceback", settings.SECRET_KEY.encode(), b".py"):
        assert told not in answer.content


@pytest.mark.parametrize("accept", ["text/html", "*/*", "application/xml", "text/html,application/xhtml+xml,*/*;q=0.8"])
def test_the_api_speaks_json_alone(exercise: Exercise, accept: str) -> None:
    for path in ("/api/exercises", f"/api/exercises/{exercise.id}", "/api/reports/nothing", "/api/schema"):
        answer = staff().get(path, headers={"accept": accept})
        assert answer.status_code in (200, 404, 406)
        assert "json" in answer["Content-Type"] and b"<html" not in answer.content.lower()


def test_a_path_that_fails_names_no_code(capfd: pytest.CaptureFixture[str]) -> None:
    """As the real settings write it, which pytest's own handlers do not."""
    log = logging.getLogger("django.request")
    log.error("%s: %s", "Internal Server Error", "/join/ABCDEF/seats")
    log.warning("%s: %s", "Conflict", "/join/ABCDEF")
    written = capfd.readouterr().err
    assert "ABCDEF" not in written and "Conflict" not in written
