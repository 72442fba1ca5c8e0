"""What a connected seat that only listens takes of the server's memory."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

from benchmarks import grounds
from benchmarks.crowd import EXERCISES, Exercise, Table, open_exercise, seated
from benchmarks.grounds import Grounds
from benchmarks.measure import Details, Result, memory

BUDGET = 40.0
SOCKETS = 200
SETTLE = 1.0
"""Seconds until presence has been told to everybody."""


def embedded(seconds: float) -> list[Result]:
    with grounds.embedded() as running:
        return asyncio.run(_measure(running))


async def _measure(running: Grounds) -> list[Result]:
    """Control is there first, so that the rooms are open and what they hold is not counted as the seats'."""
    exercises = [open_exercise(running.desk) for _ in range(EXERCISES + 1)]
    (pid,) = running.pids
    async with AsyncExitStack() as stack:
        for one in exercises:
            await stack.enter_async_context(seated(running.addresses, one.ways[:1], Table(one.teams)))
        alone = await _settled(pid)
        sockets = await _seat(stack, running, exercises)
        seats = await _settled(pid)
        await _seat(stack, running, exercises)
        second = await _settled(pid)
    details: Details = {
        "sockets": sockets,
        "KB per second page of a seat": (second - seats) / 1024 / sockets,
        "MB before": alone / 1024**2,
        "pack": exercises[0].pack,
    }
    each = (seats - alone) / 1024 / sockets
    return [Result("memory per connected idle seat (embedded)", each, "KB", BUDGET, details=details)]


async def _seat(stack: AsyncExitStack, running: Grounds, exercises: Sequence[Exercise]) -> int:
    """Open a page for every seat, up to `SOCKETS`; how many."""
    left = SOCKETS
    for one in exercises:
        ways = one.ways[1:][:left]
        left -= len(ways)
        await stack.enter_async_context(seated(running.addresses, ways, Table(one.teams)))
    return SOCKETS - left


async def _settled(pid: int) -> int:
    """The process's memory once everybody has been told of everybody."""
    await asyncio.sleep(SETTLE)
    return memory(pid)
