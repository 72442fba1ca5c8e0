"""Numbers, and how they are told."""

import math
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Details = Mapping[str, float | str]
"""What else was counted on the way, with the unit in the name."""


@dataclass(frozen=True)
class Result:
    """One number against its budget."""

    what: str
    value: float
    unit: str
    budget: float | None = None
    """None: the number explains another and has no budget of its own."""
    at_least: bool = False
    """The budget is a floor, not a ceiling."""
    details: Details = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """`met`, `missed by …`, or nothing where there is no budget."""
        if self.budget is None:
            return ""
        lacking = self.budget - self.value if self.at_least else self.value - self.budget
        return f"missed by {number(lacking)} {self.unit}" if lacking > 0 else "met"


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of all do not exceed. Raises ValueError if there are none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def number(value: float) -> str:
    """Three figures, or all before the point."""
    places = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:,.{min(places, 3)}f}"


def table(results: Sequence[Result]) -> str:
    """The results as Markdown, which is also easy to read in a terminal."""
    rows = [("what", "budget", "measured", "", "also"), *map(_row, results)]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _row(result: Result) -> tuple[str, str, str, str, str]:
    sign = "≥" if result.at_least else "≤"
    budget = f"{sign} {number(result.budget)} {result.unit}" if result.budget is not None else ""
    also = ", ".join(f"{name} {number(v) if isinstance(v, float) else v}" for name, v in result.details.items())
    return result.what, budget, f"{number(result.value)} {result.unit}", result.verdict, also


def machine() -> dict[str, Any]:
    """Where and when this was measured."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cpus": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": list(os.getloadavg()),
    }


def told(results: Sequence[Result]) -> list[dict[str, Any]]:
    """The results for a JSON file."""
    return [{**asdict(result), "verdict": result.verdict} for result in results]


def memory(pid: int) -> int:
    """Resident bytes of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def cpu(pids: Iterable[int]) -> float:
    """CPU seconds that these processes have used, all their threads together."""
    ticks = 0
    for pid in pids:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(after_name[11]) + int(after_name[12])
    return ticks / os.sysconf("SC_CLK_TCK")
