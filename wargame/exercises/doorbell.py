"""Says that something happened in an exercise, never what: whoever hears it reads the log and makes its own view.

At most once, after the commit, from any thread. Channel layers belong to an event loop and are not thread-safe, so
everything is sent on one loop: the server's, which `attach`es itself, or else a loop of our own in a thread.
"""

import asyncio
import logging
import os
from threading import Lock, Thread
from typing import Literal

from channels.layers import InMemoryChannelLayer, get_channel_layer

from wargame.away import ERRORS, REDIS

log = logging.getLogger(__name__)

What = Literal["log", "drafts", "jobs", "seats", "wall"]
SECONDS = 5.0
"""After which a bell that cannot be rung is given up; rooms look at the log's heads once a second anyway."""

_served: asyncio.AbstractEventLoop | None = None
_own: asyncio.AbstractEventLoop | None = None
_lock = Lock()


def group(exercise_id: str) -> str:
    """The channel layer's group of everybody who listens to the exercise."""
    return f"exercise.{exercise_id}"


def attach(loop: asyncio.AbstractEventLoop | None) -> None:
    """Ring on this loop from now on: the ASGI server's lifespan calls it. None: there is no server any more."""
    global _served
    _served = loop


def ring(exercise_id: str, what: What) -> None:
    """Tell the exercise's listeners `{"type": "exercise.rang", "exercise": id, "what": what}`. Returns at once."""
    if loop := _where():
        asyncio.run_coroutine_threadsafe(_ring(exercise_id, what), loop)


async def _ring(exercise_id: str, what: What) -> None:
    layer = get_channel_layer()
    if layer is None:
        return
    message = {"type": "exercise.rang", "exercise": exercise_id, "what": what}
    try:
        await asyncio.wait_for(layer.group_send(group(exercise_id), message), SECONDS)
        REDIS.worked()
    except ERRORS as error:  # the bell is a help, the log is the guarantee
        REDIS.failed(error)
    except Exception:
        log.exception("%s: the bell could not be rung", exercise_id)


def _where() -> asyncio.AbstractEventLoop | None:
    served = _served
    if served is not None and served.is_running():
        return served
    if isinstance(get_channel_layer(), InMemoryChannelLayer):
        return None  # whoever listens is on the server's loop, and there is none
    return _own_loop()


def _own_loop() -> asyncio.AbstractEventLoop:
    global _own
    with _lock:
        if _own is None:
            _own = asyncio.new_event_loop()
            Thread(target=_own.run_forever, name="doorbell", daemon=True).start()
        return _own


def _forked() -> None:
    global _served, _own, _lock
    _served, _own, _lock = None, None, Lock()  # a forked worker has neither the server nor the thread


os.register_at_fork(after_in_child=_forked)
