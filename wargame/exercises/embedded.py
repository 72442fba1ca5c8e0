"""The worker inside the one process of the embedded way to run: adjudication and bots in a thread, the clock's net."""

import logging
from threading import Event, Thread

from celery import current_app
from django.db import close_old_connections

from wargame.exercises import jobs, tasks, writer

log = logging.getLogger(__name__)

EVERY = 1.0
"""Seconds between two looks at what is due where no room keeps the time."""


class Worker:
    """A Celery worker and a ticker in threads of this process."""

    def __init__(self) -> None:
        self._celery = current_app.WorkController(
            pool="solo",
            concurrency=1,
            queues=["adjudication", "bots"],
            hostname="embedded@localhost",
            loglevel="WARNING",
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
        )
        self._stopped = Event()
        self._threads = [
            Thread(target=self._celery.start, name="worker", daemon=True),
            Thread(target=self._tick, name="ticker", daemon=True),
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both, and the writer after what waits there."""
        self._stopped.set()
        self._celery.stop()
        for thread in self._threads:
            thread.join(10)
        writer.stop()
        jobs.stop()

    def _tick(self) -> None:
        while not self._stopped.wait(EVERY):
            try:
                tasks.tick()
            except Exception:  # whatever it is, the next second tries again
                log.exception("the ticker stumbled")
                close_old_connections()


def start_worker() -> Worker:
    """Start the worker; `stop` it when the server ends."""
    worker = Worker()
    worker.start()
    return worker
