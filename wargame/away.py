"""Redis, when it is away: one line in the log when it goes and one when it is back, however often it is tried."""

import logging
from threading import Lock

from kombu.exceptions import OperationalError
from redis import RedisError

log = logging.getLogger(__name__)

ERRORS = (RedisError, OperationalError, OSError)
"""What whoever uses Redis meets when it cannot be reached; a timeout is an OSError."""


class Away:
    """What this process knows of Redis. Whoever tried it says how that went."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._away = False

    def failed(self, error: BaseException) -> None:
        with self._lock:
            first, self._away = not self._away, True
        if first:
            name = type(error).__name__
            log.warning("Redis is away (%s): play goes on, adjudication and reports wait for its return", name)

    def worked(self) -> None:
        if not self._away:  # nearly always; no lock for that
            return
        with self._lock:
            back, self._away = self._away, False
        if back:
            log.warning("Redis is back")


REDIS = Away()


class OneLine(logging.Filter):
    """channels_redis logs a traceback at each try, once a second; this makes it one of those who say how it went."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, ERRORS):
            return True
        REDIS.failed(error)
        return False
