"""orders.yaml: what the actors may tell their sides to do."""

from pydantic import Field

from wargame.exercises.packs.shapes.common import (
    FieldShape,
    Formula,
    Id,
    Lean,
    Line,
    Names,
    NeedShape,
    Provenance,
    SectionFile,
)
from wargame.exercises.packs.shapes.resolution import ResolutionShape


class OrderShape(ResolutionShape):
    """One order of the menu."""

    title: Line = Field(description="A verb and its object: Open the spillway.")
    summary: Line = Field(description="One sentence: what it does and what it risks.")
    by: Names = Field(description="The actors, or sets of actors, that may give it.")
    cost: dict[str, Formula] = Field({}, description="Resource: amount, paid from the ordering actor's store.")
    needs: list[NeedShape] = Field([], description="Requirements, each with its reason.")
    form: dict[Id, FieldShape] = Field({}, description="What is filled in; read as `form.name`.")
    once: bool = Field(True, description="At most once a turn and actor.")
    facts: list[str] = Field([], description="Facts shown beside the order.")
    crosses: list[str] = Field([], description="Red lines that it would cross.")
    leans: list[Lean] = Field([], description="For bots: firm presses, conciliatory gives way, risky may go wrong.")
    provenance: Provenance | None = Field(None, description="Where its numbers come from.")


class OrdersFile(SectionFile):
    """orders.yaml"""

    orders: dict[Id, OrderShape] = Field(description="The menu, in the order in which it is shown.")
