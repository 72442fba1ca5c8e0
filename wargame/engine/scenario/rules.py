"""What the model does by itself, and the lines that it watches."""

from dataclasses import dataclass
from typing import Literal

from wargame.engine.formula import Formula
from wargame.engine.scenario.common import JUDGEMENT, Audience, Provenance
from wargame.engine.scenario.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the model that runs in adjudication, once a month or once a turn (after its last month)."""

    id: str
    title: str
    sentence: str
    each: Literal["month", "turn"]
    resolution: Resolution
    when: Formula | None = None
    over: str = ""
    """A set: the rule runs for each member, named `member_name` in its formulas."""
    member_name: str = ""
    drift: bool = False
    """Told together with the other drifts of the month, not as a ruling of its own, and never proposed.

    It may draw a value (normal, uniform …) but not an outcome.
    """
    provenance: Provenance = JUDGEMENT
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RedLine:
    """A line that an actor has drawn."""

    id: str
    owner: str
    title: str
    consequence: str
    see: Audience
    crossed: Formula
    near: Formula | None = None
    binds_owner: bool = False
    facts: tuple[str, ...] = ()
