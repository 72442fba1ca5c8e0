"""Words that all parts of a scenario share: who may see, when, and where a number comes from."""

from dataclasses import dataclass
from typing import Literal, get_args

Audience = tuple[str, ...]
"""Who may see something: ("all",), ("control",), or any of "team:x", "actor:X", "seat:x.y". Control sees everything."""

ALL: Audience = ("all",)
CONTROL: Audience = ("control",)

Phase = Literal["briefing", "planning", "adjudication", "feedback"]
PHASES: tuple[Phase, ...] = get_args(Phase)

Mode = Literal["engine", "umpire"]
"""Who rules: `engine` issues what the rules give; `umpire` proposes each ruling to control first."""
MODES: tuple[Mode, ...] = get_args(Mode)

Channel = Literal["flash", "cable", "press", "phone", "letter"]
"""How news reaches its readers."""
CHANNELS: tuple[Channel, ...] = get_args(Channel)

ValueKind = Literal["number", "whole", "flag", "choice"]
ProvenanceKind = Literal["sourced", "judgement", "facilitator"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a number comes from: `sourced` (fact ids), `judgement` or `facilitator`."""

    kind: ProvenanceKind
    facts: tuple[str, ...] = ()
    note: str = ""


JUDGEMENT = Provenance("judgement")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts were paraphrased from."""

    id: str
    title: str
    date: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One paraphrased statement and the sources it rests on."""

    id: str
    text: str
    sources: tuple[str, ...]
