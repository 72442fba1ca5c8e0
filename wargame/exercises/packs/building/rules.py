"""rules.yaml to the engine's rules, in the author's order."""

from wargame.engine.scenario import Rule
from wargame.exercises.packs.building.resolution import member_name, resolution
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.rules import RulesFile, RuleShape

FILE = Place("rules.yaml")


def rules(bench: Compiler, shape: RulesFile) -> tuple[Rule, ...]:
    return tuple(_rule(bench, FILE / "rules" / id, id, one, shape) for id, one in shape.rules.items())


def _rule(bench: Compiler, place: Place, id: str, shape: RuleShape, file: RulesFile) -> Rule:
    local = member_name(bench, place, shape.over, shape.member)
    if shape.drift and len(shape.outcomes) > 1:
        bench.problem(place / "drift", "a drift may draw a value, and has one outcome")
    return Rule(
        id,
        shape.title,
        shape.sentence,
        shape.each,
        resolution(
            bench, place, shape, local, {"actor": "actor"} if shape.over else {}, shape.provenance, file.provenance
        ),
        bench.if_any(place / "when", shape.when, local),
        shape.over,
        shape.member,
        shape.drift,
        bench.provenance(place, shape.provenance, file.provenance),
        bench.facts(place / "facts", shape.facts),
    )
