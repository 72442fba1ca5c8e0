"""Commands carried out together: lock, decide each, append, project, commit. `writer` runs it, in one thread a process.

Each command is decided on its own: a refusal, or a bug, in one changes nothing for the others. SQL is for all at once.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Literal

from django.db import transaction

from wargame.engine.commands import Ask, ClosePhase, Command, EndExercise, Rewind
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.events import Logged, OrderSubmitted
from wargame.engine.refusals import Code, Refused
from wargame.engine.rewinds import voided_by
from wargame.exercises import codes, drafts, event_log, projection, sql, texts, worlds
from wargame.exercises.asked import Answer, Asked, NoSuchExercise, made_by
from wargame.exercises.event_log import Entry, Origin
from wargame.exercises.models import Answered, Seat
from wargame.exercises.worlds import Loaded

log = logging.getLogger(__name__)

Outcome = Answer | Exception
"""What the asker gets: an answer, or an exception to raise."""
Key = tuple[str, str, str]
"""Exercise, seat, request id."""
Ring = tuple[str, Literal["log", "drafts"]]
"""Exercise, and what happened to it."""


@dataclass(slots=True)
class Table:
    """One locked exercise while the batch lasts: what is decided, and not yet written."""

    head: sql.Head
    before: Loaded
    now: Loaded
    dice: Dice
    entries: list[Entry] = field(default_factory=list)
    events: list[Logged] = field(default_factory=list)
    answered: list[sql.Row] = field(default_factory=list)
    texts: list[sql.Row] = field(default_factory=list)
    ordered: list[drafts.Key] = field(default_factory=list)
    """Drafts that may have become orders."""


def carry_out(batch: Sequence[tuple[str, Asked]]) -> tuple[list[Outcome], list[Ring]]:
    """The outcome of each (exercise, asked), in order, and where the bell must ring.

    What it returns is committed. Raises `DatabaseError`; then nothing is, or (only if the connection was lost while
    committing) all of it, and the request ids will tell.
    """
    with transaction.atomic():
        tables = _tables(exercise_id for exercise_id, _ in batch)
        known = _known([asked.request_id for _, asked in batch])
        outcomes = [_outcome(tables.get(exercise_id), asked, known) for exercise_id, asked in batch]
        changed = [table for table in tables.values() if table.answered]
        rings = _write(changed)
    for table in changed:
        worlds.keep(table.now)
    return outcomes, rings


def _tables(exercise_ids: Iterable[str]) -> dict[str, Table]:
    return {id: _table(head) for id, head in sql.lock(exercise_ids).items()}


def _table(head: sql.Head) -> Table:
    known = worlds.loaded(head.id)
    if known.seq > head.seq:
        worlds.forget(head.id)  # the database was put back to an earlier state
    if known.seq != head.seq:
        known = worlds.catch_up(head.id)
    if known.hash != head.hash:
        raise event_log.LogError(f"{head.id}: the log does not end as its head says; run verify_log")
    return Table(head, known, known, Dice(bytes.fromhex(head.seed)))


def _known(request_ids: list[str]) -> dict[Key, Answer]:
    """The first answers to requests that come again."""
    return {(row[0], row[1], row[2]): _first_answer(row) for row in sql.answered(request_ids)}


def _first_answer(row: sql.Row) -> Answer:
    exercise_id, _, _, made, first, last = row
    return Answer(tuple(event_log.read_events(exercise_id, first - 1, last)), made)


def _outcome(table: Table | None, asked: Asked, known: dict[Key, Answer]) -> Outcome:
    if table is None:
        return NoSuchExercise()
    key = (table.head.id, asked.seat, asked.request_id)
    if key in known:
        return known[key]
    try:
        known[key] = _carried_out(table, asked)
    except Refused as refused:
        return Answer(refused=refused)
    except Exception as error:  # a bug in a rule or a pack: the asker hears, the others' commands go on
        log.exception("%s: %s failed", table.head.id, type(asked.command).__name__)
        return error
    return known[key]


def _carried_out(table: Table, asked: Asked) -> Answer:
    """Decide one command. The table changes at the very end, when nothing can go wrong any more."""
    world = table.now.world
    brought = texts.Texts(asked.texts)
    if asked.draft and asked.draft not in world.orders:
        drafts.check_open(table.head.id, world, asked.seat, asked.draft)
    command = _completed(table, asked.command, brought)
    at = round(table.now.now(), 6)
    decided = decide(world, Ask(command, asked.seat, at), table.dice)
    origin = Origin(table.head.id, at, asked.seat, asked.request_id)
    entries = event_log.entries(origin, table.now.seq, table.now.hash, decided)
    # What is evolved is what was written, rounding and all, so that the live world is the replayed one.
    events = [event_log.logged(entry) for entry in entries]
    now = _advanced(table, events, entries)
    answer = Answer(tuple(events), made_by(command))
    _accept(table, asked, answer, now)
    table.entries += entries
    table.texts += texts.rows_of(table.head.id, brought)
    return answer


def _advanced(table: Table, events: Sequence[Logged], entries: Sequence[Entry]) -> Loaded:
    if not events:
        return table.now
    now = worlds.advanced(table.now, events, entries[-1].hash, table.events)
    if now.started_at is None and now.world.status != "lobby":
        return replace(now, started_at=datetime.now(UTC))
    return now


def _completed(table: Table, command: Command, brought: texts.Texts) -> Command:
    """The command with what only the record knows: drafts marked ready, where commands end, the seed to reveal."""
    match command:
        case ClosePhase(turn=turn, phase="planning") if turn == table.now.world.timer.turn:
            return replace(command, ready=drafts.ready(table.head.id, turn, brought))
        case Rewind(to=to) if to > 0:
            end = _end_of_command(table, to)
            if end >= table.now.seq:
                raise Refused(Code.UNKNOWN_POINT, "Choose an earlier point of the log.")
            if voided_by([*event_log.rewinds(table.head.id), *table.events], end):
                raise Refused(Code.UNKNOWN_POINT, "That point was itself taken back; choose one that counts.")
            return replace(command, to=end)
        case EndExercise():
            return replace(command, seed=table.head.seed, nonce=table.head.nonce)
    return command


def _end_of_command(table: Table, seq: int) -> int:
    """The last number of the command that wrote this one: a rewind never tears one apart."""
    if seq >= table.now.seq:
        return seq
    pending = [row for row in table.answered if row[4] <= seq <= row[5]]
    stored = Answered.objects.filter(exercise_id=table.head.id, first_seq__lte=seq, last_seq__gte=seq)
    return int(pending[0][5] if pending else stored.values_list("last_seq", flat=True).get())


def _accept(table: Table, asked: Asked, answer: Answer, now: Loaded) -> None:
    first, last = table.now.seq + 1, now.seq
    account = asked.account or None
    table.answered.append((table.head.id, asked.seat, asked.request_id, answer.made, first, last, account))
    table.events += answer.events
    table.now = now
    for entry in answer.events:
        if isinstance(entry.event, OrderSubmitted):
            table.ordered.append((now.world.team_of(entry.event.actor), entry.event.order))


def _write(tables: Sequence[Table]) -> list[Ring]:
    texts.write(list(chain.from_iterable(table.texts for table in tables)))
    event_log.append(list(chain.from_iterable(table.entries for table in tables)))
    columns = ("exercise_id", "seat", "request_id", "made", "first_seq", "last_seq", "account_id")
    sql.insert(Answered, columns, list(chain.from_iterable(table.answered for table in tables)))
    for table in tables:
        projection.project(table.head.id, table.before.world, table.now.world)
        if table.before.world.status == "lobby" != table.now.world.status:
            _close_lobby(table.head.id)
    moved = [table for table in tables if table.events]
    if moved:
        sql.move_heads(_moved(table) for table in moved)
    submitted = [table for table in tables if table.ordered and drafts.submitted(table.head.id, table.ordered)]
    return [*((table.head.id, "log") for table in moved), *((table.head.id, "drafts") for table in submitted)]


def _close_lobby(exercise_id: str) -> None:
    """StartEx: who sits, plays, and the teams' codes end. With the log, or a seat would begin as the public does."""
    Seat.objects.filter(exercise_id=exercise_id, state=Seat.State.TAKEN).update(state=Seat.State.CONFIRMED)
    codes.end_codes(exercise_id)


def _moved(table: Table) -> sql.Move:
    """The exercise's row after the batch."""
    now = table.now
    ended_at = datetime.now(UTC) if now.world.status == "ended" else None
    return sql.Move(table.head.id, now.world.status, now.seq, now.hash, now.started_at, ended_at)
