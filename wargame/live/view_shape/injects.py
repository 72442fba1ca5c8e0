"""News in play."""

from typing import Literal

from wargame.live.view_shape.common import ChoiceShape, ProvenanceShape, Ref, Shape


class AnswerShape(Shape):
    choice: str
    text: Ref


class AnswerChoiceShape(ChoiceShape):
    leans: list[Literal["firm", "conciliatory", "risky"]] = []


class InjectShape(Shape):
    channel: str
    persona: str
    headline: str = ""
    body: str = ""
    headline_ref: Ref = ""
    """Set when control wrote or edited it: read the text instead."""
    body_ref: Ref = ""
    turn: int
    at: float
    provenance: ProvenanceShape
    wants_answer: bool
    choices: list[AnswerChoiceShape] = []
    answer_by: float | None = None
    answers: dict[str, AnswerShape] = {}
    """By seat: own team's; control sees all."""
    to: list[str]
    """["all"] or the viewer's own team or seat; control sees the whole audience."""
    order: int
