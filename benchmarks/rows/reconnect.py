"""A thousand pages come back at once, as after a lost line or a restarted proxy: all have their whole view."""

import asyncio
import base64
import secrets
from collections.abc import Sequence
from contextlib import AsyncExitStack
from itertools import cycle, islice
from time import perf_counter

from benchmarks import grounds
from benchmarks.crowd import PATIENCE, Way, open_exercise
from benchmarks.grounds import Grounds
from benchmarks.measure import Details, Result, cpu, percentile
from wargame.live.room import MOST_SOCKETS_OF_A_SEAT

BUDGET = 1.5
PAGES = 1000
HELLO = b'{"type":"hello","cursor":"","packed":true}'
TEXT, BINARY = 0x81, 0x82
"""First byte of a frame that is whole (RFC 6455)."""
MASKED = 0x80


def embedded(seconds: float) -> list[Result]:
    with grounds.embedded() as running:
        return asyncio.run(_measure(running))


async def _measure(running: Grounds) -> list[Result]:
    """Once to open the rooms and make the parts, and once that counts."""
    ways: list[Way] = []
    exercises = 0
    while len(ways) < PAGES:
        exercise = open_exercise(running.desk)
        exercises += 1
        ways += [way for way in exercise.ways[1:] for _ in range(MOST_SOCKETS_OF_A_SEAT)]
    pages = [*islice(cycle(ways), PAGES)]
    await _all(running, pages)
    before = cpu(running.pids)
    took = await _all(running, pages)
    details: Details = {
        "p50 s": percentile(took, 0.5),
        "web CPU ms a page": 1000 * (cpu(running.pids) - before) / PAGES,
        "exercises": exercises,
        "pack": exercise.pack,
    }
    return [Result("1,000 pages reconnect → all have their view (embedded)", max(took), "s", BUDGET, details=details)]


async def _all(running: Grounds, pages: Sequence[Way]) -> list[float]:
    """Seconds after which each page had its view. All stay until the last has."""
    began = perf_counter()
    async with AsyncExitStack() as stack:
        async with asyncio.timeout(PATIENCE):
            return await asyncio.gather(*(_arrive(running.addresses[0], page, stack, began) for page in pages))


async def _arrive(address: str, page: Way, stack: AsyncExitStack, began: float) -> float:
    """By hand: a thousand clients of a library's would take longer than the server does."""
    host, _, port = address.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port), limit=1 << 22)
    stack.callback(writer.close)
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    writer.write(
        f"GET {page.path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {page.cookie}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
    )
    answer = await reader.readuntil(b"\r\n\r\n")
    if b" 101 " not in answer:
        raise RuntimeError(f"{page.seat} was not let in: {answer[:60]!r}")
    writer.write(bytes((TEXT, MASKED | len(HELLO), 0, 0, 0, 0)) + HELLO)  # masked with nothing
    while await _frame(reader) != BINARY:
        pass
    return perf_counter() - began


async def _frame(reader: asyncio.StreamReader) -> int:
    """Read one frame; its first byte. A view is the only one that is binary."""
    first, length = await reader.readexactly(2)
    if length >= 126:
        length = int.from_bytes(await reader.readexactly(2 if length == 126 else 8))
    await reader.readexactly(length)
    return first
