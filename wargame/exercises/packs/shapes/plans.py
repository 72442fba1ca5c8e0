"""plans.yaml: what bots do when the scenario is studied."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from wargame.exercises.packs.shapes.common import Formula, Id, Line, Names, Plain, Shape, Text


class PlanLineShape(Shape):
    """One thing that an actor does whenever it may. Exactly one of `order`, `propose`, `sign`."""

    order: str | None = Field(None, description="An order of the menu.")
    form: dict[str, Plain] = Field({}, description="With `order`: what is filled in; defaults stand for the rest.")
    propose: str | None = Field(None, description="An agreement template: lays such a text on the table.")
    parties: Names | None = Field(None, description="With `propose`: one actor for each party of the template.")
    sign: str | None = Field(None, description="An agreement template: signs a text of it that lies on the table.")
    clauses: dict[str, Plain] = Field(
        {},
        description="With `propose`: what differs from the defaults. With `sign`: what the text must say.",
    )
    again: bool = Field(False, description="Every turn anew; if left out, until it was done once.")
    when: Formula | None = Field(None, description="Only while this holds; may read what the actor may see.")

    @model_validator(mode="after")
    def _one_act(self) -> "PlanLineShape":
        if sum(one is not None for one in (self.order, self.propose, self.sign)) != 1:
            raise ValueError("say exactly one of order, propose and sign")
        if self.form and not self.order:
            raise ValueError("a form belongs to an order")
        if (self.parties is None) != (self.propose is None):
            raise ValueError("parties and propose stand together")
        return self


class PlanShape(Shape):
    """What actors do, first things first."""

    title: Line
    summary: Text
    kind: Literal["plan", "exploit"] = Field("plan", description="exploit: it tries to get much for nothing.")
    like: Id | None = Field(None, description="A plan written above: its lines stand for actors not named here.")
    gains: Id | None = Field(None, description="Of an exploit of a plan (`like`): whose score it is to raise.")
    others: Literal["nothing", "noise"] = Field("nothing", description="What actors do that are not named here.")
    actors: dict[str, list[PlanLineShape]] = Field(min_length=1, description="By actor its lines, by importance.")

    @model_validator(mode="after")
    def _against(self) -> "PlanShape":
        if self.gains and not (self.like and self.kind == "exploit"):
            raise ValueError("gains belongs to an exploit that is like another plan")
        return self


class StudyShape(Shape):
    """What the balance is judged by (`manage.py simulate NAME --all`): measures of scenario.yaml."""

    success: Id = Field(description="The measure that tells whether a game reached what it is about.")
    compare: Id = Field(description="The measure from 0 to 100 by which plans are compared.")
    reach: dict[Id, Annotated[list[float], Field(min_length=2, max_length=2)]] = Field(
        {}, description="By measure: some games must end at or below the first value, and some at or above the second."
    )


class PlansFile(Shape):
    """plans.yaml"""

    plans: dict[Id, PlanShape]
    study: StudyShape | None = Field(None, description="What the balance of the scenario is judged by.")
