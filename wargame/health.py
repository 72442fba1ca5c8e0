"""What a machine asks: whether this process answers, and what it stands on. No names, addresses or secrets."""

import secrets
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


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Whether the record and the bell do is another question."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """`{ready, record, bell, workers}`. 503 without the record alone: without the others orders are still kept."""
    record, bell, workers = _record(), _bell(), _workers()
    status = 200 if record["ok"] else 503
    return JsonResponse({"ready": record["ok"], "record": record, "bell": bell, "workers": workers}, status=status)


def _record() -> dict[str, Any]:
    began = monotonic()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return {"ok": False}
    return {"ok": True, "ms": _ms(began)}


def _bell() -> dict[str, Any]:
    began, said = monotonic(), secrets.token_hex(4)
    cache.set(f"readyz.{said}", said, 10)
    if cache.get(f"readyz.{said}") != said:
        return {"ok": False}
    return {"ok": True, "ms": _ms(began)}


def _workers() -> dict[str, Any]:
    """How long ago a worker last looked at what is due."""
    ticked = cache.get(TICKED)
    if ticked is None:
        return {"ok": False}
    seconds = round(max(0.0, time() - ticked), 1)
    return {"ok": seconds <= PATIENCE, "seconds": seconds}


def _ms(began: float) -> float:
    return round((monotonic() - began) * 1000, 1)
