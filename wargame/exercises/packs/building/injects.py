"""injects.yaml to the engine's injects."""

from wargame.engine.scenario import Answer, Inject, Trigger
from wargame.exercises.packs.building.resolution import effects
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.shapes.injects import (
    AnswerShape,
    Condition,
    InjectsFile,
    InjectShape,
    Manual,
    NotDoneBy,
    Scheduled,
    TriggerShape,
)

FILE = Place("injects.yaml")


def injects(bench: Compiler, shape: InjectsFile) -> dict[str, Inject]:
    return {id: _inject(bench, FILE / "injects" / id, id, one, shape) for id, one in shape.injects.items()}


def _inject(bench: Compiler, place: Place, id: str, shape: InjectShape, file: InjectsFile) -> Inject:
    return Inject(
        id,
        bench.template(place / "headline", shape.headline),
        bench.template(place / "body", shape.body),
        shape.channel,
        shape.persona,
        bench.audience(place / "to", shape.to),
        _trigger(bench, place / "trigger", shape.trigger),
        effects(bench, place / "effects", shape.effects, {}),
        _answer(bench, place / "answer", shape.answer, isinstance(shape.trigger, Manual)) if shape.answer else None,
        tuple(shape.cards),
        bench.provenance(place, shape.provenance, file.provenance),
        shape.repeat,
        shape.note,
    )


def _trigger(bench: Compiler, place: Place, shape: TriggerShape) -> Trigger:
    match shape:
        case Scheduled():
            return Trigger("scheduled", shape.turn, shape.phase, shape.after)
        case Condition():
            when, hazard = bench.formula(place / "when", shape.when), bench.if_any(place / "hazard", shape.hazard)
            return Trigger("condition", when=when, hazard=hazard)
        case Manual():
            return Trigger("manual")
        case NotDoneBy():
            actors = bench.actors(place / "actors", shape.actors)
            return Trigger("not_done_by", shape.turn, order=shape.order, actors=actors)


def _answer(bench: Compiler, place: Place, shape: AnswerShape, manual: bool) -> Answer:
    # A month that has asked its conditions is over; only what a rule or control releases can stop one half-way.
    if shape.default:
        bench.one_of(place / "default", shape.default, shape.choices, "choice")
    if shape.holds and not (shape.within and shape.choices and manual):
        wrong = "only a choice with a time (within), asked by a manual inject, can hold the adjudication"
        bench.problem(place / "holds", wrong)
    return Answer(
        bench.audience(place / "by", shape.by),
        tuple((id, choice.label) for id, choice in shape.choices.items()),
        shape.within,
        {
            id: effects(bench, place / "choices" / id / "effects", choice.effects, {})
            for id, choice in shape.choices.items()
        },
        shape.default,
        shape.holds,
        {id: tuple(choice.leans) for id, choice in shape.choices.items() if choice.leans},
    )
