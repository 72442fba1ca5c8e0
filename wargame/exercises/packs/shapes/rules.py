"""rules.yaml: what the model does by itself, month by month."""

from typing import Literal

from pydantic import Field

from wargame.exercises.packs.shapes.common import Formula, Id, Line, Provenance, SectionFile
from wargame.exercises.packs.shapes.resolution import ResolutionShape


class RuleShape(ResolutionShape):
    """One rule; they run in the order in which they stand."""

    title: Line
    sentence: Line = Field(description="The rule in plain words.")
    each: Literal["month", "turn"] = Field(description="How often it runs in adjudication.")
    when: Formula | None = Field(None, description="Runs only while this holds.")
    over: str = Field("", description="A set: the rule runs once for each member.")
    member: str = Field("", description="With `over`: the name by which formulas call the member.")
    drift: bool = Field(False, description="Told together with the month's other drifts; no chance.")
    facts: list[str] = Field([], description="Facts that it rests on.")
    provenance: Provenance | None = Field(None, description="Where its numbers come from.")


class RulesFile(SectionFile):
    """rules.yaml"""

    rules: dict[Id, RuleShape]
