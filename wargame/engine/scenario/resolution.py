"""How an order or a rule is decided, and what follows."""

from dataclasses import dataclass
from typing import Literal

from wargame.engine.formula import Formula, PathTemplate, Template
from wargame.engine.scenario.common import ALL, JUDGEMENT, Audience, Provenance


@dataclass(frozen=True, slots=True)
class Term:
    """One addend of an explanation."""

    id: str
    label: str
    value: Formula
    provenance: Provenance = JUDGEMENT
    audience: Audience = ALL
    input: Formula | None = None
    """What the reader sees beside the amount; the term's value if none."""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Chance:
    """How chance enters. `bernoulli` needs p; `graded` takes the outcomes' shares; the other laws give `draw`."""

    law: Literal["bernoulli", "graded", "uniform", "normal", "poisson", "beta", "dice"]
    args: tuple[Formula, ...] = ()
    """bernoulli (p), uniform (low, high), normal (mean, sd), poisson (mean), beta (a, b), dice (count, sides)."""
    key: str = ""
    """Object of the draw key when it must not be the ruling's own (one number per pair, not per text)."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One change that an outcome, an inject or an agreement makes.

    Exactly one of `set`, `add`, `inject`, `end_agreement` and `end_turn`. Effects act in the order written, each on
    what those before it left. `when` is asked when it is made or put off (over a set: of each member, as it acts),
    `to` when it acts.
    """

    set: PathTemplate | None = None
    add: PathTemplate | None = None
    to: Formula | None = None
    """The new value (`set`) or what is added (`add`); the result is clamped to the variable's range."""
    when: Formula | None = None
    after: Formula | None = None
    """Months until it acts (lag); at once if none or zero."""
    inject: str = ""
    end_agreement: str = ""
    """Template id: ends those in force."""
    end_turn: bool = False
    """Of a monthly rule: this month is the turn's last. The months left over are played in the last turn, which has
    all of its months."""
    over: str = ""
    """A set: the effect is made for each member, named `member_name` in its formulas."""
    member_name: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way it can go. The sentence may name values in braces, as they are after the effects."""

    id: str
    label: str
    sentence: Template
    effects: tuple[Effect, ...] = ()
    share: Formula | None = None
    """Weight under the law `graded`."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """How an order or a rule is decided: terms explain, chance draws, outcomes act.

    `bernoulli`: outcomes[0] happens with probability p, outcomes[1] otherwise. Without chance: outcomes[0].
    Formulas of the chance and of the outcomes may read `total`, the sum of the terms' values, and the outcomes `draw`.
    """

    outcomes: tuple[Outcome, ...]
    terms: tuple[Term, ...] = ()
    chance: Chance | None = None
    audience: Audience = ALL
    """Who sees the ruling; "actor" stands for the ordering actor, or for the member of a rule over a set of actors."""
    version: int = 1
