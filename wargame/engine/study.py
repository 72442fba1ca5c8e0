"""What a scenario is studied by: plans that bots follow, and measures of what came of many games."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wargame.engine.formula import Formula, Value

Take = Literal["last", "ever", "first_month", "max", "count"]
TAKES: Mapping[Take, str] = {
    "last": "its value at the end",
    "ever": "whether it ever held at a month's end",
    "first_month": "the first month at whose end it held",
    "max": "its largest value at a month's end",
    "count": "at how many months' ends it held",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a game, from the true values at the end of its months."""

    id: str
    title: str
    formula: Formula
    take: Take = "last"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an actor does under a plan, whenever `when` holds and it is legal."""

    when: Formula | None = None
    """Reads what the actor may see."""
    again: bool = False
    """Every turn anew; otherwise until it was done once."""


@dataclass(frozen=True, slots=True)
class OrderLine(Line):
    order: str = ""
    form: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposeLine(Line):
    template: str = ""
    parties: tuple[str, ...] = ()
    clauses: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignLine(Line):
    template: str = ""
    clauses: Mapping[str, Value] = field(default_factory=dict)
    """Only a text that says this."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What actors do, first things first. It is no advice: plans are compared, and exploits are tried."""

    id: str
    title: str
    summary: str
    kind: Literal["plan", "exploit"]
    actors: Mapping[str, tuple[OrderLine | ProposeLine | SignLine, ...]]
    others: Literal["nothing", "noise"] = "nothing"
    """What actors do that the plan does not name."""
    gains: str = ""
    """Actor whose own score an exploit tries to raise; if none, all do better by it."""
    like: str = ""
    """The plan that it is written after."""


@dataclass(frozen=True, slots=True)
class Study:
    """What the balance of a scenario is judged by: three choices among its measures."""

    success: str
    """Measure that tells whether a game reached what it is about."""
    compare: str
    """Measure from 0 to 100 by which plans are compared."""
    reach: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By measure: some package must end at or below the first value, and some at or above the second."""
