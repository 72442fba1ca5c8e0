"""agreements.yaml: texts that parties can sign, with clauses that the rules read."""

from pydantic import Field

from wargame.exercises.packs.shapes.common import (
    EffectShape,
    FieldShape,
    Id,
    Lean,
    Line,
    Names,
    NeedShape,
    SectionFile,
    Shape,
)


class AgreementShape(Shape):
    """A template; teams propose, revise and sign texts made from it."""

    title: Line
    summary: Line = Field(description="One sentence: what it binds and what it does.")
    parties: list[Names] = Field(min_length=2, description="For each party the actors or sets that may take its place.")
    clauses: dict[Id, FieldShape] = Field(description="Machine clauses; read as `clause.name`.")
    in_force: list[EffectShape] = Field([], description="What changes when the last party signs.")
    ended: list[EffectShape] = Field([], description="What changes when it ends.")
    needs: list[NeedShape] = Field([], description="Requirements for a signature.")
    prose: bool = Field(True, description="The parties may add words of their own.")
    facts: list[str] = Field([], description="Facts shown beside the text.")
    leans: list[Lean] = Field([], description="For bots: firm presses, conciliatory gives way, risky may go wrong.")


class AgreementsFile(SectionFile):
    """agreements.yaml"""

    agreements: dict[Id, AgreementShape]
