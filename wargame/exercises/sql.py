"""The writer's SQL, set-based: one statement for all rows of a batch, on PostgreSQL and on SQLite.

The only raw SQL of the record beside the guard's triggers. Everything here runs inside the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, models

from wargame.exercises.models import Answered, Exercise

Row = tuple[Any, ...]
POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True)
class Head:
    """An exercise's row as the writer needs it: where its log ends, and what only the record knows."""

    id: str
    status: str
    head_seq: int
    head_hash: str
    started_at: datetime | None
    ended_at: datetime | None
    seed: str
    nonce: str


HEAD = ("id", "status", "head_seq", "head_hash", "started_at", "ended_at", "seed", "nonce")
MOVES = ("status", "head_seq", "head_hash", "started_at", "ended_at")
"""What an append changes of it."""


def lock(exercise_ids: Iterable[str]) -> dict[str, Head]:
    """The exercises' rows, locked in the order of their ids, so that two writers never wait for each other.

    On SQLite the transaction has locked the whole database when it began.
    """
    ids = sorted(set(exercise_ids))
    query = Exercise.objects.filter(id__in=ids).order_by("id").values_list(*HEAD)
    if connection.vendor == POSTGRESQL:
        query = query.select_for_update(no_key=True)  # seats and drafts may still refer to the row
    return {row[0]: Head(*row) for row in query}


def move_heads(heads: Iterable[Head]) -> None:
    """Write where the logs end now."""
    values = {head.id: [getattr(head, name) for name in MOVES] for head in heads}
    table = _quoted(Exercise._meta.db_table)
    if connection.vendor == POSTGRESQL:
        columns = ["id", *MOVES]
        assign = ", ".join(f"{name} = new.{name}" for name in MOVES)
        _run(
            f"UPDATE {table} SET {assign} FROM {_unnest(Exercise, columns)} AS new({', '.join(columns)})"
            f" WHERE {table}.id = new.id",
            _columns([(key, *parts) for key, parts in values.items()]),
        )
        return
    assign = ", ".join(f"{name} = %s" for name in MOVES)
    adapt = connection.ops.adapt_datetimefield_value
    rows = [(*(adapt(v) if isinstance(v, datetime) else v for v in parts), key) for key, parts in values.items()]
    _run_many(f"UPDATE {table} SET {assign} WHERE id = %s", rows)


def answered(request_ids: Sequence[str]) -> list[Row]:
    """(exercise, seat, request id, made, first, last) of those of these requests that were carried out before."""
    query = Answered.objects.filter(request_id__in=request_ids)
    return list(query.values_list("exercise_id", "seat", "request_id", "made", "first_seq", "last_seq"))


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
    into = f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(map(_quoted, columns))})"
    if connection.vendor == POSTGRESQL:
        _run(f"{into} SELECT * FROM {_unnest(model, columns)}{conflict}", _columns(rows))
        return
    marks = ", ".join(["%s"] * len(columns))
    _run_many(f"{into} VALUES ({marks}){conflict}", rows)


def _unnest(model: type[models.Model], columns: Sequence[str]) -> str:
    """One array a column: PostgreSQL plans and binds once, however many rows there are."""
    return f"unnest({', '.join(f'%s::{_fields(model)[name].db_type(connection)}[]' for name in columns)})"


def _columns(rows: Sequence[Row]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


@cache
def _fields(model: type[models.Model]) -> dict[str, Any]:
    """By column; of a foreign key the field that it points to."""
    fields = {str(field.column): field for field in model._meta.concrete_fields}
    return {name: getattr(field, "target_field", field) for name, field in fields.items()}


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _run(statement: str, values: Sequence[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _run_many(statement: str, rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)
