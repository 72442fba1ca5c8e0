"""How long the after-action report of a finished game by bots takes."""

from benchmarks.apart import apart
from benchmarks.measure import Result

BUDGET = 1.0


def alone(seconds: float) -> list[Result]:
    told = apart("report")
    details = {key: told[key] for key in ("first s", "KB", "events", "pack")}
    return [Result("AAR of a finished game by bots, PDF (median of 3, warm)", told["s"], "s", BUDGET, details=details)]
