"""One socket: it finds out whose it is, turns text into frames and hands them on. The room does the sending."""

import logging
from typing import Any

from channels.consumer import get_handler_name
from channels.generic.websocket import AsyncWebsocketConsumer

from wargame.exercises.asked import AWAY, NoSuchExercise
from wargame.live.answers import answer, tell
from wargame.live.frames.client import Hello
from wargame.live.frames.server import Closing, Refused
from wargame.live.guest import Guest
from wargame.live.outbox import POLICY, TRY_AGAIN, Outbox
from wargame.live.parse import BadFrame, parse
from wargame.live.room import Room
from wargame.live.rooms import ROOMS
from wargame.live.seat_auth import Whose
from wargame.live.throttle import TokenBucket

log = logging.getLogger(__name__)

FRAMES_A_SECOND, FRAMES_AT_ONCE = 40, 200
"""A page that comes back sends all that it has not had an answer to."""
FAULTS_A_SECOND, FAULTS_AT_ONCE = 1, 40
"""Bad frames, and frames too fast; whoever sends more is cut off."""


class LiveConsumer(AsyncWebsocketConsumer):
    """A socket of a seat, of control or of the wall: they differ only in `whose` it is."""

    channel_layer_alias = "none"  # the room listens for all its sockets
    whose: Whose

    def __init__(self, whose: Whose) -> None:
        super().__init__()
        self.whose = whose
        self.frames = TokenBucket(FRAMES_A_SECOND, FRAMES_AT_ONCE)
        self.faults = TokenBucket(FAULTS_A_SECOND, FAULTS_AT_ONCE)
        self.guest: Guest | None = None
        self.room: Room | None = None
        self.greeted = False

    async def dispatch(self, message: dict[str, Any]) -> None:
        # Channels' own closes old database connections in a thread before each frame; this door keeps none.
        await getattr(self, get_handler_name(message))(message)

    async def connect(self) -> None:
        self.outbox = Outbox(self.base_send)
        await self.accept()
        try:
            await self.enter()
        except NoSuchExercise:
            self.outbox.close(POLICY, Closing(why="reload"))
        except AWAY as error:  # the page comes again, and again
            log.warning("a socket could not be let in: %s", type(error).__name__)
            self.outbox.close(TRY_AGAIN)

    async def enter(self) -> None:
        """Find out whose this is, and its room. Raises NoSuchExercise, or what `AWAY` says."""
        self.guest = await self.whose(self.scope, self.outbox)
        if self.guest is None:
            self.outbox.close(POLICY, Closing(why="freed"))
            return
        room = await ROOMS.room(self.guest.exercise)
        if not room.company.knows(self.guest):
            await room.look_at_seats()  # the bell of a change of hands may still be on its way
        self.room = room

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.room is None or self.guest is None:
            return
        if not self.frames.take():
            self.fault("", "too_fast", "Too many frames at once; wait a moment.")
            return
        try:
            frame = parse(text_data)
        except BadFrame as bad:
            self.fault(bad.request_id, "bad_frame", bad.text)
            return
        if not (self.greeted or isinstance(frame, Hello)):
            self.fault(getattr(frame, "request_id", ""), "bad_frame", "The first frame must be hello.")
            return
        self.greeted = True
        await answer(self.room, self.guest, frame)

    async def disconnect(self, code: int) -> None:
        self.outbox.gone()
        if self.room is not None and self.guest is not None:
            self.room.leave(self.guest)

    def fault(self, request_id: str, code: str, text: str) -> None:
        """Refuse a frame that is none, or comes too fast."""
        assert self.guest is not None
        tell(self.guest, Refused(request_id=request_id, code=code, text=text))
        if not self.faults.take():
            self.outbox.close(POLICY)
