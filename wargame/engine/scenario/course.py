"""What is chosen at set-up and how long it takes; what is asked for in the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wargame.engine.formula import Formula
from wargame.engine.scenario.common import Phase


@dataclass(frozen=True, slots=True)
class TurnSpec:
    """One numbered round of play."""

    months: int
    label: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns and the planned length of each phase, in seconds."""

    id: str
    title: str
    turns: tuple[TurnSpec, ...]
    seconds: Mapping[Phase, float]


@dataclass(frozen=True, slots=True)
class Card:
    """A start card or a rule card: a named choice made at set-up."""

    id: str
    title: str
    summary: str
    constants: Mapping[str, float] = field(default_factory=dict)
    """Rule cards: read as `k.name`."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One thing that a treatment may do: its inject is fired as the exercise starts, its cards dealt."""

    id: str
    title: str
    inject: str


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done differently in some groups, to compare them. A group without any of its arms plays as usual."""

    id: str
    title: str
    summary: str
    arms: Mapping[str, Arm]


@dataclass(frozen=True, slots=True)
class Objective:
    """A learning objective that assessors note against."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """What a team's aims come to; shown at debrief."""

    actor: str
    title: str
    formula: Formula
