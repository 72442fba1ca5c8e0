"""Whoever changes a record behind its back is found out."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from tests.exercises.acting import send, to_planning, world
from wargame.exercises import projection, services
from wargame.exercises.models import Agreement, Exercise, LogEntry, RedLine, Text, Variable
from wargame.exercises.verify import verify


@pytest.fixture
def played(running: Exercise) -> Exercise:
    to_planning(running)
    send(running, "d1", "Something to erase")
    return running


def entry(exercise: Exercise, seq: int) -> "LogEntry":
    return LogEntry.objects.get(exercise=exercise, seq=seq)


def drop_last(exercise: Exercise) -> None:
    LogEntry.objects.filter(exercise=exercise).order_by("-seq")[:1].get().delete()


def swap(exercise: Exercise) -> None:
    one, other = entry(exercise, 3), entry(exercise, 4)
    LogEntry.objects.filter(id=one.id).update(body=other.body)
    LogEntry.objects.filter(id=other.id).update(body=one.body)


def rehash(exercise: Exercise) -> None:
    """A careful forger, who also mends the entry's own hash."""
    LogEntry.objects.filter(exercise=exercise, seq=2).update(seat="north.chief", hash="f" * 64)


TAMPERING: dict[str, tuple[Callable[[Exercise], object], str]] = {
    "body": (lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(body="{}"), "entry 2: was changed"),
    "seat": (lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(seat="x"), "entry 2: was changed"),
    "salt": (lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(salt="0" * 32), "entry 2: was changed"),
    "at": (lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(at=-1), "entry 2: was changed"),
    "request": (lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(request_id=""), "entry 2: was changed"),
    "audience": (
        lambda e: LogEntry.objects.filter(exercise=e, seq=2).update(audience="all"),
        "entry 2: its audience is not the event's",
    ),
    "hash": (rehash, "entry 3: does not continue entry 2"),
    "swap": (swap, "entry 3: was changed"),
    "dropped": (lambda e: entry(e, 3).delete(), "entry 4: number 3 was expected"),
    "last": (drop_last, "entries were removed or added"),
    "head": (lambda e: Exercise.objects.filter(id=e.id).update(head_hash="0" * 64), "entries were removed or added"),
    "status": (lambda e: Exercise.objects.filter(id=e.id).update(status="ended"), "its log says running"),
    "text": (lambda e: Text.objects.filter(body="Something to erase").update(body="Another"), "was changed"),
    "variable": (
        lambda e: Variable.objects.filter(exercise=e, key="tension").update(value=99),
        "Variable tension: value is 99",
    ),
    "red line": (lambda e: RedLine.objects.filter(exercise=e).update(status="crossed"), "RedLine storm_line"),
    "extra row": (
        lambda e: Variable.objects.create(exercise=e, key="x", value=1, public=True),
        "Variable x: should not be there",
    ),
    "missing row": (lambda e: Variable.objects.filter(exercise=e, key="tension").delete(), "Variable tension: missing"),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_is_found(played: Exercise, how: str) -> None:
    tamper, told = TAMPERING[how]
    assert verify(played.id).problems == ()
    tamper(played)
    assert any(told in problem for problem in verify(played.id).problems), verify(played.id).problems


def test_an_erased_text_is_no_fault(played: Exercise) -> None:
    Text.objects.all().delete()
    assert verify(played.id).problems == ()


def test_the_seed_is_revealed_and_was_the_one_promised(played: Exercise) -> None:
    before = world(played)
    assert (before.seed, before.nonce) == ("", "")
    services.end_exercise(played.id, "Time is up")
    played.refresh_from_db()
    now = world(played)
    assert (now.seed, now.nonce, now.commitment) == (played.seed, played.nonce, before.commitment)
    assert len(bytes.fromhex(now.seed)) == len(bytes.fromhex(now.nonce)) == 32
    assert played.status == "ended" and played.ended_at
    assert verify(played.id).problems == ()


def test_verify_log_says_so(played: Exercise) -> None:
    said = StringIO()
    call_command("verify_log", played.id, stdout=said)
    assert said.getvalue().endswith(": sound\n")
    said = StringIO()
    call_command("verify_log", played.id, json=True, stdout=said)
    told = json.loads(said.getvalue())
    assert told["sound"] and told["events"] == world_size(played) and len(told["head_hash"]) == 64


def test_verify_log_fails_loudly(played: Exercise) -> None:
    LogEntry.objects.filter(seq=2).update(at=F("at") + 1)
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify_log", played.id, json=True, stdout=said)
    assert not json.loads(said.getvalue())["sound"]
    with pytest.raises(CommandError):
        call_command("verify_log", "0" * 16)


def world_size(exercise: Exercise) -> int:
    return LogEntry.objects.filter(exercise=exercise).count()


def test_the_state_is_rebuilt_from_the_log(played: Exercise) -> None:
    said = StringIO()
    call_command("rebuild_state", played.id, check=True, stdout=said)
    assert said.getvalue() == f"{played.id}: agrees with its log\n"
    Variable.objects.filter(key="tension").update(value=99)
    Agreement.objects.create(exercise=played, key="ghost", parties=[], terms={}, signed={}, version=1)
    with pytest.raises(SystemExit):
        call_command("rebuild_state", check=True, json=True, stdout=StringIO())
    assert Variable.objects.get(key="tension").value == 99
    call_command("rebuild_state", stdout=StringIO())
    assert projection.differences(played.id, world(played)) == []
    with pytest.raises(CommandError):
        call_command("rebuild_state", "0" * 16)
