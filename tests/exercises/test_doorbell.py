"""The bell: from any thread, on one loop, never what happened."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from channels.layers import channel_layers, get_channel_layer
from django.test import override_settings

from wargame.away import Away
from wargame.exercises import doorbell
from wargame.exercises.doorbell import What

ID = "0011223344556677"
MEMORY = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}


@pytest.fixture
def nobody_else() -> Iterator[None]:
    """No layer: this process is alone."""
    with override_settings(CHANNEL_LAYERS={}):
        yield
    doorbell.attach(None)


@pytest.fixture
def in_memory() -> Iterator[None]:
    with override_settings(CHANNEL_LAYERS=MEMORY):
        yield
    doorbell.attach(None)


class Room:
    """Of this process, while the bell is listened to."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[What] = asyncio.Queue()

    def __enter__(self) -> "Room":
        doorbell.attach(asyncio.get_running_loop())
        doorbell.listen(ID, self.heard.put_nowait)
        return self

    def __exit__(self, *_: object) -> None:
        doorbell.leave(ID, self.heard.put_nowait)


async def heard(ring: Any) -> dict[str, Any]:
    """What a listener at the layer hears after `ring` was called in a thread."""
    layer = get_channel_layer()
    assert layer is not None
    channel = await layer.new_channel()
    await layer.group_add(doorbell.group(ID), channel)
    threading.Thread(target=ring).start()
    message: dict[str, Any] = await asyncio.wait_for(layer.receive(channel), 5)
    return message


async def test_a_ring_from_a_thread_is_heard_in_the_same_process(nobody_else: None) -> None:
    with Room() as room:
        ringing = threading.Thread(target=lambda: doorbell.ring(ID, "log"))
        ringing.start()
        assert await asyncio.wait_for(room.heard.get(), 5) == "log"
        ringing.join()


async def test_who_has_left_hears_nothing_more(nobody_else: None) -> None:
    with Room() as gone:
        pass
    with Room() as room:
        doorbell.ring(ID, "log")
        await asyncio.wait_for(room.heard.get(), 5)
        doorbell.leave(ID, gone.heard.put_nowait)  # its place is another's by now
        doorbell.ring(ID, "jobs")
        assert await asyncio.wait_for(room.heard.get(), 5) == "jobs"
    assert gone.heard.empty()


async def test_other_processes_hear_it_through_the_layer(in_memory: None) -> None:
    doorbell.attach(asyncio.get_running_loop())
    message = await heard(lambda: doorbell.ring(ID, "log"))
    assert message == {"type": "exercise.rang", "process": doorbell.PROCESS, "what": "log"}


async def test_without_a_server_or_a_layer_there_is_nobody_to_ring_for(nobody_else: None) -> None:
    doorbell.attach(None)
    doorbell.ring(ID, "log")


async def test_a_process_without_a_server_rings_through_redis(redis_url: str) -> None:
    backend = {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [redis_url]}}
    doorbell.attach(None)
    with override_settings(CHANNEL_LAYERS={"default": backend}):
        assert (await heard(lambda: doorbell.ring(ID, "jobs")))["what"] == "jobs"
        assert (await heard(lambda: doorbell.ring(ID, "seats")))["what"] == "seats"


async def test_a_layer_that_is_away_harms_nobody(
    in_memory: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failed = asyncio.Event()

    async def group_send(*_: Any) -> None:
        failed.set()
        raise ConnectionError("gone")

    monkeypatch.setattr(channel_layers["default"], "group_send", group_send)
    monkeypatch.setattr(doorbell, "REDIS", Away())
    with Room() as room:
        doorbell.ring(ID, "log")
        assert await asyncio.wait_for(room.heard.get(), 5) == "log"
        await asyncio.wait_for(failed.wait(), 5)
        await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))
    assert "Redis is away (ConnectionError)" in caplog.text
