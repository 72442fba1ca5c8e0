"""How often one address may fail: at codes, links and passwords. Only failures count: a class may join at once."""

from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 60
MOST = {"code": 30, "link": 10, "sign_in": 10}
"""Failures in that time. At 30 a minute, a code of six characters stands for years."""


def exhausted(request: HttpRequest, door: str) -> bool:
    """Whether this address must wait."""
    tried: int = cache.get(_key(request, door), 0)
    return tried >= MOST[door]


def failed(request: HttpRequest, door: str) -> None:
    """Count one failure."""
    key = _key(request, door)
    cache.add(key, 0, SECONDS)
    try:
        cache.incr(key)
    except ValueError:  # ran out just now
        cache.set(key, 1, SECONDS)


def _key(request: HttpRequest, door: str) -> str:
    return f"attempts {door} {request.META.get('REMOTE_ADDR', '')}".replace(" ", ".")
