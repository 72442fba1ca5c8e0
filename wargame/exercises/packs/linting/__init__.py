"""What makes sense to a machine and not to a player: secrets told by accident, things that can never happen."""

from wargame.engine.scenario import Scenario
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.linting.bounds import check_bounds
from wargame.exercises.packs.linting.secrecy import check_secrecy
from wargame.exercises.packs.linting.sense import check_sense
from wargame.exercises.packs.linting.treatments import check_treatments


def lint(bench: Compiler, scenario: Scenario) -> None:
    """Leave what is found with the bench."""
    check_secrecy(bench, scenario)
    check_treatments(bench, scenario)
    check_sense(bench, scenario)
    if not any(problem.severity == "error" for problem in bench.problems):  # what runs in a circle has no bounds
        check_bounds(bench, scenario)
