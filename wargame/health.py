"""What a machine asks: whether this process answers, and what it stands on. No names, addresses or secrets."""

import secrets
from collections.abc import Callable
from threading import Lock, Thread
from time import monotonic, time
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wargame.exercises.tasks import TICKED

PATIENCE = 10.0
"""Seconds without a tick after which the workers count as away."""
SECONDS = 0.8
"""After which what has not answered counts as away; whoever asks us waits for a second or two."""
NOT_OK = {"ok": False}

Found = dict[str, Any]


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Whether the record and the bell do is another question."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """`{ready, record, bell, workers}`. 503 without the record alone: without the others orders are still kept."""
    until = monotonic() + SECONDS
    asked = {name: probe.ask() for name, probe in PROBES.items()}
    found = {name: PROBES[name].wait(thread, until) for name, thread in asked.items()}
    ready = bool(found["record"]["ok"])
    return JsonResponse({"ready": ready, **found}, status=200 if ready else 503)


class Probe:
    """A question that may never be answered: asked in a thread of its own, and not again while it is open."""

    def __init__(self, question: Callable[[], Found]) -> None:
        self._question = question
        self._lock = Lock()
        self._thread: Thread | None = None
        self._found: Found = NOT_OK

    def ask(self) -> Thread:
        """The thread that finds out."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._ask, daemon=True)
                self._thread.start()
            return self._thread

    def wait(self, thread: Thread, until: float) -> Found:
        """What it found, if it does so until then (monotonic)."""
        thread.join(max(0.0, until - monotonic()))
        return NOT_OK if thread.is_alive() else self._found

    def _ask(self) -> None:
        self._found = NOT_OK  # until it is found to be there
        self._found = self._question()


def _record() -> Found:
    began = monotonic()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return NOT_OK
    finally:
        connection.close()  # of a thread that asks once
    return {"ok": True, "ms": _ms(began)}


def _bell() -> Found:
    began, said = monotonic(), secrets.token_hex(4)
    cache.set(f"readyz.{said}", said, 10)
    if cache.get(f"readyz.{said}") != said:
        return NOT_OK
    return {"ok": True, "ms": _ms(began)}


def _workers() -> Found:
    """How long ago a worker last looked at what is due."""
    ticked = cache.get(TICKED)
    if ticked is None:
        return NOT_OK
    seconds = round(max(0.0, time() - ticked), 1)
    return {"ok": seconds <= PATIENCE, "seconds": seconds}


def _ms(began: float) -> float:
    return round((monotonic() - began) * 1000, 1)


PROBES = {"record": Probe(_record), "bell": Probe(_bell), "workers": Probe(_workers)}
