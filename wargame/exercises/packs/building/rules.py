"""rules.yaml to the engine's rules, in the author's order."""

from wargame.engine.scenario import Rule
from wargame.exercises.packs.building.resolution import Local, resolution
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.rules import RulesFile, RuleShape

FILE = Place("rules.yaml")


def rules(bench: Compiler, shape: RulesFile) -> tuple[Rule, ...]:
    return tuple(_rule(bench, FILE / "rules" / id, id, one, shape) for id, one in shape.rules.items())


def _rule(bench: Compiler, place: Place, id: str, shape: RuleShape, file: RulesFile) -> Rule:
    local = member_name(bench, place, shape.over, shape.member)
    if shape.drift and shape.chance:
        bench.problem(place / "drift", "a drift has no chance in it")
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


def member_name(bench: Compiler, place: Place, over: str, member: str) -> Local:
    """The local name of a set's member, for something that runs over a set."""
    if bool(over) != bool(member):
        bench.problem(place, "over and member stand together: the set, and the name of one of it")
    if over:
        bench.one_of(place / "over", over, bench.names.sets, "set")
    if member and (not member.isidentifier() or bench.names.everything.kind_of(member) or member in bench.names.sets):
        bench.problem(place / "member", f"'{member}' already has a meaning; take another word")
    return {member: "word"} if member else {}
