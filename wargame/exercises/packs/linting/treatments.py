"""Treatments that could do nothing, or undo each other."""

from itertools import combinations

from wargame.engine.scenario import Arm, Scenario, Treatment
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place

FILE = Place("scenario.yaml") / "treatments"


def check_treatments(bench: Compiler, scenario: Scenario) -> None:
    for treatment in scenario.treatments.values():
        for arm in treatment.arms.values():
            _check_inject(bench, scenario, FILE / treatment.id / "arms" / arm.id / "inject", arm)
    for one, other in combinations(scenario.treatments.values(), 2):
        for path in sorted(_written(scenario, one) & _written(scenario, other)):
            told = f"'{one.id}' changes '{path}', too; make them arms of one treatment, or the later one wins"
            bench.problem(FILE / other.id, told, "warning", at_key=True)


def _check_inject(bench: Compiler, scenario: Scenario, place: Place, arm: Arm) -> None:
    bench.one_of(place, arm.inject, scenario.injects, "inject")
    inject = scenario.injects.get(arm.inject)
    if inject and inject.trigger.kind != "manual":
        bench.problem(place, f"'{arm.inject}' has a trigger of its own; the inject of a treatment is manual")
    if inject and inject.cards:
        bench.problem(place, f"'{arm.inject}' is only for some start cards; a treatment acts on all")


def _written(scenario: Scenario, treatment: Treatment) -> set[str]:
    found = (scenario.injects.get(arm.inject) for arm in treatment.arms.values())
    effects = (effect for inject in found if inject for effect in inject.effects)
    return {path.target for effect in effects if (path := effect.set or effect.add)}
