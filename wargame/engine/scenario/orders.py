"""What an actor may tell its side to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wargame.engine.formula import Formula, Template, Value
from wargame.engine.scenario.common import Audience, ValueKind
from wargame.engine.scenario.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement of an order: reads only what the ordering seat may see."""

    expr: Formula
    why: Template
    """What is missing, as a sentence."""
    decider: Audience = ()
    """Whose decision could lift it, as "actor:X" or "seat:x.y"."""
    act: str = ""
    """By which act, in words."""


Lean = Literal["firm", "conciliatory", "risky"]
"""Which way an order, a text or an answer leans: it presses, gives way, may go wrong. For bots; no rule reads it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an order's form or one machine clause of an agreement."""

    id: str
    label: str
    kind: ValueKind
    unit: str = ""
    low: Formula | None = None
    high: Formula | None = None
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label)"""
    hint: str = ""
    default: Value | None = None
    required: bool = True
    wished: Mapping[str, Value] = field(default_factory=dict)
    """What bots would fill in: of an order a `firm` and a `conciliatory` one, of a text each `party1`, `party2` …"""


@dataclass(frozen=True, slots=True)
class OrderKind:
    """A menu order: what an actor may tell its side to do."""

    id: str
    title: str
    summary: str
    by: tuple[str, ...]
    """Actors."""
    resolution: Resolution
    cost: Mapping[str, Formula] = field(default_factory=dict)
    """By resource group: `pc`, `eur`; paid from the ordering actor's store when the order is ruled."""
    needs: tuple[Need, ...] = ()
    form: tuple[Field, ...] = ()
    once: bool = True
    """At most one a turn and actor."""
    facts: tuple[str, ...] = ()
    crosses: tuple[str, ...] = ()
    """Red lines that it would cross."""
    leans: tuple[Lean, ...] = ()
