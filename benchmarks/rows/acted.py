"""An act → the last of 20 clients has it, at 40 acts a second over 10 exercises."""

import asyncio

from benchmarks import grounds
from benchmarks.crowd import EXERCISES, crowd, open_exercise, open_loop
from benchmarks.grounds import Grounds
from benchmarks.measure import Details, Result, cpu, percentile

RATE = 40.0
BUDGET = 15.0
WARM_UP = 1.0
"""Seconds that are not counted: every path taken once."""


def embedded(seconds: float) -> list[Result]:
    with grounds.embedded() as running:
        return asyncio.run(_measure(running, seconds, "embedded"))


def full(seconds: float) -> list[Result]:
    with grounds.full() as running:
        return asyncio.run(_measure(running, seconds, "PostgreSQL, Redis, 2 web"))


async def _measure(running: Grounds, seconds: float, where: str) -> list[Result]:
    exercises = [open_exercise(running.desk) for _ in range(EXERCISES)]
    async with crowd(running, exercises) as tables:
        await open_loop(tables, RATE, WARM_UP)
        before = cpu(running.pids)
        took = [1000 * one for one in await open_loop(tables, RATE, seconds)]
        used = 1000 * (cpu(running.pids) - before) / len(took)
        sizes = [size for table in tables for size in table.sizes]
    details: Details = {
        "p50": percentile(took, 0.5),
        "p95": percentile(took, 0.95),
        "acts": len(took),
        "web CPU ms an act": used,
        "bytes a change": sum(sizes) / len(sizes),
        "pack": exercises[0].pack,
    }
    return [Result(f"act → last of 20, 40/s, p99 ({where})", percentile(took, 0.99), "ms", BUDGET, details=details)]
