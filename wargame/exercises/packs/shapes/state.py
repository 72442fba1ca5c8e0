"""state.yaml: what is true, who may see it, what it comes to, and the lines that may not be crossed."""

from typing import Any

from pydantic import Field

from wargame.engine.scenario import ValueKind
from wargame.exercises.packs.shapes.common import (
    UNIT,
    Audience,
    Choices,
    Formula,
    Id,
    Line,
    Names,
    Plain,
    Provenance,
    Range,
    SectionFile,
    Shape,
)


class EstimateShape(Shape):
    """How those who may not see a value estimate it: the truth with an error, drawn once a turn and team."""

    spread: float = Field(gt=0, description="Standard deviation of the error.")
    step: float = Field(gt=0, description="Estimates are rounded to a multiple of this.")
    to: Audience | None = Field(None, description="Who gets the estimate; all if left out.")


class ValueShape(Shape):
    """One value, or one field of a record."""

    name: Line | None = Field(None, description="As shown on screens.")
    type: ValueKind | None = Field(None, description="number, whole number, flag (true or false), or choice.")
    range: Range | None = Field(None, description="Lowest and highest; values are kept inside.")
    choices: Choices | None = Field(None, description="The words it can be; for type choice.")
    unit: str = Field("", max_length=40, description=UNIT)
    start: Any = Field(
        None,
        description=(
            "The first value; or a map by start card, by member of `over`, or first by card and then by member. "
            "`otherwise` stands for those not named."
        ),
    )
    see: Audience | dict[str, Audience] | None = Field(
        None,
        description=(
            "Who may see it; `owner` is the member of `over` that it belongs to. Or, for a variable over a set, "
            "a map by member."
        ),
    )
    estimate: EstimateShape | None = Field(None, description="What the others believe.")
    definition: str = Field("", max_length=500, description="What it means and how it is counted.")
    places: int | None = Field(None, ge=0, le=6, description="Decimals on screen.")
    key: bool = Field(False, description="Shown first, in the short picture.")
    provenance: Provenance | None = Field(None, description="Where its numbers come from.")


class RecordFieldShape(ValueShape):
    """One field of a record; what it leaves out is taken from the record."""

    only: Names | None = Field(None, description="With `over`: the members that have this field.")


class VariableShape(ValueShape):
    """A value of the state: alone, over a set (`pledge[s]`), or a record (`offer.level`)."""

    over: str = Field("", description="A set: one value for each member.")
    fields: dict[Id, RecordFieldShape] | None = Field(None, description="Makes it a record of these fields.")
    resource: bool = Field(False, description="A store that orders are paid from; never below zero.")


class BandShape(Shape):
    """A word for a stretch of values."""

    up_to: float = Field(description="The highest value that this word stands for.")
    word: Line


class DerivedShape(Shape):
    """A value worked out from others, never stored. Readers get it from what they themselves may see."""

    name: Line
    formula: Formula
    see: Audience = Field(description="Who may see the number.")
    over: str = Field("", description="A set: one value for each member.")
    member: str = Field("", description="With `over`: the name by which the formula calls the member.")
    unit: str = Field("", max_length=40, description=UNIT)
    range: Range = Field([0, 100], description="Of the scale on screen.")
    definition: str = Field("", max_length=500)
    places: int = Field(0, ge=0, le=6)
    words: list[BandShape] = Field([], description="Words for those who do not get the number, ascending.")
    words_to: Audience | None = Field(None, description="Who gets the word.")
    key: bool = Field(False, description="Shown first, in the short picture.")
    inner: bool = Field(False, description="A step on the way to other values: read by formulas, on no screen.")
    provenance: Provenance | None = None


class DeckShape(Shape):
    """A secret that the seed deals at StartEx into a variable. Exactly one of `cards`, `by_start`, `by_member`."""

    title: Line
    into: str = Field(description="The variable it is dealt into; only those who see that variable learn it.")
    cards: dict[Plain, float] | None = Field(None, description="Value: weight.")
    by_start: dict[str, dict[Plain, float]] | None = Field(None, description="For each start card its values.")
    by_member: dict[str, dict[Plain, float]] | None = Field(
        None, description="For a variable over a set: for each member its values; one card is dealt to each."
    )


class RedLineShape(Shape):
    """A line that an actor has drawn."""

    owner: str = Field(description="The actor that drew it.")
    title: Line
    consequence: Line = Field(description="What its owner says will follow.")
    see: Audience
    crossed: Formula = Field(description="Holds once it is crossed.")
    near: Formula | None = Field(None, description="Holds when it is near.")
    binds_owner: bool = Field(False, description="It binds the owner itself.")
    facts: list[str] = []


class ScoreShape(Shape):
    """What an actor's aims come to; shown at the debrief."""

    by: Names = Field(description="The actors, or sets of actors, that it is worked out for; `actor` in the formula.")
    title: Line
    formula: Formula = Field(description="0 to 100.")


class StateFile(SectionFile):
    """state.yaml"""

    variables: dict[Id, VariableShape]
    derived: dict[Id, DerivedShape] = {}
    decks: dict[Id, DeckShape] = {}
    red_lines: dict[Id, RedLineShape] = {}
    scores: dict[Id, ScoreShape] = {}
