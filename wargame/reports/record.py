"""What a report is made from, and how it is gathered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from wargame.engine.commands import TextRef
from wargame.engine.events import Logged
from wargame.engine.evolve import replay
from wargame.engine.rewinds import Undone, effective, undone
from wargame.engine.world import World
from wargame.exercises import event_log, queries, texts, worlds

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A rewind, the worlds that it left and led to, and the entries that it made void."""

    rewind: Logged
    left: World
    after: World
    void: Sequence[Logged]


@dataclass(frozen=True, slots=True)
class Record:
    """All that a report is made from."""

    title: str
    world: World
    log: Sequence[Logged]
    """The effective log: what a rewind voided is in `taken_back` alone."""
    started: str
    """Date and time as text, UTC."""
    ended: str
    events: int
    head_hash: str
    read: Callable[[Iterable[TextRef]], Mapping[TextRef, str]]
    """Bodies of texts; erased ones are absent."""
    taken_back: Sequence[TakenBack] = ()
    entries: Sequence[Json] = ()
    """The whole log as stored, hashes and voided events included."""


def record_of(exercise_id: str) -> Record:
    """The exercise as it stands in its log now. Raises `NoSuchExercise`."""
    row = queries.exercise(exercise_id)
    loaded = worlds.catch_up(exercise_id)
    rows = list(event_log.read(exercise_id, until=loaded.seq))
    log = [event_log.logged(entry) for entry in rows]
    return Record(
        title=row.title,
        world=loaded.world,
        log=effective(log),
        started=_moment(row.started_at),
        ended=_moment(row.ended_at),
        events=loaded.seq,
        head_hash=loaded.hash,
        read=partial(texts.read, exercise_id),
        taken_back=[_taken_back(worlds.lobby(exercise_id).world, one) for one in undone(log)],
        entries=[event_log.exported(entry) for entry in rows],
    )


def _taken_back(lobby: World, one: Undone) -> TakenBack:
    kept = one.before[: len(one.before) - len(one.void)]
    return TakenBack(one.rewind, replay(lobby, one.before), replay(lobby, [*kept, one.rewind]), one.void)


def _moment(at: datetime | None) -> str:
    return at.strftime("%d %B %Y, %H:%M UTC") if at else ""
