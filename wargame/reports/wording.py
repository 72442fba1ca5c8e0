"""Numbers, times and lists as a reader of the report sees them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from wargame.engine.units import unit_of


def clock_time(seconds: float) -> str:
    """Exercise time: hours, minutes and seconds since StartEx."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


def number(value: float, places: int) -> str:
    """With so many decimals; nothing is ever "-0"."""
    text = f"{value:.{places}f}"
    return text.lstrip("-") if float(text) == 0 else text


def rounded(value: float) -> str:
    """A number that has no format of its own: three figures that mean something, no idle zeros."""
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 else 3
    text = number(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def said(value: Any, unit: str = "", places: int | None = None) -> str:
    """A value with its unit; flags as yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, int | float):
        return str(value)
    text = rounded(value) if places is None else number(value, places)
    return f"{text} {unit_of(unit, value)}".strip()


def counted(items: Iterable[str]) -> str:
    """“A” (3), “B”: each once, how often if more than once, the most frequent first."""
    return ", ".join(f"{item} ({n})" if n > 1 else item for item, n in Counter(items).most_common())


def spans(numbers: Sequence[int]) -> str:
    """1, 3 to 5: whole numbers in order, runs drawn together."""
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def listed(count: int, one: str, many: str = "") -> str:
    """“1 order”, “3 orders”."""
    return f"{count} {one if count == 1 else many or one + 's'}"
