"""What several parts of a view share."""

from pydantic import BaseModel, ConfigDict

from wargame.engine.scenario import ProvenanceKind, ValueKind

Value = bool | int | float | str
Ref = str


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class ProvenanceShape(Shape):
    kind: ProvenanceKind
    facts: list[str] = []
    note: str = ""


class ChoiceShape(Shape):
    value: str
    label: str


class FieldShape(Shape):
    id: str
    label: str
    kind: ValueKind
    unit: str = ""
    choices: list[ChoiceShape] = []
    hint: str = ""
    default: Value | None = None
    required: bool
    low: float | None = None
    high: float | None = None
    wished: dict[str, Value] = {}
    """What bots would fill in."""
