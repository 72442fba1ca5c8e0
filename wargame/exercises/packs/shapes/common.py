"""What every file of a pack is made of: strict shapes, short spellings, audiences, formulas and provenance.

Descriptions are for authors: they are shown by editors through `scenarios/schema.json`.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from wargame.engine.scenario import ProvenanceKind, ValueKind

IDENTIFIER = r"^[A-Za-z][A-Za-z0-9_]{0,39}$"
LETTERS = r"^[A-Z0-9]{1,3}$"
INITIALS = r"^[A-Za-z0-9]{1,3}$"
VERSION = r"^\d{1,4}\.\d{1,4}\.\d{1,4}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Number = bool | int | float
Plain = bool | int | float | str


class Shape(BaseModel):
    """Unknown keys are refused and no value is bent to fit."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _source(value: Any) -> Any:
    """A formula may be a bare number or flag in YAML."""
    return str(value) if isinstance(value, bool | int | float) else value


def _known_kind(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


Id = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
"""One line on a screen."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Letters = Annotated[str, StringConstraints(pattern=LETTERS)]
Initials = Annotated[str, StringConstraints(pattern=INITIALS)]
BriefFile = Annotated[str, StringConstraints(min_length=1, max_length=100)]

Formula = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1000),
    BeforeValidator(_source, json_schema_input_type=str | int | float | bool),
]
"""Arithmetic and comparisons over names of the pack; see scenarios/README.md."""

Names = Annotated[list[str], BeforeValidator(_listed, json_schema_input_type=str | list[str]), Field(min_length=1)]
Audience = Annotated[
    list[str],
    BeforeValidator(_listed, json_schema_input_type=str | list[str]),
    Field(min_length=1),
]
"""`all`, `control`, an actor, a set of actors, `team:x` or `seat:team.office`; or a list of them. Control sees all."""


class ProvenanceShape(Shape):
    """Where a number comes from."""

    kind: ProvenanceKind = Field(
        description="sourced: rests on facts of the pack. judgement: the author's. facilitator: set by control."
    )
    facts: list[str] = Field([], description="Ids of the facts it rests on; needed when sourced.")
    note: str = Field("", max_length=1000, description="One sentence for whoever doubts the number.")


Provenance = Annotated[
    ProvenanceShape,
    BeforeValidator(_known_kind, json_schema_input_type=Literal["judgement", "facilitator"] | ProvenanceShape),
]


def distinct(values: list[Any]) -> list[Any]:
    if len(set(values)) != len(values):
        raise PydanticCustomError("twice", "the same value stands here twice")
    return values


Range = Annotated[list[int | float], Field(min_length=2, max_length=2, description="[lowest, highest]")]
FormulaRange = Annotated[list[Formula], Field(min_length=2, max_length=2, description="[lowest, highest]")]
Choices = Annotated[list[Line], Field(min_length=2), AfterValidator(distinct)]


class SectionFile(Shape):
    """A file of the pack. `provenance` at its top holds for every number in it that names none."""

    provenance: Provenance | None = Field(
        None, description="Where the numbers of this file come from, unless an entry says otherwise."
    )


Lean = Literal["firm", "conciliatory", "risky"]
Wisher = Literal["firm", "conciliatory", "party1", "party2", "party3", "party4"]


UNIT = "Shown beside the number; `month|months` where one of it has a word of its own."


class FieldShape(Shape):
    """One field of an order's form, or one machine clause of an agreement."""

    label: Line = Field(description="What stands beside the field.")
    type: ValueKind = Field(description="number, whole number, flag (yes or no), or choice.")
    unit: str = Field("", max_length=40, description=UNIT)
    range: FormulaRange | None = Field(None, description="Lowest and highest, as formulas; for numbers.")
    choices: dict[str, Line] | None = Field(None, description="Value: label; for type choice.")
    hint: str = Field("", max_length=300, description="One sentence of help.")
    default: Plain | None = Field(None, description="What the field holds at first.")
    required: bool = Field(True, description="Must be filled before the order can be submitted.")
    wished: dict[Wisher, Plain] = Field(
        {}, description="For bots. In an order's form: what a firm or a conciliatory one sets; in a text: each party."
    )


class EffectShape(Shape):
    """One change. Exactly one of `set`, `add`, `inject`, `end_agreement`, `end_turn`."""

    set: str | None = Field(None, description="The variable that gets a new value: `water`, `pledge[actor]`.")
    to: Formula | None = Field(None, description="With `set`: the new value.")
    add: str | None = Field(None, description="The variable that something is added to.")
    by: Formula | None = Field(None, description="With `add`: how much; may be negative. Ranges are kept.")
    inject: str | None = Field(None, description="An inject that this puts into play.")
    end_agreement: str | None = Field(None, description="A template: the agreement in force under it ends.")
    end_turn: Literal[True] | None = Field(None, description="This month is the turn's last; for monthly rules.")
    over: str = Field("", description="A set: the effect is made for each member.")
    member: str = Field("", description="With `over`: the name by which formulas call the member.")
    when: Formula | None = Field(None, description="Only if this holds at that moment.")
    after: Formula | None = Field(None, description="Months until it acts; at once if left out.")


class NeedShape(Shape):
    """A requirement. It may read only what the one who orders may see."""

    expr: Formula = Field(description="Must hold, or the order cannot be submitted.")
    why: Line = Field(description="What is missing, as a sentence; may name values in braces.")
    decider: Audience | None = Field(None, description="Whose decision could lift it: an actor or a seat.")
    act: str = Field("", max_length=200, description="By which act, in words.")
