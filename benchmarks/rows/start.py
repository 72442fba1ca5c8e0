"""`make play` on an installed wargame → its first page answers: new record, as on a laptop's first evening."""

from time import perf_counter
from urllib.request import urlopen

from benchmarks import grounds
from benchmarks.measure import Result, cpu, percentile

BUDGET = 5.0
STARTS = 3


def embedded(seconds: float) -> list[Result]:
    took, used = zip(*(_start() for _ in range(STARTS)), strict=True)
    details = {"starts": STARTS, "slowest s": max(took), "CPU s": percentile(used, 0.5)}
    return [Result("make play → the page answers (median)", percentile(took, 0.5), "s", BUDGET, details=details)]


def _start() -> tuple[float, float]:
    """Seconds, and CPU seconds of the server, which count less what else runs on the machine."""
    began = perf_counter()
    with grounds.embedded() as running:
        with urlopen(f"http://{running.addresses[0]}/join", timeout=20) as answer:
            answer.read()
        return perf_counter() - began, cpu(running.pids)
