"""The database from the server's loop: in threads that keep their connection, so that a read costs one query."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TypeVar

from django.db import connection

from wargame.exercises.asked import AWAY

T = TypeVar("T")

THREADS = 4

_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="live")


async def reading(function: Callable[..., T], *args: object) -> T:
    """What the function returns, called in a thread. It may be called twice, so it must only read."""
    return await asyncio.get_running_loop().run_in_executor(_threads, partial(_again, function, *args))


async def doing(function: Callable[..., T], *args: object) -> T:
    """The same for a function that also writes: it is called once, and a lost connection is the caller's to handle."""
    return await asyncio.get_running_loop().run_in_executor(_threads, partial(_once, function, *args))


def _once(function: Callable[..., T], *args: object) -> T:
    try:
        return function(*args)
    except AWAY:
        connection.close()
        raise


def _again(function: Callable[..., T], *args: object) -> T:
    try:
        return _once(function, *args)
    except AWAY:  # the database went away and may be back: one more try
        return _once(function, *args)


def close_connections() -> None:
    """Give back the threads' connections; they open new ones when asked again."""
    together = Barrier(THREADS)  # so that each thread takes one
    for done in [_threads.submit(_close, together) for _ in range(THREADS)]:
        done.result()


def _close(together: Barrier) -> None:
    together.wait()
    connection.close()
