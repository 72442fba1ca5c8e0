"""One live exercise in this process: it hears the bell, reads what is new, and tells each viewer what changed for them.

1. The bell says that something happened, never what. It may be lost, so `Rooms` looks at the logs' heads once a second.
2. New events come from `exercises`, read and evolved once a process. The parts that they touch are made, compared and
   encoded once, and each viewer's frame is put together from those.
3. Everything here runs on the server's loop, and only reads of the database leave it; so nothing here needs a lock.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.due import due_next
from wargame.engine.events import Logged, OrderSubmitted, Rewound
from wargame.engine.sight import PUBLIC_VIEWER, Viewer, viewer_of
from wargame.engine.views import touches
from wargame.engine.world import World
from wargame.exercises import services, worlds
from wargame.exercises.worlds import Loaded
from wargame.live.bell import Bell
from wargame.live.company import Company
from wargame.live.feed import Feed
from wargame.live.frames.server import Closing
from wargame.live.guest import WALL, Guest
from wargame.live.outbox import POLICY
from wargame.live.parts import Parts
from wargame.live.reading import doing, reading

log = logging.getLogger(__name__)

MOST_SOCKETS = {CONTROL_SEAT: 16, WALL: 64}
MOST_SOCKETS_OF_A_SEAT = 4
"""A laptop and a phone, and one of each that has not noticed yet that it lost the line."""
LOOK_AGAIN = 1.0
"""Seconds until what was due and has not happened is asked for again."""


class Room:
    """Made by `Rooms`, which also runs it."""

    def __init__(self, loaded: Loaded) -> None:
        self.exercise = loaded.exercise_id
        self.parts = Parts(loaded.world)
        self._loaded = loaded
        self._feeds: dict[str, Feed] = {}
        self._bell = Bell(self.exercise, self._hear_of)
        self.company = Company(self.exercise, self._bell.tell)
        self._timer: asyncio.TimerHandle | None = None

    # Its life

    async def run(self) -> None:
        """Answer the bell until cancelled."""
        self._set_timer(0.0)
        try:
            async with self._bell:
                while True:
                    for what in await self._bell.heard():
                        await self._answer(what)
        finally:
            if self._timer is not None:
                self._timer.cancel()

    def ring(self, *what: str) -> None:
        """Something may have happened: look."""
        self._bell.ring(*what)

    async def _answer(self, what: str) -> None:
        try:
            match what:
                case "log":
                    await self._catch_up(with_others=False)
                case "news":
                    await self._catch_up(with_others=True)
                case "due":
                    await self._do_what_is_due()
                case "seats":
                    await self.look_at_seats()
                    await self.company.look_at_wall()
                case "wall":
                    await self.company.look_at_wall()
                case "drafts":
                    await self.company.look_at_drafts()
                case "jobs":
                    await self.company.look_at_jobs()
        except Exception:  # whatever it is must not end the room: the next bell, or the next second, looks again
            log.exception("room %s: %s", self.exercise, what)

    @property
    def now(self) -> float:
        """Seconds since StartEx, to the millisecond; 0 before."""
        return round(self._loaded.now(), 3)

    @property
    def world(self) -> World:
        return self._loaded.world

    @property
    def seq(self) -> int:
        """How far the room has read the log."""
        return self._loaded.seq

    @property
    def empty(self) -> bool:
        return not self.company.guests

    def _hear_of(self, message: Mapping[str, Any]) -> None:
        self.company.hear(message)

    # Guests

    def enter(self, guest: Guest, cursor: str, *, packed: bool = False) -> None:
        """A socket said hello; `cursor` is where its page stands, empty if it has nothing yet."""
        guest.outbox.packed = packed
        feed = self._feeds.get(guest.seat) or self._open_feed(guest.seat)
        if guest not in self.company.guests:
            self._make_place(guest.seat, feed)
            feed.sockets.append(guest.outbox)
        known = feed.since(cursor, self.now) if self.seq else []  # the lobby changes without the log
        for frame in known:
            guest.outbox.push(frame)
        if not known:
            feed.show([guest.outbox], self.parts, self.now)
        self.company.enter(guest)

    def leave(self, guest: Guest) -> None:
        """Its socket is closed."""
        feed = self._feeds.get(guest.seat)
        if feed and guest.outbox in feed.sockets:
            feed.sockets.remove(guest.outbox)
        self.company.leave(guest)

    def viewer(self, seat: str) -> Viewer:
        """Who looks from this seat. Until its seat is confirmed, a guest sees what the public sees."""
        if seat == CONTROL_SEAT or self.company.confirmed(seat):
            return viewer_of(self.world, seat)
        return PUBLIC_VIEWER

    def _open_feed(self, seat: str) -> Feed:
        feed = self._feeds[seat] = Feed(self.exercise, self.viewer(seat), self.seq)
        self.parts.watch(feed.viewer)  # a page may come from a process that died, with all of it and no need of a view
        return feed

    def _make_place(self, seat: str, feed: Feed) -> None:
        if len(feed.sockets) >= MOST_SOCKETS.get(seat, MOST_SOCKETS_OF_A_SEAT):
            feed.sockets.pop(0).close(POLICY, Closing(why="taken_elsewhere"))

    # News

    async def _catch_up(self, *, with_others: bool) -> None:
        """With what this process knows, which is enough for what it wrote itself; or with what others wrote too."""
        found = None if with_others else worlds.peek(self.exercise, self.seq)
        if found is None:
            found = await reading(worlds.news, self.exercise, self.seq)
        if found[1] and self.world.status == "lobby":
            await self.company.look_at_seats()  # StartEx has confirmed everybody who sits
        self._move(*found)

    def _move(self, loaded: Loaded, new: Sequence[Logged]) -> None:
        if not new:
            return
        starts = self.world.status == "lobby"
        if starts:
            self.ring("seats")
        if any(isinstance(entry.event, OrderSubmitted) for entry in new):
            self.ring("drafts")  # it may have been one
        self._loaded = loaded
        if starts or any(isinstance(entry.event, Rewound) for entry in new):
            self._begin_anew()
        else:
            self._tell(new)
        self._set_timer(0.0)

    def _tell(self, new: Sequence[Logged]) -> None:
        touched = {part for entry in new for part in touches(self.world, entry.event)}
        if patches := self.parts.move(self.world, touched):
            now = self.now
            for feed in self._feeds.values():
                feed.move(self.seq, patches, now)

    def _begin_anew(self) -> None:
        self.parts.forget(self.world)
        for seat, feed in self._feeds.items():
            feed.begin_anew(self.viewer(seat), self.seq, self.parts, self.now)

    async def look_at_seats(self) -> None:
        """Who sits where, and so who may see what."""
        await self.company.look_at_seats()
        for guest in self.company.put_out():
            self.leave(guest)
            guest.outbox.close(POLICY, Closing(why="freed"))
        for seat, feed in self._feeds.items():
            if (viewer := self.viewer(seat)) != feed.viewer:
                feed.begin_anew(viewer, self.seq, self.parts, self.now)

    # The clock

    def _set_timer(self, least: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        due = due_next(self.world)
        if due is not None:
            delay = max(due - self._loaded.now(), least)
            self._timer = asyncio.get_running_loop().call_later(delay, self.ring, "due")

    async def _do_what_is_due(self) -> None:
        self._set_timer(LOOK_AGAIN)
        await doing(services.do_what_is_due, self.exercise)
