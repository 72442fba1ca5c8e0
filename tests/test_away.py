"""Redis goes and comes back: two lines in the log, however often it was tried."""

import logging

import pytest
from redis import ConnectionError, TimeoutError

from wargame.away import Away, OneLine
from wargame.cache import ForgetfulCache


@pytest.fixture
def redis(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Away:
    away = Away()
    for user in ("wargame.away", "wargame.cache"):
        monkeypatch.setattr(f"{user}.REDIS", away)
    return away


def test_one_line_when_it_goes_and_one_when_it_is_back(redis: Away, caplog: pytest.LogCaptureFixture) -> None:
    redis.worked()
    assert not caplog.messages
    for error in (ConnectionError(), TimeoutError(), ConnectionError()):
        redis.failed(error)
    redis.worked()
    redis.worked()
    assert [line.split(":")[0] for line in caplog.messages] == ["Redis is away (ConnectionError)", "Redis is back"]


def test_the_layers_tracebacks_are_that_line(redis: Away, caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("channels_redis.pubsub")
    assert any(isinstance(one, OneLine) for one in log.filters)
    for error in (ConnectionError("Connection refused"), TimeoutError(), RuntimeError("a bug")):
        try:
            raise error
        except Exception:
            log.exception("Unexpected exception in receive task")
    assert len(caplog.messages) == 2
    assert [bool(record.exc_info) for record in caplog.records] == [False, True]  # a bug keeps its traceback


def test_a_cache_that_is_away_is_empty(redis: Away, caplog: pytest.LogCaptureFixture) -> None:
    cache = ForgetfulCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1}})
    assert cache.get("a", "nothing") == "nothing"
    cache.set("a", 1)
    assert cache.add("a", 1) is False and cache.incr("a", 3) == 3
    assert len(caplog.messages) == 1
