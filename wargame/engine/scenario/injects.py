"""News put into play."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wargame.engine.formula import Formula, Template
from wargame.engine.scenario.common import JUDGEMENT, Audience, Channel, Phase, Provenance
from wargame.engine.scenario.orders import Lean
from wargame.engine.scenario.resolution import Effect


@dataclass(frozen=True, slots=True)
class Trigger:
    """What starts an inject."""

    kind: Literal["scheduled", "condition", "manual", "not_done_by"]
    turn: int = 0
    """scheduled: the turn; not_done_by: the turn whose planning closes."""
    phase: Phase = "planning"
    offset: float = 0.0
    """Seconds after the phase opened (scheduled)."""
    when: Formula | None = None
    hazard: Formula | None = None
    """Probability a month while the condition holds; certain if none."""
    order: str = ""
    """not_done_by: this order, by one of `actors`, was never submitted."""
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an inject asks of whom."""

    seats: Audience
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label); free text if none."""
    within: float = 0.0
    """Seconds; 0 means until the phase closes."""
    effects: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    """By choice, applied when answered."""
    default: str = ""
    holds: bool = False
    """Adjudication waits until every team asked has answered, or the time is over."""
    leans: Mapping[str, tuple[Lean, ...]] = field(default_factory=dict)
    """By choice, of those that lean."""


@dataclass(frozen=True, slots=True)
class Inject:
    """One piece of news put into play."""

    id: str
    headline: Template
    body: Template
    channel: Channel
    persona: str
    to: Audience
    trigger: Trigger
    effects: tuple[Effect, ...] = ()
    answer: Answer | None = None
    cards: tuple[str, ...] = ()
    """Start cards on which it exists; all if none."""
    provenance: Provenance = JUDGEMENT
    repeat: bool = False
    note: str = ""
    """For control: what it tests."""
