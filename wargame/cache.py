"""Django's cache on Redis, for which a Redis that is away is an empty cache: no door closes because of it."""

import logging
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis import RedisError

log = logging.getLogger(__name__)


class ForgetfulCache(RedisCache):
    """Only what this project uses; the rest raises as ever."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except RedisError as error:
            return away(error, default)

    def set(self, key: str, value: Any, *args: Any, **options: Any) -> None:
        try:
            super().set(key, value, *args, **options)
        except RedisError as error:
            away(error, None)

    def add(self, key: str, value: Any, *args: Any, **options: Any) -> bool:
        try:
            return bool(super().add(key, value, *args, **options))
        except RedisError as error:
            return bool(away(error, False))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        try:
            return int(super().incr(key, delta, version))
        except RedisError as error:
            return int(away(error, delta))


def away(error: RedisError, instead: Any) -> Any:
    """What a cache that has just forgotten everything would answer."""
    log.warning("the cache is away: %s", type(error).__name__)
    return instead
