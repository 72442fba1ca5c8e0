"""The database itself refuses to change the log. The guard is off in other tests; here it is on."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.exercises.acting import open_tiny, send
from wargame.exercises import guard, purge, services, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Exercise, LogEntry, Seat, Text, Tombstone
from wargame.exercises.verify import verify

LOG = "exercises_logentry"


@pytest.fixture
def guarded(running: Exercise) -> Iterator[Exercise]:
    send(running, "d1")
    guard.put_on(connection)
    yield running
    guard.take_off(connection)


CHANGES = [f"UPDATE {LOG} SET at = 0", f"UPDATE {LOG} SET hash = hash WHERE seq = 1", f"DELETE FROM {LOG}"]


@pytest.mark.parametrize("statement", [*CHANGES, f"TRUNCATE {LOG} CASCADE"])
def test_entries_cannot_be_changed(guarded: Exercise, statement: str) -> None:
    """SQLite has no TRUNCATE, which is a refusal too."""
    before = list(LogEntry.objects.values_list("seq", "hash"))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(LogEntry.objects.values_list("seq", "hash")) == before


def test_the_orm_cannot_either(guarded: Exercise) -> None:
    for attempt in (LogEntry.objects.all().delete, guarded.delete, lambda: LogEntry.objects.update(at=0)):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert Exercise.objects.filter(id=guarded.id).exists()


def test_the_log_still_grows(guarded: Exercise) -> None:
    assert send(guarded, "d2").refused is None
    assert verify(guarded.id).problems == ()


def test_a_purge_leaves_a_tombstone_and_nothing_else(guarded: Exercise) -> None:
    other = open_tiny()
    services.start_exercise(other.id)
    head = worlds.catch_up(guarded.id)
    said = StringIO()
    call_command("purge_exercise", guarded.id, reason="asked by the school", stdout=said)
    stone = Tombstone.objects.get()
    assert (stone.exercise_id, stone.head_seq, stone.head_hash) == (guarded.id, head.seq, head.hash)
    for table in (LogEntry, Text, Seat):
        assert not table._default_manager.filter(exercise_id=guarded.id).exists()
    with pytest.raises(NoSuchExercise):
        worlds.catch_up(guarded.id)
    assert verify(other.id).problems == ()
    assert head.hash in said.getvalue()


def test_a_purge_wants_a_reason_and_an_exercise(guarded: Exercise) -> None:
    with pytest.raises(CommandError, match="reason"):
        call_command("purge_exercise", guarded.id)
    with pytest.raises(CommandError, match="no exercise"):
        call_command("purge_exercise", "0" * 16, reason="x")


def test_what_has_expired_is_purged(guarded: Exercise) -> None:
    services.end_exercise(guarded.id)
    assert purge.expired() == []
    Exercise.objects.filter(id=guarded.id).update(ended_at=timezone.now() - timedelta(days=366))
    call_command("purge_exercise", due=True, json=True, stdout=StringIO())
    assert not Exercise.objects.exists()
    assert Tombstone.objects.get().reason == "retention"


def test_the_migration_can_be_undone(transactional_db: None) -> None:
    guard.put_on(connection)
    guard.take_off(connection)
    guard.take_off(connection)
