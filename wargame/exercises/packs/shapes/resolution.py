"""How an order or a rule is decided: terms explain, chance draws, outcomes act."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.exercises.packs.shapes.common import (
    UNIT,
    Audience,
    EffectShape,
    Formula,
    Line,
    Provenance,
    Shape,
    Text,
)


class TermShape(Shape):
    """One addend of the explanation. The sum of all is called `total` in chance and outcomes."""

    label: Line = Field(description="The factor in words.")
    value: Formula = Field(description="What it adds.")
    input: Formula | None = Field(None, description="What the reader sees beside the amount; the amount if left out.")
    unit: str = Field("", max_length=40, description="Of the input. " + UNIT)
    see: Audience | None = Field(None, description="Who may see this term; all if left out.")
    provenance: Provenance | None = Field(None, description="Where the weight comes from.")


class Law(Shape):
    key: str = Field(
        "",
        max_length=60,
        description="What is drawn for, when several rulings share one number (one number a pair, not a text).",
    )


class Bernoulli(Law):
    """Happens or not. The first outcome is the one that happens with probability p."""

    law: Literal["bernoulli"]
    p: Formula = Field(description="Probability, 0 to 1.")


class Graded(Law):
    """One of several outcomes, by the share of each."""

    law: Literal["graded"]


class Uniform(Law):
    """Any number between two, called `draw`."""

    law: Literal["uniform"]
    low: Formula
    high: Formula


class Normal(Law):
    """A number around the mean, called `draw`."""

    law: Literal["normal"]
    mean: Formula
    sd: Formula = Field(description="Standard deviation, above 0.")


class Poisson(Law):
    """A count, called `draw`."""

    law: Literal["poisson"]
    mean: Formula


class Beta(Law):
    """A share between 0 and 1, called `draw`."""

    law: Literal["beta"]
    a: Formula
    b: Formula


class DiceLaw(Law):
    """The sum of some dice, called `draw`."""

    law: Literal["dice"]
    count: Formula
    sides: Formula


ChanceShape = Annotated[Bernoulli | Graded | Uniform | Normal | Poisson | Beta | DiceLaw, Field(discriminator="law")]


class OutcomeShape(Shape):
    """One way it can go."""

    label: Line = Field(description="A word or two.")
    sentence: Text = Field(description="What happened, as a sentence; may name values in braces.")
    effects: list[EffectShape] = Field([], description="What changes.")
    share: Formula | None = Field(None, description="Its weight, under the law `graded`.")


class ResolutionShape(Shape):
    """Shared by orders and rules."""

    terms: dict[str, TermShape] = Field({}, description="The factors, each with its amount; told with the ruling.")
    chance: ChanceShape | None = Field(None, description="How chance enters; leave out if it does not.")
    outcomes: dict[str, OutcomeShape] = Field(
        min_length=1,
        description="One without chance; two under bernoulli (the first happens with p); two or more under graded.",
    )
    see: Audience | None = Field(
        None, description="Who is told the ruling; `actor` is the ordering actor's team. All if left out."
    )
    version: int = Field(1, ge=1, description="Raise it when the rule changes.")
