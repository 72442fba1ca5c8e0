"""Where a viewer stands, as a word that says nothing: no count, no number of another's act.

A cursor is a keyed digest of exercise, viewer and log number. Every process of the same secret key makes the same ones.
"""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b

from django.conf import settings


def cursors_of(exercise: str, viewer: str) -> Callable[[int], str]:
    """A function from log number to this viewer's cursor (32 hex digits)."""
    keyed = blake2b(f"{exercise} {viewer} ".encode(), key=secret_key("cursor"), digest_size=16)

    def cursor(seq: int) -> str:
        digest = keyed.copy()
        digest.update(str(seq).encode())
        return digest.hexdigest()

    return cursor


@cache
def secret_key(purpose: str) -> bytes:
    """A key of its own for each purpose (at most 16 letters), made from the installation's."""
    return blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=purpose.encode()).digest()
