"""Whose a job, or a chunk of games, is. A worker holds it as long as it lives; when it is no more heard of, the ticker
asks for another.

Only for jobs that the clock does not ask for anyway: an adjudication that was lost is still due.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import F, QuerySet
from django.utils import timezone

from wargame.exercises import doorbell, jobs
from wargame.exercises.models import Chunk, Job, Leased

WAITING_LASTS = timedelta(seconds=30)
"""How long a job waits for a worker before it is asked for again: the broker may have lost it."""
HOLD_LASTS = timedelta(seconds=15)
"""How long a worker is believed to be at work without a word from it."""
EVERY = 3.0
"""Seconds between two words."""
MOST_TRIES = 3
"""Workers that a job may take with it."""


@contextmanager
def held(work: Job | Chunk) -> Iterator[bool]:
    """Take work that waits and hold it meanwhile; false if it is another's, done, or gone."""
    rows = type(work)._default_manager.filter(pk=work.pk)
    until = timezone.now() + HOLD_LASTS
    if not rows.filter(state=Leased.State.WAITING).update(
        state=Leased.State.RUNNING, tries=F("tries") + 1, held_until=until
    ):
        yield False
        return
    over = Event()
    voice = Thread(target=_hold, args=(rows, over), name="lease", daemon=True)
    voice.start()
    try:
        yield True
    finally:
        over.set()
        voice.join()


def ask_again() -> None:
    """Start every job again that nobody holds. Any number of tickers may do so: each job is one's."""
    now = timezone.now()
    for job in Job.objects.filter(kind="report", ended_at=None, held_until__lt=now).select_related("report"):
        again = job.tries < MOST_TRIES
        mine = Job.objects.filter(id=job.id, held_until=job.held_until, ended_at=None)
        if mine.update(**(_waiting() if again else _given_up())):
            if again:
                jobs.start(jobs.BUILD_REPORT, job.exercise_id, job.report.id)
            doorbell.ring(job.exercise_id, "jobs")


def _waiting() -> dict[str, object]:
    return {
        "state": Job.State.WAITING,
        "progress": 0.0,
        "text": "Waiting for a worker",
        "held_until": timezone.now() + WAITING_LASTS,
    }


def _given_up() -> dict[str, object]:
    text = "No worker could finish it; ask again, or look at the workers' log"
    return {"state": Job.State.FAILED, "text": text, "ended_at": timezone.now()}


def _hold(rows: "QuerySet[Any]", over: Event) -> None:
    running = rows.filter(state=Leased.State.RUNNING)
    while not over.wait(EVERY):
        try:
            running.update(held_until=timezone.now() + HOLD_LASTS)
        except DatabaseError:  # it is away: so may the job be, soon
            connection.close()
    connection.close()  # this thread's own
