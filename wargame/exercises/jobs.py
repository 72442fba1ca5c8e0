"""Starts work in workers, by task name, after the commit and without waiting.

A broker that is away costs nothing but time: whoever keeps the clock asks again. In the embedded way to run, reports
and batches go to a process of their own, so that no socket stutters; everything else is Celery's.
"""

import logging
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from queue import SimpleQueue
from threading import Lock, Thread

import django
from celery import current_app
from celery.app.utils import find_app
from django.conf import settings
from django.db import connection

from wargame.engine.commands import Adjudicate
from wargame.engine.due import due
from wargame.exercises import doorbell, worlds

log = logging.getLogger(__name__)

ADJUDICATE = "exercises.adjudicate"
BUILD_REPORT = "reports.build"
HEAVY = ("reports.", "batch.")

_queue: SimpleQueue[Callable[[], object]] = SimpleQueue()
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
    _queue.put(lambda: _start(name, exercise_id, ids or (exercise_id,)))


def start_if_due(exercise_id: str) -> None:
    """Start the exercise's adjudication if it waits for a worker."""
    loaded = worlds.loaded(exercise_id)
    if any(isinstance(ask.command, Adjudicate) for ask in due(loaded.world, loaded.now())):
        start(ADJUDICATE, exercise_id)


def stop() -> None:
    """End the process for heavy work, if one runs, after what it is doing."""
    global _pool
    with _lock:
        pool, _pool = _pool, None
    if pool:
        pool.shutdown(cancel_futures=True)


def _run() -> None:
    while True:
        work = _queue.get()
        try:
            work()
        except Exception as error:  # a broker that is away, in whatever way: the clock's keeper asks again
            log.warning("a job could not be started: %s", type(error).__name__)


def _start(name: str, exercise_id: str, ids: tuple[str, ...]) -> None:
    if settings.EMBEDDED and name.startswith(HEAVY):
        done = _process().submit(_work, name, ids)
        done.add_done_callback(lambda future: _done(exercise_id, name, future))
    else:
        current_app.send_task(name, ids, retry=False)


def _done(exercise_id: str, name: str, future: "Future[None]") -> None:
    """The other process has no bell; ring for it."""
    if not future.cancelled() and (error := future.exception()):
        log.error("%s failed: %s", name, type(error).__name__, exc_info=error)
    doorbell.ring(exercise_id, "jobs")


def _process() -> ProcessPoolExecutor:
    global _pool
    with _lock:
        if _pool is None:
            _pool = ProcessPoolExecutor(
                1, get_context("spawn"), _prepare, (current_app.main, str(connection.settings_dict["NAME"]))
            )
        return _pool


def _prepare(app: str, database: str) -> None:
    """In the new process: the same tasks, the same database."""
    django.setup()
    find_app(app).loader.import_default_modules()
    connection.settings_dict["NAME"] = database


def _work(name: str, ids: tuple[str, ...]) -> None:
    current_app.tasks[name](*ids)


def _forked() -> None:
    global _queue, _thread, _pool, _lock
    _queue, _thread, _pool, _lock = SimpleQueue(), None, None, Lock()


os.register_at_fork(after_in_child=_forked)
