"""state.yaml: derived values and scores to the engine's, one for each member where they run over a set."""

from collections.abc import Iterator

from wargame.engine.scenario import Derived, Score
from wargame.exercises.packs.building.resolution import member_name
from wargame.exercises.packs.compiling import Compiler, substituted
from wargame.exercises.packs.names import spread
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.common import ProvenanceShape
from wargame.exercises.packs.shapes.state import DerivedShape, ScoreShape, StateFile

FILE = Place("state.yaml")


def derived(bench: Compiler, shape: StateFile) -> dict[str, Derived]:
    made: dict[str, Derived] = {}
    for id, one in shape.derived.items():
        made |= _derived(bench, FILE / "derived" / id, id, one, shape.provenance)
    return made


def _derived(
    bench: Compiler, place: Place, id: str, shape: DerivedShape, file: ProvenanceShape | None
) -> dict[str, Derived]:
    local = member_name(bench, place, shape.over, shape.member)
    whole = bench.formula(place / "formula", shape.formula, local)
    source = bench.provenance(place, shape.provenance, file)
    tops = [band.up_to for band in shape.words]
    if tops != sorted(tops):
        bench.problem(place / "words", "the words stand in ascending order of up_to")
    if bool(shape.words) != bool(shape.words_to):
        bench.problem(place, "words and words_to stand together")
    made: dict[str, Derived] = {}
    for path in spread(id, shape.over, bench.names.sets):
        member = path.removeprefix(f"{id}.")
        owner = {"owner": f"actor:{member}"} if member in bench.names.actors else {}
        formula = whole
        if shape.over and shape.member in whole.source:
            formula = bench.formula(place / "formula", substituted(shape.formula, shape.member, member))
        made[path] = Derived(
            path,
            shape.name,
            formula,
            bench.audience(place / "see", shape.see, owner),
            source,
            shape.unit,
            float(shape.range[0]),
            float(shape.range[1]),
            shape.definition,
            shape.places,
            tuple((band.up_to, band.word) for band in shape.words),
            bench.audience(place / "words_to", shape.words_to, owner) if shape.words_to else (),
            shape.key,
            shape.inner,
        )
    return made


def scores(bench: Compiler, shape: StateFile) -> tuple[Score, ...]:
    return tuple(score for id, one in shape.scores.items() for score in _scores(bench, FILE / "scores" / id, one))


def _scores(bench: Compiler, place: Place, shape: ScoreShape) -> Iterator[Score]:
    before = len(bench.problems)
    bench.formula(place / "formula", shape.formula, {"actor": "word"})
    if len(bench.problems) > before:
        return
    for actor in bench.actors(place / "by", shape.by):
        source = substituted(shape.formula, "actor", actor)
        yield Score(actor, shape.title, bench.formula(place / "formula", source))
