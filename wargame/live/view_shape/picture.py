"""The state as a viewer knows it, and what it rests on."""

from typing import Literal

from wargame.engine.events import RedLineStatus
from wargame.live.view_shape.common import ProvenanceShape, Shape, Value


class RangeShape(Shape):
    low: float
    high: float


class VariableShape(Shape):
    name: str
    unit: str
    group: str
    member: str = ""
    kind: Literal["number", "whole", "flag", "choice", "derived"]
    choices: list[str] = []
    """Control: what a choice may be set to."""
    low: float
    high: float
    places: int
    definition: str
    provenance: ProvenanceShape
    key: bool
    order: int
    secret: Literal["", "team", "seat", "control"] = ""
    value: Value | None = None
    """Absent when only an estimate or a word is known."""
    estimate: RangeShape | None = None
    word: str = ""
    history: dict[str, float | str | bool] = {}
    """By turn: what this viewer could see of it then. Turn "0" is the start."""
    public: Literal[
        "", "nothing", "each team’s own estimate", "a word", "the same", "the same, as far as it can be reckoned"
    ] = ""
    """Control: what the public sees of it."""


class FactShape(Shape):
    text: str
    sources: list[str]


class SourceShape(Shape):
    title: str
    date: str
    note: str = ""


class RedLineShape(Shape):
    owner: str
    title: str
    consequence: str
    status: RedLineStatus
    binds_owner: bool
    facts: list[str]
    order: int
    secret: Literal["", "team", "seat", "control"] = ""
