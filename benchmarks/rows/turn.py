"""Control closes planning → every client has the rulings: orders resolved, months run, told, on the full topology."""

import asyncio
from dataclasses import asdict
from time import perf_counter
from typing import Any

from benchmarks import grounds
from benchmarks.crowd import Client, Table, crowd, open_exercise
from benchmarks.grounds import Grounds
from benchmarks.measure import Details, Result, percentile
from wargame.bots.policies import noise
from wargame.bots.runner import seed_of
from wargame.bots.whim import Whim
from wargame.engine.commands import SubmitOrder, TextRef

BUDGET = 150.0


def full(seconds: float) -> list[Result]:
    with grounds.full() as running:
        return asyncio.run(_measure(running, seconds))


async def _measure(running: Grounds, seconds: float) -> list[Result]:
    """Whole exercises, one after the other, until the time is over."""
    took: list[float] = []
    orders = 0
    began = perf_counter()
    while not took or perf_counter() - began < seconds:
        exercise = open_exercise(running.desk)
        async with crowd(running, [exercise]) as (table,):
            turns = len(table.control.view()["timer"]["turns"])
            for turn in range(1, turns + 1):
                await table.close(turn, "briefing", f"{turn} planning")
                orders += await _orders(table, turn)
                took.append(1000 * await table.close(turn, "planning", f"{turn} feedback"))
                if turn < turns:
                    await table.close(turn, "feedback", f"{turn + 1} briefing")
    details: Details = {
        "p50": percentile(took, 0.5),
        "turns": len(took),
        "orders a turn": orders / len(took),
        "pack": exercise.pack,
    }
    what = "turn closed → last of 20 has the rulings, p99 (PostgreSQL, Redis, 2 web)"
    return [Result(what, percentile(took, 0.99), "ms", BUDGET, details=details)]


async def _orders(table: Table, turn: int) -> int:
    """Every leader gives the orders of the menu that a bot would give; how many."""
    given = 0
    for client in table.clients:
        if client.view().get("you", {}).get("leads"):
            given += await _give(client, turn)
    return given


async def _give(client: Client, turn: int) -> int:
    given = 0
    for wish in noise(client.view(), Whim(seed_of(turn), turn, client.way.seat)):
        command = wish.command(lambda text: TextRef(text), lambda: "")  # over the wire a text is itself
        if isinstance(command, SubmitOrder) and command.kind != "free":  # control would have to rule those
            given += await _given(client, command)
    return given


async def _given(client: Client, command: SubmitOrder) -> bool:
    """Whether it was accepted. The bot looks at each order alone, so some together are too dear."""
    frame: dict[str, Any] = {"type": "submit_order", **asdict(command)}
    del frame["order"]  # the server gives it its id
    try:
        await client.ask(frame)
    except RuntimeError:
        return False
    return True
