"""Starts work in workers, by task name, after the commit and without waiting.

A broker that is away, or a worker that dies, costs nothing but time: the ticker asks again. In the embedded way to run,
reports and simulations go to processes of their own, so that no socket stutters; everything else is Celery's.
"""

import logging
import os
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from queue import SimpleQueue
from threading import Lock, Thread

from celery import current_app
from django.conf import settings
from django.db import connection

from wargame.away import ERRORS, REDIS
from wargame.cores import cores
from wargame.engine.commands import Adjudicate
from wargame.engine.due import due
from wargame.exercises import doorbell, heavy, worlds
from wargame.exercises.worlds import Loaded

log = logging.getLogger(__name__)

ADJUDICATE = "exercises.adjudicate"
PLAY_BOTS = "bots.play"
BUILD_REPORT = "reports.build"
PLAY_GAMES = "batch.play"
SECONDS = {ADJUDICATE: 60, PLAY_BOTS: 60}
"""After which a job that no worker took is worth nothing: whoever keeps the clock has asked again."""


@dataclass(frozen=True, slots=True)
class Room:
    """Processes of the embedded way to run, for a queue whose tasks work long and hard."""

    processes: int
    niceness: int
    """How far they stand back when somebody else wants the processor."""
    unfinished: bool
    """Whether what they are doing may be left at the end of the program; it is done again after the next start."""


HEAVY = {
    "reports": Room(1, niceness=0, unfinished=False),
    # One core stays free for those who play.
    "batch": Room(max(1, cores() - 1), niceness=15, unfinished=True),
}

Work = tuple[str, str, tuple[str, ...]]
"""Name of a task, exercise, the task's ids."""

_queue: SimpleQueue[Work] = SimpleQueue()
_thread: Thread | None = None
_pools: dict[str, ProcessPoolExecutor] = {}
_lock = Lock()


def start(name: str, exercise_id: str = "", *ids: str) -> None:
    """Have a worker run the task with these ids, or that of the exercise. Returns at once; a failure is logged.

    Without an exercise the task takes no id.
    """
    global _thread
    with _lock:
        if _thread is None or not _thread.is_alive():
            _thread = Thread(target=_run, name="jobs", daemon=True)
            _thread.start()
    _queue.put((name, exercise_id, ids or ((exercise_id,) if exercise_id else ())))


def start_if_due(exercise_id: str) -> None:
    """Start the exercise's adjudication if it waits for a worker."""
    if adjudication_waits(worlds.loaded(exercise_id)):
        start(ADJUDICATE, exercise_id)


def adjudication_waits(loaded: Loaded) -> bool:
    """Whether adjudication can go on without anybody being asked."""
    return any(isinstance(ask.command, Adjudicate) for ask in due(loaded.world, loaded.now()))


def stop() -> None:
    """End the processes for heavy work, if any run: after what they are doing, or at once where that may be left."""
    for queue, room in HEAVY.items():
        if pool := _forget_pool(queue):
            if room.unfinished:
                for process in list(pool._processes.values()):  # Python 3.14 has `terminate_workers` for this
                    process.terminate()
            pool.shutdown(cancel_futures=True)


def _forget_pool(queue: str, pool: ProcessPoolExecutor | None = None) -> ProcessPoolExecutor | None:
    """The queue's pool, which is nobody's now; None if there is none, or another than `pool`."""
    with _lock:
        if pool is not None and _pools.get(queue) is not pool:
            return None
        return _pools.pop(queue, None)


def _run() -> None:
    while True:
        name, exercise_id, ids = _queue.get()
        try:
            _start(name, exercise_id, ids)
        except ERRORS as error:  # the ticker asks again
            REDIS.failed(error)
        except Exception:
            log.exception("%s: a job could not be started", exercise_id)


def _start(name: str, exercise_id: str, ids: tuple[str, ...]) -> None:
    queue = name.partition(".")[0]
    if settings.EMBEDDED and queue in HEAVY:
        pool, done = _submitted(queue, name, ids)
        done.add_done_callback(lambda future: _done(queue, pool, exercise_id, ids, future))
    else:
        current_app.send_task(name, ids, retry=False, expires=SECONDS.get(name))
        REDIS.worked()


def _submitted(queue: str, name: str, ids: tuple[str, ...]) -> "tuple[ProcessPoolExecutor, Future[None]]":
    pool = _pool(queue)
    try:
        return pool, pool.submit(heavy.work, name, ids)
    except BrokenExecutor:  # it died while it had nothing to do
        _forget_pool(queue, pool)
        pool = _pool(queue)
        return pool, pool.submit(heavy.work, name, ids)


def _done(
    queue: str, pool: ProcessPoolExecutor, exercise_id: str, ids: tuple[str, ...], future: "Future[None]"
) -> None:
    """The other process has no bell; ring for it. If it died, the ticker asks for another."""
    error = None if future.cancelled() else future.exception()
    # With a process all that waited for it is lost: said once, and not if it was ended on purpose.
    if error and (not isinstance(error, BrokenExecutor) or _forget_pool(queue, pool)):
        log.error("%s: work on %s failed: %s", exercise_id or queue, ", ".join(ids) or "it", type(error).__name__)
    if exercise_id:
        doorbell.ring(exercise_id, "jobs")


def _pool(queue: str) -> ProcessPoolExecutor:
    room = HEAVY[queue]
    with _lock:
        if queue not in _pools:
            known = (current_app.main, str(connection.settings_dict["NAME"]), room.niceness)
            _pools[queue] = ProcessPoolExecutor(room.processes, get_context("spawn"), heavy.prepare, known)
        return _pools[queue]


def _forked() -> None:
    global _queue, _thread, _pools, _lock
    _queue, _thread, _pools, _lock = SimpleQueue(), None, {}, Lock()


os.register_at_fork(after_in_child=_forked)
