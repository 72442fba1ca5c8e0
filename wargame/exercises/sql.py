"""The writer's SQL, set-based: one statement for all rows of a batch, on PostgreSQL and on SQLite.

The only raw SQL of the record beside the guard's triggers. Everything here runs inside the caller's transaction.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, models

from wargame.exercises.models import Answered, Exercise

Row = tuple[Any, ...]
POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Head:
    """An exercise's row as the writer reads it: where its log ends, and what only the record knows."""

    id: str
    seq: int
    hash: str
    seed: str
    nonce: str


@dataclass(frozen=True, slots=True)
class Move:
    """What an append changes of it."""

    id: str
    status: str
    seq: int
    hash: str
    started_at: datetime | None
    ended_at: datetime | None
    """The first time stays."""


EXERCISES = Exercise._meta.db_table
LOCK = f"SELECT id, head_seq, head_hash, seed, nonce FROM {EXERCISES} WHERE id IN (%s) ORDER BY id"
NO_KEY = " FOR NO KEY UPDATE"
"""Seats and drafts may refer to the row meanwhile."""
ANSWERED = (
    "SELECT exercise_id, seat, request_id, made, first_seq, last_seq"
    f" FROM {Answered._meta.db_table} WHERE request_id IN (%s)"
)
MOVED = ("status", "head_seq", "head_hash", "started_at", "ended_at")
FIRST_STAYS = ("started_at", "ended_at")


def lock(exercise_ids: Iterable[str]) -> dict[str, Head]:
    """The exercises' rows, locked in the order of their ids, so that two writers never wait for each other.

    On SQLite the transaction has locked the whole database when it began.
    """
    rows = _all(LOCK, sorted(set(exercise_ids)), NO_KEY if connection.vendor == POSTGRESQL else "")
    return {row[0]: Head(*row) for row in rows}


def move_heads(moves: Iterable[Move]) -> None:
    """Write where the logs end now."""
    rows = [astuple(move) for move in moves]
    if connection.vendor == POSTGRESQL:
        source = _select(Exercise, ("id", *MOVED))
        given, where = "new.{}", f"FROM ({source}) AS new WHERE {EXERCISES}.id = new.id"
    else:
        given, where = "%s", "WHERE id = %s"
    assign = ", ".join(_assigned(name, given.format(name)) for name in MOVED)
    statement = f"UPDATE {EXERCISES} SET {assign} {where}"
    if connection.vendor == POSTGRESQL:
        _run(statement, [_json(rows)])
    else:
        _run_many(statement, [(*_adapted(row[1:]), row[0]) for row in rows])


def _assigned(column: str, value: str) -> str:
    return f"{column} = COALESCE({EXERCISES}.{column}, {value})" if column in FIRST_STAYS else f"{column} = {value}"


def answered(request_ids: Sequence[str]) -> list[Row]:
    """(exercise, seat, request id, made, first, last) of those of these requests that were carried out before."""
    return _all(ANSWERED, request_ids)


def insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Add rows in one statement."""
    _write(model, columns, rows, "")


def upsert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Add rows or overwrite those with the same exercise and key (the first two columns)."""
    assign = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in columns[2:])
    _write(model, columns, rows, f" ON CONFLICT (exercise_id, key) DO UPDATE SET {assign}")


def delete(model: type[models.Model], exercise_id: str, keys: Sequence[str]) -> None:
    """Remove projected rows by key."""
    model._default_manager.filter(exercise_id=exercise_id, key__in=keys).delete()


def _write(model: type[models.Model], columns: Sequence[str], rows: Sequence[Row], conflict: str) -> None:
    if not rows:
        return
    into = _into(model, tuple(columns))
    if connection.vendor == POSTGRESQL:
        _run(f"{into} {_select(model, tuple(columns))}{conflict}", [_json(rows)])
    else:
        marks = ", ".join(["%s"] * len(columns))
        _run_many(f"{into} VALUES ({marks}){conflict}", rows)


@cache
def _into(model: type[models.Model], columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(map(_quoted, columns))})"


# PostgreSQL: all rows are one JSON parameter, which costs Python a third of what arrays or single values do.


@cache
def _select(model: type[models.Model], columns: tuple[str, ...]) -> str:
    """The rows of a JSON parameter as this table's types."""
    cast = ", ".join(f"c{n}::{_type(model, name)} AS {_quoted(name)}" for n, name in enumerate(columns))
    declared = ", ".join(f"c{n} text" for n in range(len(columns)))
    return f"SELECT {cast} FROM json_to_recordset(%s::json) AS given({declared})"


def _json(rows: Iterable[Row]) -> str:
    return json.dumps([{f"c{n}": value for n, value in enumerate(row)} for row in rows], default=datetime.isoformat)


def _type(model: type[models.Model], column: str) -> str:
    """The column's type; of a foreign key, the type of what it points to."""
    field = next(field for field in model._meta.concrete_fields if field.column == column)
    return str(getattr(field, "target_field", field).db_type(connection))


def _adapted(row: Row) -> Row:
    """SQLite keeps times as text."""
    return tuple(connection.ops.adapt_datetimefield_value(v) if isinstance(v, datetime) else v for v in row)


def _all(statement: str, values: Sequence[str], ending: str = "") -> list[Row]:
    """The rows of a statement with one list of values in it."""
    with connection.cursor() as cursor:
        cursor.execute(statement % ", ".join(["%s"] * len(values)) + ending, values)
        return list(cursor.fetchall())


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _run(statement: str, values: Sequence[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _run_many(statement: str, rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)
