"""The log's format: everything else stands on it, so its bytes are pinned."""

from dataclasses import replace
from typing import Any

import pytest

from tests.exercises.acting import send
from wargame.engine.events import MonthOpened
from wargame.exercises import event_log
from wargame.exercises.event_log import Entry, LogError, Origin
from wargame.exercises.models import Exercise

PINNED = Entry(
    exercise_id="0011223344556677",
    seq=2,
    version=1,
    kind="MonthOpened",
    at=61.5,
    seat="system",
    request_id="a" * 32,
    audience="all",
    salt="b" * 32,
    body='{"audience":["all"],"month":3}',
    prev_hash="c" * 64,
    hash="",
)


def test_the_hash_of_an_entry_never_changes() -> None:
    """If this fails, old logs no longer verify: make a new version beside this one instead."""
    assert event_log.hash_of(PINNED) == "172041e8d1b5130f1df721134c281d9ad751b39b70b6159fec69b7005c327925"


def test_entries_continue_the_chain() -> None:
    origin = Origin("0011223344556677", 1.0, "system", "a" * 32)
    first, second = event_log.entries(origin, 4, "c" * 64, [MonthOpened(("all",), 1), MonthOpened(("all",), 2)])
    assert (first.seq, first.prev_hash) == (5, "c" * 64)
    assert (second.seq, second.prev_hash) == (6, first.hash)
    assert first.salt != second.salt and len(first.salt) == 32
    assert all(entry.hash == event_log.hash_of(entry) for entry in (first, second))


def test_an_equal_event_has_another_hash() -> None:
    """Whoever knows what may have happened cannot find it by trying."""
    origin = Origin("0011223344556677", 1.0, "system", "a" * 32)
    one, other = (event_log.entries(origin, 0, "", [MonthOpened(("all",), 1)])[0] for _ in range(2))
    assert one.hash != other.hash


@pytest.mark.parametrize(
    "other",
    [
        {"version": 2},
        {"kind": "Rumour"},
        {"body": "{"},
        {"body": '{"audience":["all"],"month":"3"}'},
        {"body": '{"audience":["all"],"month":3,"more":1}'},
    ],
)
def test_what_this_program_cannot_read_stops_it(other: dict[str, Any]) -> None:
    with pytest.raises(LogError, match="entry 2"):
        event_log.logged(replace(PINNED, **other))


def test_what_was_appended_is_read_in_order(running: Exercise) -> None:
    send(running, "d1")
    rows = list(event_log.read(running.id))
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert rows[-1].kind == "DispatchSent"
    assert list(event_log.read(running.id, 1, 3)) == rows[1:3]
    assert all(row.hash == event_log.hash_of(row) for row in rows)


def test_no_name_and_no_text_is_in_the_log(running: Exercise) -> None:
    send(running, "d1", "A very private word")
    assert "private" not in "".join(row.body for row in event_log.read(running.id))
