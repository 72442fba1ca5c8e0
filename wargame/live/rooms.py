"""This process's rooms: opened for the first guest, looked after once a second, closed when empty."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from time import monotonic

from wargame.exercises import queries, worlds
from wargame.live.reading import close_connections, reading
from wargame.live.room import Room

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds between two looks at the logs' heads, in case a bell was lost."""
TELL_EVERY = 10
"""Looks between two tellings of presence, and two looks at seats and drafts, which have no head.

Each room has its own second of these: all at once would hold everybody up.
"""
EMPTY_FOR = 60.0
"""Seconds after which an empty room closes: a page that reloads finds its cursor still known."""


@dataclass(slots=True)
class Open:
    room: Room
    running: asyncio.Task[None]
    empty_since: float
    second: int
    """Which of the `TELL_EVERY` seconds is its own."""


class Rooms:
    """All on one event loop. The first room opened starts the watch."""

    def __init__(self) -> None:
        self._open: dict[str, asyncio.Task[Open]] = {}
        self._seconds = cycle(range(TELL_EVERY))
        self._watch: asyncio.Task[None] | None = None

    async def room(self, exercise: str) -> Room:
        """The exercise's room. Raises `NoSuchExercise`."""
        self.watch()
        opening = self._open.get(exercise)
        if opening is None:
            opening = self._open[exercise] = asyncio.create_task(self._opened(exercise))
        try:
            return (await asyncio.shield(opening)).room  # a thousand may wait for the same; one leaving stops nobody
        except BaseException:
            if opening.done() and (opening.cancelled() or opening.exception()):
                self._open.pop(exercise, None)
            raise

    def watch(self) -> None:
        """Look after the rooms from now on."""
        if self._watch is None:
            self._watch = asyncio.create_task(self._look_for_ever())

    async def close(self) -> None:
        """Leave all rooms: the server stops."""
        tasks = [opening.result().running for opening in self._done()]
        tasks += [self._watch] if self._watch else []
        self._open, self._watch = {}, None
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task
        await asyncio.to_thread(close_connections)

    async def _opened(self, exercise: str) -> Open:
        room = Room(await reading(worlds.catch_up, exercise))
        await room.company.look_at_seats()  # who may see what hangs on it
        return Open(room, asyncio.create_task(room.run()), monotonic(), next(self._seconds))

    def _done(self) -> list[asyncio.Task[Open]]:
        return [o for o in self._open.values() if o.done() and not o.cancelled() and not o.exception()]

    async def _look_for_ever(self) -> None:
        for second in cycle(range(TELL_EVERY)):
            try:
                await self._look(second)
            except Exception as error:  # the database is away, in whatever way: look again in a second
                log.warning("the logs' heads could not be read: %s", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self, second: int) -> None:
        opened = {open.room.exercise: open for open in (opening.result() for opening in self._done())}
        heads = await reading(queries.heads, list(opened))
        for exercise, open in opened.items():
            if heads.get(exercise, 0) > open.room.seq:
                open.room.ring("news")
            if open.second == second:
                open.room.ring("seats", "drafts", "jobs", "due")  # a killed worker's adjudication is started again
                open.room.company.gather()
            self._close_if_empty(open)

    def _close_if_empty(self, open: Open) -> None:
        room = open.room
        if not room.empty:
            open.empty_since = monotonic()
        elif monotonic() - open.empty_since > EMPTY_FOR:
            del self._open[room.exercise]
            open.running.cancel()


ROOMS = Rooms()
