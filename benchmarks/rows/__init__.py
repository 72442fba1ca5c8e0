"""The rows of the table, each in its own file: a function that takes seconds to measure for and gives its results."""

from collections.abc import Callable, Mapping

from benchmarks.measure import Result
from benchmarks.rows import acted, closed, games, memory, pack, page, reconnect, replay, report, start, turn

Row = Callable[[float], list[Result]]

ROWS: Mapping[str, Row] = {
    "memory": memory.embedded,
    "acted": acted.embedded,
    "closed": closed.embedded,
    "acted-full": acted.full,
    "closed-full": closed.full,
    "turn": turn.full,
    "reconnect": reconnect.embedded,
    "start": start.embedded,
    "page": page.alone,
    "replay": replay.alone,
    "report": report.alone,
    "games": games.alone,
    "pack": pack.alone,
}
