"""Headless games of the reassurance force, eight turns, for each second of one core."""

from time import process_time

from django.conf import settings

from benchmarks.measure import Result
from wargame.bots.simulation import Batch
from wargame.exercises.packs import from_files
from wargame.exercises.packs.files import read_folder
from wargame.exercises.setups import setup_of

BUDGET = 60.0


def alone(seconds: float) -> list[Result]:
    """By CPU time, so that others on the machine count less."""
    noise, plan = _per_second("noise", seconds), _per_second("leverage", seconds)
    what = "headless games of reassurance_force, 8 turns, bots that list legal orders, each second of a core"
    return [Result(what, noise, "games/s", BUDGET, at_least=True, details={"under the plan leverage": plan})]


def _per_second(plays: str, seconds: float) -> float:
    files = read_folder(settings.SCENARIOS / "reassurance_force")
    batch = Batch(files, setup_of(from_files(files), clock="standard"), 0, 7, plays)
    batch.play(0)  # what follows from the pack alone is worked out once
    played, began = 0, process_time()
    while process_time() - began < seconds:
        played += 1
        batch.play(played)
    return round(played / (process_time() - began), 2)
