"""Says that something happened in an exercise, never what: whoever hears it reads the log and makes its own view.

After the commit, from any thread. This process's own rooms hear it at once; those of other processes through the
channel layer, at most once. Rooms and layers belong to an event loop and are not thread-safe, so all of it happens on
one loop: the server's, which `attach`es itself, or else a loop of our own in a thread.
"""

import asyncio
import logging
import os
import secrets
from collections.abc import Callable
from threading import Lock, Thread
from typing import Literal

from channels.layers import get_channel_layer

from wargame.away import ERRORS, REDIS

log = logging.getLogger(__name__)

What = Literal["log", "drafts", "jobs", "seats", "wall"]
Hear = Callable[[What], None]
SECONDS = 5.0
"""After which a bell that cannot be rung is given up; rooms look at the log's heads once a second anyway."""
PROCESS = secrets.token_hex(8)
"""This process's name among those that share a layer: what it rang itself, its rooms have heard."""

_ears: dict[str, Hear] = {}
"""This process's rooms, by exercise. Of the server's loop alone."""
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


def listen(exercise_id: str, hear: Hear) -> None:
    """Have the exercise's room in this process hear what this process rings. On the server's loop only."""
    _ears[exercise_id] = hear


def leave(exercise_id: str, hear: Hear) -> None:
    """Hear no more, unless another has taken the place."""
    if _ears.get(exercise_id) == hear:
        del _ears[exercise_id]


def ring(exercise_id: str, what: What) -> None:
    """Tell the exercise's listeners, those elsewhere `{"type": "exercise.rang", "process": …, "what": what}`.

    Returns at once.
    """
    served = _served
    if served is not None and served.is_running():
        served.call_soon_threadsafe(_ring_here, exercise_id, what)
    else:
        served = None
    if get_channel_layer() is not None:
        asyncio.run_coroutine_threadsafe(_ring_elsewhere(exercise_id, what), served or _own_loop())


def _ring_here(exercise_id: str, what: What) -> None:
    if hear := _ears.get(exercise_id):
        hear(what)


async def _ring_elsewhere(exercise_id: str, what: What) -> None:
    layer = get_channel_layer()
    if layer is None:
        return
    message = {"type": "exercise.rang", "process": PROCESS, "what": what}
    try:
        await asyncio.wait_for(layer.group_send(group(exercise_id), message), SECONDS)
        REDIS.worked()
    except ERRORS as error:  # the bell is a help, the log is the guarantee
        REDIS.failed(error)
    except Exception:
        log.exception("%s: the bell could not be rung", exercise_id)


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
