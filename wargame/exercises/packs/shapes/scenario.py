"""scenario.yaml: what the exercise is about, who plays it, for how long, and what it rests on."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from wargame.engine.study import Take
from wargame.exercises.packs.shapes.common import (
    LANGUAGE,
    UNIT,
    VERSION,
    BriefFile,
    Formula,
    Id,
    Initials,
    Letters,
    Line,
    Names,
    Shape,
    Text,
)


def _months(value: Any) -> Any:
    return {"months": value} if isinstance(value, int) and not isinstance(value, bool) else value


class TurnShape(Shape):
    """One numbered round."""

    months: int = Field(ge=1, le=120, description="Scenario months that it covers.")
    label: str = Field("", max_length=60, description="Spring, for instance; the months' numbers if left out.")


class SecondsShape(Shape):
    """The planned length of each phase, in seconds."""

    briefing: float = Field(gt=0)
    planning: float = Field(gt=0)
    adjudication: float = Field(gt=0)
    feedback: float = Field(gt=0)


class ClockShape(Shape):
    """How time is cut."""

    title: Line
    turns: list[Annotated[TurnShape, BeforeValidator(_months, json_schema_input_type=int | TurnShape)]] = Field(
        min_length=1, max_length=40, description="One entry a turn; a bare number is its months."
    )
    seconds: SecondsShape


class StartCardShape(Shape):
    """A state of affairs to begin with."""

    title: Line
    summary: Text


Constants = dict[Id, float | dict[str, float]]


class RuleCardShape(Shape):
    """A switchable set of assumptions."""

    title: Line
    summary: Text
    constants: Constants = Field({}, description="What is different under this card; read as `k.name`.")


class ArmShape(Shape):
    """One thing that a treatment may do."""

    title: Line
    inject: str = Field(description="A manual inject, fired as the exercise starts; its effects are the treatment.")


class TreatmentShape(Shape):
    """What is done differently in some groups, to compare them; chosen at set-up, told to players at EndEx."""

    title: Line
    summary: Text
    arms: dict[Id, ArmShape] = Field(min_length=1, description="One of these, or none: then the group plays as usual.")


class ActorShape(Shape):
    """A state or body that acts. Orders, stores and red lines belong to it."""

    name: Line
    letters: Letters = Field(description="One to three capitals, different for each actor.")
    stance: str = Field("", max_length=500)
    constraint: str = Field("", max_length=500)
    authorisation: str = Field("", max_length=500, description="Who at home must agree.")
    facts: list[str] = []


class SeatShape(Shape):
    """A place in a team: an office, never a person."""

    title: Line
    initials: Initials = Field(description="One to three letters, different within the team.")
    leads: bool = Field(False, description="May submit for the team and sign.")
    brief: BriefFile | None = Field(None, description="A file of briefs/, for this seat alone.")


class TeamShape(Shape):
    """A set of actors that shares a room."""

    name: Line
    letters: Letters = Field(description="One to three capitals, different for each team.")
    actors: Names
    aim: str = Field("", max_length=300, description="In one sentence; everybody reads it.")
    brief: BriefFile = Field(description="A file of briefs/, for this team alone.")
    seats: dict[Id, SeatShape] = Field(min_length=1)
    slot: int | None = Field(None, ge=1, le=16, description="Colour and outline; by position if left out.")


class TeamSetShape(Shape):
    """One way to divide the actors among teams; each actor has one owner."""

    title: Line
    players: str = Field("", max_length=40, description="How many people, in words.")
    teams: dict[Id, TeamShape] = Field(min_length=1)
    control: list[str] = Field([], description="Actors that control plays in this team set.")


class SourceShape(Shape):
    """A document that facts are paraphrased from."""

    title: Line
    date: str = Field("", max_length=40)
    note: str = Field("", max_length=500)


class FactShape(Shape):
    """One paraphrased statement; no sentence of a source is copied."""

    text: Text
    sources: Names


class MeasureShape(Shape):
    """One number of a game, from the true values at the end of each month; what simulations are about."""

    title: Line
    formula: Formula
    take: Take = Field("last", description="Of the months: the last, whether ever, the first month, most, how many.")
    unit: str = Field("", max_length=40, description=UNIT)


class ScenarioFile(Shape):
    """scenario.yaml"""

    id: Id = Field(description="The name of the pack's folder.")
    title: Line
    version: str = Field(pattern=VERSION, description="Semantic version: 1.0.0.")
    language: str = Field("en", pattern=LANGUAGE)
    summary: Text = Field(description="Two or three sentences for the library.")
    content_note: Text = Field(description="What may be hard to bear; shown before anybody joins.")
    briefing: BriefFile = Field(description="A file of briefs/, for everybody.")
    clocks: dict[Id, ClockShape] = Field(min_length=1)
    start_cards: dict[Id, StartCardShape] = Field(min_length=1)
    rule_cards: dict[Id, RuleCardShape] = Field(min_length=1)
    treatments: dict[Id, TreatmentShape] = Field({}, description="What can be done differently, to compare groups.")
    constants: Constants = Field(
        {}, description="Read as `k.name`, or `k.name[actor]` for a table; rule cards may say otherwise."
    )
    actors: dict[Id, ActorShape] = Field(min_length=1)
    sets: dict[Id, Names] = Field({}, description="Named lists of actors, or of any other words.")
    team_sets: dict[Id, TeamSetShape] = Field(min_length=1)
    objectives: dict[Id, Line] = Field({}, description="What is to be learned; assessors note against these.")
    hot_wash: dict[Id, Line] = Field({}, description="Questions for the talk right after the end.")
    limits: list[Text] = Field([], description="What the model does not claim; printed in the report.")
    sources: dict[str, SourceShape] = {}
    facts: dict[str, FactShape] = {}
    free_orders: bool = Field(True, description="Teams may write orders of their own; control decides them.")
    orders_per_turn: Formula | None = Field(None, description="Most orders an actor may submit a turn.")
    measures: dict[Id, MeasureShape] = Field({}, description="What simulations tell of many games.")
    stop_when: Formula | None = Field(None, description="The exercise may end once this holds after a turn.")
