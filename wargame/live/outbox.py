"""One socket's way out. The room hands over finished text and goes on; a slow socket waits alone."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from types import coroutine
from typing import Any

from wargame.live.frames.server import Closing

Send = Callable[[Any], Awaitable[None]]

MOST_WAITING = 256
"""Frames that may wait for a slow socket; then it is closed, and comes back with its cursor."""
GOING_AWAY, POLICY, TRY_AGAIN = 1001, 1008, 1013
"""Close codes of RFC 6455."""


class Outbox:
    """Frames in order, sent at once while the socket takes them; only one that makes us wait gets a task.

    A task for each frame to each socket would cost as much as sending does.
    """

    __slots__ = ("_close", "_send", "_sending", "_waiting", "packed")

    def __init__(self, send: Send) -> None:
        self.packed = False
        """The other side unpacks views."""
        self._send = send
        self._waiting: deque[str | bytes] = deque()
        self._sending: asyncio.Task[None] | None = None
        self._close: int | None = None

    def push(self, text: str | bytes) -> None:
        """Send this after what waits; nothing if the socket is closing."""
        if self._close is not None:
            return
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.clear()
            self._close = TRY_AGAIN
            return
        self._waiting.append(text)
        self._start()

    def close(self, code: int, why: Closing | None = None) -> None:
        """Say why, if there is more to say than the code, and close after what waits."""
        if why is not None:
            self.push(why.model_dump_json())
        if self._close is None:
            self._close = code
            self._start()

    def gone(self) -> None:
        """The other side has left: nothing more will be sent."""
        self._waiting.clear()
        self._close = GOING_AWAY
        if self._sending is not None:
            self._sending.cancel()

    def _start(self) -> None:
        if self._sending is not None:
            return
        draining = self._drain()
        try:
            waits_for = draining.send(None)
        except StopIteration:
            return
        self._sending = asyncio.get_running_loop().create_task(_go_on(draining, waits_for))

    async def _drain(self) -> None:
        try:
            while self._waiting:
                frame = self._waiting.popleft()
                await self._send({"type": "websocket.send", "text" if isinstance(frame, str) else "bytes": frame})
            if self._close is not None:
                await self._send({"type": "websocket.close", "code": self._close})
        except OSError:  # gone between two frames; its consumer hears of it
            self._waiting.clear()
        finally:
            self._sending = None


@coroutine
def _go_on(begun: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """The rest of a coroutine that was begun without a task and now waits."""
    yield waits_for
    yield from begun.__await__()
