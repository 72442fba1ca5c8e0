"""injects.yaml: the news put into play (the MSEL)."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.engine.scenario import Channel, Phase
from wargame.exercises.packs.shapes.common import (
    Audience,
    EffectShape,
    Formula,
    Id,
    Lean,
    Line,
    Names,
    Provenance,
    SectionFile,
    Shape,
    Text,
)


class Scheduled(Shape):
    """By the clock."""

    kind: Literal["scheduled"]
    turn: int = Field(ge=1, description="In which turn.")
    phase: Phase = Field("planning", description="In which of its phases.")
    after: float = Field(0.0, ge=0, description="Seconds after the phase opened.")


class Condition(Shape):
    """While something holds; looked at each month of adjudication."""

    kind: Literal["condition"]
    when: Formula
    hazard: Formula | None = Field(None, description="Probability a month while it holds; certain if left out.")


class Manual(Shape):
    """Released by control, or by another effect."""

    kind: Literal["manual"]


class NotDoneBy(Shape):
    """When a turn's planning closes and an order was never given."""

    kind: Literal["not_done_by"]
    turn: int = Field(ge=1, description="The turn whose planning closes.")
    order: str = Field(description="The order that nobody gave.")
    actors: Names = Field(description="By one of these it would have been enough.")


TriggerShape = Annotated[Scheduled | Condition | Manual | NotDoneBy, Field(discriminator="kind")]


class ChoiceShape(Shape):
    """One answer that can be chosen."""

    label: Line
    leans: list[Lean] = Field([], description="For bots: firm presses, conciliatory gives way, risky may go wrong.")
    effects: list[EffectShape] = Field([], description="What changes when it is chosen.")


class AnswerShape(Shape):
    """What is asked of whom."""

    by: Audience = Field(description="The seats that may answer.")
    choices: dict[Id, ChoiceShape] = Field({}, description="What they may choose; free text if left out.")
    within: float = Field(0.0, ge=0, description="Seconds; 0 means until the phase closes.")
    default: str = Field("", description="The choice that counts when nobody answers.")
    holds: bool = Field(
        False, description="Adjudication waits until every team asked has answered, or the time is over."
    )


class InjectShape(Shape):
    """One piece of news."""

    headline: Line = Field(description="May name values in braces that its readers may see.")
    body: Text = Field(description="A few plain sentences; may name values in braces.")
    channel: Channel
    persona: Line = Field(description="Who speaks: an office or an institution, never a living person.")
    to: Audience
    trigger: TriggerShape = Field(description="What starts it.")
    effects: list[EffectShape] = Field([], description="What changes when it is fired.")
    answer: AnswerShape | None = None
    cards: list[str] = Field([], description="Start cards on which it exists; all if left out.")
    repeat: bool = Field(False, description="May be fired again after it was fired once.")
    note: str = Field("", max_length=500, description="For control: what it tests.")
    provenance: Provenance | None = None


class InjectsFile(SectionFile):
    """injects.yaml"""

    injects: dict[Id, InjectShape]
