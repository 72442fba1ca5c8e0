"""Gathers what a report is made from."""

from datetime import datetime
from functools import partial

from wargame.exercises import event_log, queries, texts, worlds
from wargame.reports.story import Record


def record_of(exercise_id: str) -> Record:
    """The exercise as it stands in its log now. Raises `NoSuchExercise`."""
    row = queries.exercise(exercise_id)
    loaded = worlds.catch_up(exercise_id)
    return Record(
        title=row.title,
        world=loaded.world,
        log=worlds.effective_log(exercise_id, loaded.seq),
        started=_moment(row.started_at),
        ended=_moment(row.ended_at),
        events=loaded.seq,
        head_hash=loaded.hash,
        read=partial(texts.read, exercise_id),
        entries=[event_log.exported(entry) for entry in event_log.read(exercise_id, until=loaded.seq)],
    )


def _moment(at: datetime | None) -> str:
    return at.strftime("%d %B %Y, %H:%M UTC") if at else ""
