"""What begins and ends with the server: the rooms' loop, the bell, and in the embedded way to run the worker."""

import asyncio
from collections.abc import Awaitable, Callable
from threading import Thread
from typing import Any

from django.conf import settings

from wargame.exercises import doorbell, embedded, library, writer
from wargame.exercises.embedded import Worker
from wargame.live.rooms import ROOMS


async def lifespan(
    scope: dict[str, Any],
    receive: Callable[[], Awaitable[dict[str, Any]]],
    send: Callable[[dict[str, Any]], Awaitable[None]],
) -> None:
    """The ASGI lifespan."""
    await receive()
    worker = await start()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await stop(worker)
    await send({"type": "lifespan.shutdown.complete"})


async def start() -> Worker | None:
    """The bell rings on this loop from now on. Packs are parsed beside the first pages."""
    doorbell.attach(asyncio.get_running_loop())
    Thread(target=library.warm, name="library", daemon=True).start()
    ROOMS.watch()
    return await asyncio.to_thread(embedded.start_worker) if settings.EMBEDDED else None


async def stop(worker: Worker | None) -> None:
    """What waits is carried out first."""
    if worker is not None:
        await asyncio.to_thread(worker.stop)
    else:
        await asyncio.to_thread(writer.stop)
    await ROOMS.close()
    doorbell.attach(None)
