"""Acts a second with one in flight in each of 10 exercises of 20 clients, as a share of what raw uvicorn gives."""

import asyncio

from benchmarks import grounds
from benchmarks.crowd import EXERCISES, closed_loop, crowd, echoing, open_exercise
from benchmarks.grounds import Grounds
from benchmarks.measure import Details, Result, cpu

BUDGET = 35.0
WARM_UP = 0.5
"""Seconds that are not counted."""


def embedded(seconds: float) -> list[Result]:
    with grounds.embedded() as running:
        return asyncio.run(_measure(running, seconds, "embedded"))


def full(seconds: float) -> list[Result]:
    with grounds.full() as running:
        return asyncio.run(_measure(running, seconds, "PostgreSQL, Redis, 2 web"))


async def _measure(running: Grounds, seconds: float, where: str) -> list[Result]:
    """The ceiling half before and half after, because the machine's load changes meanwhile."""
    exercises = [open_exercise(running.desk) for _ in range(EXERCISES)]
    first = await _ceiling(seconds / 2)
    async with crowd(running, exercises) as tables:
        await closed_loop(tables, WARM_UP)
        before = cpu(running.pids)
        acts = await closed_loop(tables, seconds)
        used = 1000 * (cpu(running.pids) - before) / acts
    top = (first + await _ceiling(seconds / 2)) / 2
    details: Details = {
        "acts/s": acts / seconds,
        "ceiling/s": top,
        "web CPU ms an act": used,
        "pack": exercises[0].pack,
    }
    share = 100 * acts / seconds / top
    return [Result(f"closed acts/s, share of raw uvicorn ({where})", share, "%", BUDGET, True, details)]


async def _ceiling(seconds: float) -> float:
    """Echoes a second."""
    with grounds.ceiling() as (address, _):
        async with echoing(address) as tables:
            await closed_loop(tables, WARM_UP)
            return await closed_loop(tables, seconds) / seconds
