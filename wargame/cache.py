"""Django's cache on Redis, for which a Redis that is away is an empty cache: no door closes because of it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis import RedisError

from wargame.away import REDIS

T = TypeVar("T")


class ForgetfulCache(RedisCache):
    """Only what this project uses; the rest raises as ever."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return tried(lambda: super(ForgetfulCache, self).get(key, default, version), default)

    def set(self, key: str, value: Any, *args: Any, **options: Any) -> None:
        tried(lambda: super(ForgetfulCache, self).set(key, value, *args, **options), None)

    def add(self, key: str, value: Any, *args: Any, **options: Any) -> bool:
        return tried(lambda: bool(super(ForgetfulCache, self).add(key, value, *args, **options)), False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        return tried(lambda: int(super(ForgetfulCache, self).incr(key, delta, version)), delta)


def tried(ask: Callable[[], T], instead: T) -> T:
    """What the cache answers; if it is away, what one that has just forgotten everything would."""
    try:
        answer = ask()
    except RedisError as error:
        REDIS.failed(error)
        return instead
    REDIS.worked()
    return answer
