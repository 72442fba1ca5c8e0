"""The one way to change an exercise. One thread a process takes what waits and has it carried out together.

1. A door calls `submit`, from any thread, and gets a future. 2. The thread takes all that waits. 3. `batch.carry_out`
locks the exercises' rows, decides, appends, projects and commits. 4. Every asker is answered. 5. The bell rings, and
workers are started. While one batch commits, the next one gathers: the busier, the larger, the cheaper for each.
"""

import logging
import os
from collections.abc import Sequence
from concurrent.futures import Future
from itertools import chain
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from django.db import DatabaseError, connection

from wargame.exercises import doorbell, jobs
from wargame.exercises.asked import AWAY, Answer, Asked, Unavailable
from wargame.exercises.batch import Outcome, Ring, carry_out

log = logging.getLogger(__name__)

MOST = 200
"""Commands in one batch."""

Waiting = tuple[str, Asked, "Future[Answer]"]


class Writer:
    """The thread and what waits for it. It starts with the first command."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._lock = Lock()

    def submit(self, exercise_id: str, asked: Asked) -> "Future[Answer]":
        """Queue a command. Its future has an `Answer`, or raises `Unavailable`, `NoSuchExercise` or a bug."""
        future: Future[Answer] = Future()
        future.set_running_or_notify_cancel()  # from here on it cannot be called back
        with self._lock:
            self._start()
            self._queue.put((exercise_id, asked, future))
        return future

    def stop(self) -> None:
        """Carry out what waits, and end the thread and its database connection."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                self._queue.put(None)
                self._thread.join()
            self._thread = None

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="writer", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        going = True
        while going:
            waiting, going = self._take()
            if waiting:
                _answer(waiting)
        connection.close()

    def _take(self) -> tuple[list[Waiting], bool]:
        """What waits, at least one; and whether to go on."""
        taken = [self._queue.get()]
        while taken[-1] is not None and len(taken) < MOST:
            try:
                taken.append(self._queue.get_nowait())
            except Empty:
                break
        return [item for item in taken if item is not None], taken[-1] is not None


def _answer(waiting: Sequence[Waiting]) -> None:
    outcomes, rings = _carried_out([(exercise_id, asked) for exercise_id, asked, _ in waiting])
    for (_, _, future), outcome in zip(waiting, outcomes, strict=True):
        if isinstance(outcome, Answer):
            future.set_result(outcome)
        else:
            future.set_exception(outcome)
    for exercise_id, what in rings:
        _tell(exercise_id, what)


def _tell(exercise_id: str, what: doorbell.What) -> None:
    try:
        doorbell.ring(exercise_id, what)
        if what == "log":
            jobs.start_if_due(exercise_id)
    except Exception:  # the thread must live on: rooms look without a bell, and the ticker asks again
        log.exception("%s: nobody was told of %s", exercise_id, what)


def _carried_out(batch: Sequence[tuple[str, Asked]]) -> tuple[list[Outcome], list[Ring]]:
    """Carry out a batch whatever the database does: once more on a new connection, and then, if rows are bad, singly.

    To try again is safe even if the first commit went through unheard: the request ids tell.
    """
    for last in (False, True):
        try:
            return carry_out(batch)
        except Exception as error:  # the thread must live on: whatever it is, the askers hear of it
            connection.close()
            if not isinstance(error, DatabaseError) or (last and not isinstance(error, AWAY)):
                return _one_by_one(batch, error)
            log.warning("%s commands could not be written: %s", len(batch), type(error).__name__)
    return [Unavailable() for _ in batch], []


def _one_by_one(batch: Sequence[tuple[str, Asked]], error: Exception) -> tuple[list[Outcome], list[Ring]]:
    """Find the command whose rows the database refuses; the others are carried out."""
    if len(batch) == 1:
        # A database names the values it refuses, and values do not belong into a process's log.
        trace = None if isinstance(error, DatabaseError) else error
        kind = type(batch[0][1].command).__name__
        log.error("%s: a %s could not be written: %s", batch[0][0], kind, type(error).__name__, exc_info=trace)
        return [error], []
    outcomes, rings = zip(*(_carried_out([item]) for item in batch), strict=True)
    return list(chain.from_iterable(outcomes)), list(chain.from_iterable(rings))


_writer = Writer()
os.register_at_fork(after_in_child=lambda: globals().update(_writer=Writer()))  # threads do not survive a fork


def submit(exercise_id: str, asked: Asked) -> "Future[Answer]":
    """Queue a command; see `Writer.submit`. Async doors await `asyncio.wrap_future` of it."""
    return _writer.submit(exercise_id, asked)


def execute(exercise_id: str, asked: Asked) -> Answer:
    """Queue a command and wait for its answer. Never inside a transaction: the writer would wait for its end."""
    if connection.in_atomic_block:
        raise RuntimeError("execute() inside a transaction would wait for ever; call it after the commit")
    return submit(exercise_id, asked).result()


def stop() -> None:
    """End the writer's thread; the next command starts another."""
    _writer.stop()
