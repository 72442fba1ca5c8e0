"""The room's ear: what was rung for its exercise since it last looked, in this process or in another."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any

from channels.layers import get_channel_layer

from wargame.away import ERRORS, REDIS
from wargame.exercises import doorbell

TOLD = "exercise.told"
SECONDS_TO_RETURN = 1.0

log = logging.getLogger(__name__)


class Bell:
    """Rings of one kind between two looks are one ring. What other processes tell goes to `told`.

    `log`: this process wrote, and knows what. `news`: another may have written, so the log itself must be read.
    """

    def __init__(self, exercise: str, told: Callable[[Mapping[str, Any]], None]) -> None:
        self._exercise = exercise
        self._group = doorbell.group(exercise)
        self._told = told
        self._rung: dict[str, None] = {}
        self._wake = asyncio.Event()
        self._ear: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Bell":
        doorbell.listen(self._exercise, self.ring)
        self._look_at_all()
        if get_channel_layer() is not None:
            self._ear = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        doorbell.leave(self._exercise, self.ring)
        if self._ear is not None:
            self._ear.cancel()
            with suppress(asyncio.CancelledError):
                await self._ear

    def ring(self, *what: str) -> None:
        """Wake the room."""
        self._rung.update(dict.fromkeys(what))
        self._wake.set()

    async def heard(self) -> list[str]:
        """What has been rung since the last call; waits until something is."""
        await self._wake.wait()
        self._wake.clear()
        heard, self._rung = list(self._rung), {}
        return heard

    def tell(self, message: Mapping[str, Any]) -> None:
        """Say something to the rooms of the other processes. It may be lost."""
        self._telling = asyncio.create_task(self._tell({"type": TOLD, "process": doorbell.PROCESS, **message}))

    async def _tell(self, message: dict[str, Any]) -> None:
        layer = get_channel_layer()
        if layer is None:
            return  # there is no other process
        try:
            await asyncio.wait_for(layer.group_send(self._group, message), doorbell.SECONDS)
            REDIS.worked()
        except ERRORS as error:  # it is told again in a while
            REDIS.failed(error)
        except Exception:
            log.exception("%s: nothing could be told", self._group)

    async def _listen(self) -> None:
        while True:
            try:
                await self._hear_all()
            except ERRORS as error:  # rooms look without a bell meanwhile
                REDIS.failed(error)
                await asyncio.sleep(SECONDS_TO_RETURN)
            except Exception:
                log.exception("%s: the bell is not heard", self._group)
                await asyncio.sleep(SECONDS_TO_RETURN)

    async def _hear_all(self) -> None:
        layer = get_channel_layer()
        assert layer is not None
        channel = await layer.new_channel()
        await layer.group_add(self._group, channel)
        REDIS.worked()
        self._look_at_all()
        try:
            while True:
                self._hear(await layer.receive(channel))
        finally:
            # A layer that is away must not turn the room's end into one more try.
            with suppress(Exception):
                await asyncio.wait_for(layer.group_discard(self._group, channel), doorbell.SECONDS)

    def _look_at_all(self) -> None:
        """What happened before we listened."""
        self.ring("news", "seats", "drafts", "jobs")

    def _hear(self, message: Mapping[str, Any]) -> None:
        if message["process"] == doorbell.PROCESS:
            return  # it came by the short way
        if message["type"] == TOLD:
            self._told(message)
        else:
            self.ring("news" if message["what"] == "log" else message["what"])
