"""agreements.yaml to the engine's templates."""

from wargame.engine.scenario import AgreementTemplate
from wargame.exercises.packs.building.resolution import Local, effects, field_names, fields, needs
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.agreements import AgreementsFile, AgreementShape

FILE = Place("agreements.yaml")


def agreements(bench: Compiler, shape: AgreementsFile) -> dict[str, AgreementTemplate]:
    return {id: _agreement(bench, FILE / "agreements" / id, id, one) for id, one in shape.agreements.items()}


def _agreement(bench: Compiler, place: Place, id: str, shape: AgreementShape) -> AgreementTemplate:
    parties = tuple(bench.actors(place / "parties" / n, names) for n, names in enumerate(shape.parties))
    before: Local = {f"party{n}": "word" for n in range(1, len(parties) + 1)}
    local: Local = {**before, **field_names("clause", shape.clauses)}
    return AgreementTemplate(
        id,
        shape.title,
        shape.summary,
        parties,
        fields(bench, place / "clauses", "clause", shape.clauses, before),
        effects(bench, place / "in_force", shape.in_force, local),
        effects(bench, place / "ended", shape.ended, local),
        needs(bench, place / "needs", shape.needs, local),
        shape.prose,
        bench.facts(place / "facts", shape.facts),
        tuple(shape.leans),
    )
