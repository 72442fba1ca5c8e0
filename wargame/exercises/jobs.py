"""Starts work in workers, by task name, after the commit and without waiting.

A broker that is away, or a worker that dies, costs nothing but time: the ticker asks again. In the embedded way to run,
reports go to a process of their own, so that no socket stutters; everything else is Celery's.
"""

import logging
import os
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from queue import SimpleQueue
from threading import Lock, Thread

from celery import current_app
from django.conf import settings
from django.db import connection

from wargame.away import ERRORS, REDIS
from wargame.engine.commands import Adjudicate
from wargame.engine.due import due
from wargame.exercises import doorbell, heavy, worlds
from wargame.exercises.worlds import Loaded

log = logging.getLogger(__name__)

ADJUDICATE = "exercises.adjudicate"
PLAY_BOTS = "bots.play"
BUILD_REPORT = "reports.build"
HEAVY = "reports."
"""How the names of tasks begin that work long and hard."""
SECONDS = {ADJUDICATE: 60, PLAY_BOTS: 60}
"""After which a job that no worker took is worth nothing: whoever keeps the clock has asked again."""

Work = tuple[str, str, tuple[str, ...]]
"""Name of a task, exercise, the task's ids."""

_queue: SimpleQueue[Work] = SimpleQueue()
_thread: Thread | None = None
_pool: ProcessPoolExecutor | None = None
_lock = Lock()


def start(name: str, exercise_id: str, *ids: str) -> None:
    """Have a worker run the task with these ids. Returns at once; a failure to start is logged."""
    global _thread
    with _lock:
        if _thread is None or not _thread.is_alive():
            _thread = Thread(target=_run, name="jobs", daemon=True)
            _thread.start()
    _queue.put((name, exercise_id, ids or (exercise_id,)))


def start_if_due(exercise_id: str) -> None:
    """Start the exercise's adjudication if it waits for a worker."""
    if adjudication_waits(worlds.loaded(exercise_id)):
        start(ADJUDICATE, exercise_id)


def adjudication_waits(loaded: Loaded) -> bool:
    """Whether adjudication can go on without anybody being asked."""
    return any(isinstance(ask.command, Adjudicate) for ask in due(loaded.world, loaded.now()))


def stop() -> None:
    """End the process for heavy work, if one runs, after what it is doing."""
    if pool := _forget_pool():
        pool.shutdown(cancel_futures=True)


def _forget_pool() -> ProcessPoolExecutor | None:
    global _pool
    with _lock:
        pool, _pool = _pool, None
    return pool


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
    if settings.EMBEDDED and name.startswith(HEAVY):
        done = _submitted(name, ids)
        done.add_done_callback(lambda future: _done(exercise_id, ids, future))
    else:
        current_app.send_task(name, ids, retry=False, expires=SECONDS.get(name))
        REDIS.worked()


def _submitted(name: str, ids: tuple[str, ...]) -> "Future[None]":
    try:
        return _process().submit(heavy.work, name, ids)
    except BrokenExecutor:  # it died while it had nothing to do
        _forget_pool()
        return _process().submit(heavy.work, name, ids)


def _done(exercise_id: str, ids: tuple[str, ...], future: "Future[None]") -> None:
    """The other process has no bell; ring for it. If it died, the ticker asks for another."""
    error = None if future.cancelled() else future.exception()
    if error:
        log.error("%s: work on %s failed: %s", exercise_id, ", ".join(ids), type(error).__name__)
    if isinstance(error, BrokenExecutor):
        _forget_pool()
    doorbell.ring(exercise_id, "jobs")


def _process() -> ProcessPoolExecutor:
    global _pool
    with _lock:
        if _pool is None:
            _pool = ProcessPoolExecutor(
                1, get_context("spawn"), heavy.prepare, (current_app.main, str(connection.settings_dict["NAME"]))
            )
        return _pool


def _forked() -> None:
    global _queue, _thread, _pool, _lock
    _queue, _thread, _pool, _lock = SimpleQueue(), None, None, Lock()


os.register_at_fork(after_in_child=_forked)
