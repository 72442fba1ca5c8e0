"""The room's ear: what is rung is heard once, wherever it was rung, and a layer that is away harms nobody."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from channels.layers import get_channel_layer
from django.test import override_settings

from wargame.exercises import doorbell
from wargame.live import bell
from wargame.live.bell import TOLD, Bell

EXERCISE = "e" * 16
ALL = {"news", "seats", "drafts", "jobs"}
"""What a room looks at when it begins to listen."""


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


@pytest.fixture(params=["memory", "redis"])
def layer(request: pytest.FixtureRequest) -> Iterator[None]:
    backend: dict[str, Any] = {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    if request.param == "redis":
        url = request.getfixturevalue("redis_url")
        backend = {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [url]}}
    with override_settings(CHANNEL_LAYERS={"default": backend}):
        yield
    doorbell.attach(None)


async def test_a_room_ends_while_redis_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = Away()
    monkeypatch.setattr(bell, "get_channel_layer", lambda: layer)
    async with asyncio.timeout(5):
        async with Bell(EXERCISE, nobody):
            await layer.listening.wait()


async def test_what_this_process_rings_is_heard_once(layer: None) -> None:
    """At once, and not again when the layer brings it back."""
    async with asyncio.timeout(10), Bell(EXERCISE, nobody) as ear:
        await listening(ear)
        doorbell.attach(asyncio.get_running_loop())
        doorbell.ring(EXERCISE, "log")
        assert await ear.heard() == ["log"]
        await until_it_is_back(ear)


async def test_what_another_process_wrote_is_news(layer: None) -> None:
    """Even together with what this process wrote: one ring must not stand for the other."""
    async with asyncio.timeout(10), Bell(EXERCISE, nobody) as ear:
        await listening(ear)
        ear.ring("log")
        await say({"type": "exercise.rang", "process": "another", "what": "log"})
        heard = await ear.heard()
        while "news" not in heard:
            heard += await ear.heard()
    assert heard == ["log", "news"]


async def test_what_others_tell_is_heard_and_ones_own_words_are_not(layer: None) -> None:
    told: list[Mapping[str, Any]] = []
    async with asyncio.timeout(10), Bell(EXERCISE, told.append) as ear:
        await listening(ear)
        ear.tell({"seats": {"ours": [False, ""]}})
        await say({"type": TOLD, "process": "another", "seats": {}})
        await until_it_is_back(ear)
    assert [message["process"] for message in told] == ["another"]


async def test_without_a_layer_the_room_hears_its_own_process() -> None:
    with override_settings(CHANNEL_LAYERS={}):
        async with asyncio.timeout(10), Bell(EXERCISE, nobody) as ear:
            assert set(await ear.heard()) == ALL
            doorbell.attach(asyncio.get_running_loop())
            doorbell.ring(EXERCISE, "wall")
            assert await ear.heard() == ["wall"]
    doorbell.attach(None)


def nobody(message: Mapping[str, Any]) -> None: ...


async def listening(ear: Bell) -> None:
    """Both ways: the room looks at everything when it begins, and once more when the layer has it."""
    assert set(await ear.heard()) == ALL
    assert set(await ear.heard()) == ALL


async def until_it_is_back(ear: Bell) -> None:
    """Whatever was sent before has come; nothing rang meanwhile."""
    await say({"type": "exercise.rang", "process": "another", "what": "wall"})
    assert await ear.heard() == ["wall"]


async def say(message: dict[str, Any]) -> None:
    layer = get_channel_layer()
    assert layer is not None
    await layer.group_send(doorbell.group(EXERCISE), message)
