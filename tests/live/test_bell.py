"""The room's ear, when what it listens to is away."""

import asyncio
from typing import Any

import pytest

from wargame.live import bell
from wargame.live.bell import Bell


class Away:
    """A layer whose Redis dies after one has begun to listen."""

    def __init__(self) -> None:
        self.listening = asyncio.Event()

    async def new_channel(self) -> str:
        return "channel"

    async def group_add(self, group: str, channel: str) -> None: ...

    async def receive(self, channel: str) -> dict[str, Any]:
        self.listening.set()
        return await asyncio.Future()

    async def group_discard(self, group: str, channel: str) -> None:
        raise ConnectionError


async def test_a_room_ends_while_redis_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = Away()
    monkeypatch.setattr(bell, "get_channel_layer", lambda: layer)
    async with asyncio.timeout(5):
        async with Bell("e" * 16, lambda message: None):
            await layer.listening.wait()
