"""What a played exercise leaves behind in logs and in the broker: ids, and nothing that people wrote or are called."""

import json
import logging
import re
import threading
from typing import Any

import pytest
from celery import Celery
from django.core.cache import cache
from django.test import Client

from tests.exercises.acting import NORTH, close, do, open_tiny, send
from tests.live.conftest import NAMES, staff
from wargame.engine import commands as c
from wargame.exercises import codes, models, queries, seats, services
from wargame.exercises.texts import Texts

NAMED = {seat: f"Qwert {name}" for seat, name in NAMES.items()}
WRITTEN = "Somethingprivate"
ID = re.compile(r"[0-9a-f]{16}")


def post(client: Client, path: str, body: object) -> Any:
    return client.post(path, json.dumps(body), content_type="application/json")


def everything_written(caplog: pytest.LogCaptureFixture) -> str:
    """Each record as it stands, and as it is shown."""
    return "\n".join(f"{one.name} {one.getMessage()} {one.args} {one.exc_text}" for one in caplog.records)


def play() -> list[str]:
    """An exercise from its codes to its report, through every door; its secrets come back."""
    exercise = open_tiny()
    code = queries.join_codes(exercise.id)[""].code
    client, office = Client(), staff()
    link = codes.new_link(office.get("/").wsgi_request.user)  # type: ignore[arg-type]  # signed in
    secrets = [code, link, codes.hashed(link)]
    post(client, "/enter", {"token": link})
    post(client, "/enter", {"token": link})
    post(client, "/login", {"username": "facilitator", "password": "Wrongpassword"})
    for seat, name in NAMED.items():
        body = {"seat": seat, "name": name, "consent": True}
        joined, twice = post(client, f"/join/{code}", body), post(client, f"/join/{code}", body)
        assert (joined.status_code, twice.status_code) == (201, 409)
        secrets.append(joined.cookies["seat"].value)
    client.get(f"/join/{code}/nothing")
    office.post(f"/api/exercises/{exercise.id}/start")
    client.get(f"/join/{code}/seats")
    send(exercise, "d1", WRITTEN)
    do(exercise, "south.chief", c.CallControl("c1", Texts().add(WRITTEN)))
    close(exercise)
    texts = Texts()
    order = c.SubmitOrder("o1", "talk", "N", {}, texts.add(WRITTEN), texts.add(WRITTEN))
    do(exercise, NORTH, order, texts=texts)
    do(exercise, NORTH, order, texts=texts)
    close(exercise)
    services.do_what_is_due(exercise.id)
    services.run_due(exercise.id)
    office.post(f"/api/exercises/{exercise.id}/reports", {"format": "jsonl", "profile": "control"}, "application/json")
    seats.free_seat(exercise.id, NORTH)
    services.end_exercise(exercise.id, WRITTEN)
    row = models.Exercise.objects.get(id=exercise.id)
    return [*secrets, row.seed, row.nonce, WRITTEN, "Wrongpassword", *NAMED.values(), *hashes(exercise.id)]


def hashes(exercise_id: str) -> list[str]:
    return [one for one in models.Seat.objects.values_list("token_hash", flat=True) if one]


def test_a_played_exercise_leaves_only_ids(
    transactional_db: None, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, settings: Any,
) -> None:  # fmt: skip
    cache.clear()
    settings.EMBEDDED = False
    sent: dict[str, tuple[Any, Any]] = {}
    all_sent = threading.Event()

    def send_task(self: Celery, name: str, args: Any = (), kwargs: Any = None, **_: Any) -> None:
        sent[name] = (args, kwargs)
        if set(sent) == {"exercises.adjudicate", "reports.build"}:
            all_sent.set()

    monkeypatch.setattr(Celery, "send_task", send_task)
    with caplog.at_level(logging.DEBUG, logger="wargame"), caplog.at_level(logging.INFO, logger="django"):
        secrets = play()
        assert all_sent.wait(10)
    shown = capfd.readouterr()
    written = everything_written(caplog) + shown.out + shown.err
    assert [secret for secret in secrets if secret in written] == []
    for args, kwargs in sent.values():
        assert not kwargs and args and all(ID.fullmatch(one) for one in args)
