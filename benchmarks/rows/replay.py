"""How long a log of 10,000 events takes to become a world again, as a server does after its start."""

from benchmarks.apart import apart
from benchmarks.measure import Result

BUDGET = 1.0


def alone(seconds: float) -> list[Result]:
    told = apart("replay")
    details = {key: told[key] for key in ("events", "dispatches", "evolve alone s", "pack")}
    return [Result("replay of a 10,000-event log (SQLite, read and decoded)", told["s"], "s", BUDGET, details=details)]
