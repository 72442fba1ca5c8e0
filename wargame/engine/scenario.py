"""What an author wrote: a scenario pack as frozen data, names resolved and formulas compiled.

The loader (`exercises/packs`) builds these from YAML; nothing here reads files. A variable over a set
(`pledge` over `contributors`) or a record (`us_offer.level`) is stored flat, one `Variable` for each path, so that
the world is one flat map and formulas look a value up once.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar, cast, get_args

from wargame.engine.formula import Formula, PathTemplate, Template, Value
from wargame.engine.sheet import Sheet
from wargame.engine.study import Measure, Plan
from wargame.engine.vocabulary import indexed

T = TypeVar("T")

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


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or body that acts: orders, money, capital and red lines belong to it."""

    id: str
    name: str
    letters: str
    stance: str = ""
    constraint: str = ""
    authorisation: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a team: an office, never a person. `leads` may submit for the team and sign."""

    id: str
    """Unique in the scenario: `team.office`."""
    team: str
    title: str
    initials: str
    leads: bool = False
    brief: str = ""
    """Markdown."""


@dataclass(frozen=True, slots=True)
class Team:
    """A set of actors that shares a room."""

    id: str
    name: str
    letters: str
    slot: int
    """1 to 16: colour and outline; those above eight come again, in italics."""
    actors: tuple[str, ...]
    seats: tuple[Seat, ...]
    brief: str = ""
    """Markdown."""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How those who may not see a value estimate it: truth + normal(0, spread), rounded to a multiple of `step`."""

    spread: float
    step: float
    audience: Audience = ALL


@dataclass(frozen=True, slots=True)
class Variable:
    """One value of the state, at one path."""

    path: str
    """`front`, `pledge.UK`, `us_offer.level`, `own_rule.UK.ceasefire_first`."""
    group: str
    """The author's id: `front`, `pledge`, `us_offer`, `own_rule`."""
    name: str
    kind: ValueKind
    start: Mapping[str, Value]
    """By start card."""
    see: Audience
    provenance: Provenance
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    choices: tuple[str, ...] = ()
    member: str = ""
    """The member of the set, when it runs over one."""
    definition: str = ""
    places: int = 1
    """Decimals on screen."""
    estimate: Estimate | None = None
    resource: bool = False
    """A store that orders are paid from (political capital, money); never below zero."""
    key: bool = False
    """Shown first, in the short picture."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A value made from others by a formula; never stored. Who may see it reads it with their own estimates."""

    path: str
    name: str
    formula: Formula
    see: Audience
    provenance: Provenance
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    definition: str = ""
    places: int = 0
    words: tuple[tuple[float, str], ...] = ()
    """Bands (upper bound, word) for those who see words instead of the number, ascending."""
    words_to: Audience = ()
    key: bool = False
    inner: bool = False
    """A step on the way to other values: formulas read it, no screen shows it."""


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
"""Which way an order or a text leans: it presses, it gives way, it may go wrong. For bots; no rule reads it."""


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


@dataclass(frozen=True, slots=True)
class Trigger:
    """What starts an inject."""

    kind: Literal["scheduled", "condition", "manual", "not_done_by"]
    turn: int = 0
    """scheduled: the turn; not_done_by: the turn whose planning closes."""
    phase: Phase = "planning"
    offset: float = 0.0
    """Seconds after the phase opened (scheduled)."""
    when: Formula | None = None
    hazard: Formula | None = None
    """Probability a month while the condition holds; certain if none."""
    order: str = ""
    """not_done_by: this order, by one of `actors`, was never submitted."""
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an inject asks of whom."""

    seats: Audience
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label); free text if none."""
    within: float = 0.0
    """Seconds; 0 means until the phase closes."""
    effects: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    """By choice, applied when answered."""
    default: str = ""
    holds: bool = False
    """Adjudication waits until every team asked has answered, or the time is over."""


@dataclass(frozen=True, slots=True)
class Inject:
    """One piece of news put into play."""

    id: str
    headline: Template
    body: Template
    channel: Channel
    persona: str
    to: Audience
    trigger: Trigger
    effects: tuple[Effect, ...] = ()
    answer: Answer | None = None
    cards: tuple[str, ...] = ()
    """Start cards on which it exists; all if none."""
    provenance: Provenance = JUDGEMENT
    repeat: bool = False
    note: str = ""
    """For control: what it tests."""


@dataclass(frozen=True, slots=True)
class AgreementTemplate:
    """A text that parties can sign; its machine clauses act while it is in force."""

    id: str
    title: str
    summary: str
    parties: tuple[tuple[str, ...], ...]
    """One tuple a party: the actors that may take that place."""
    clauses: tuple[Field, ...]
    in_force: tuple[Effect, ...] = ()
    ended: tuple[Effect, ...] = ()
    """May read `clause.<id>` and `party1`, `party2` …"""
    needs: tuple[Need, ...] = ()
    prose: bool = True
    facts: tuple[str, ...] = ()
    leans: tuple[Lean, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A true secret, dealt by the seed at StartEx into a variable that only its seats see."""

    id: str
    path: str
    title: str
    cards: Mapping[str, tuple[tuple[Value, float], ...]]
    """By start card: (value, probability)."""


@dataclass(frozen=True, slots=True)
class TurnSpec:
    """One numbered round of play."""

    months: int
    label: str


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns and the planned length of each phase, in seconds."""

    id: str
    title: str
    turns: tuple[TurnSpec, ...]
    seconds: Mapping[Phase, float]


@dataclass(frozen=True, slots=True)
class Card:
    """A start card or a rule card: a named choice made at set-up."""

    id: str
    title: str
    summary: str
    constants: Mapping[str, float] = field(default_factory=dict)
    """Rule cards: read as `k.name`."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One thing that a treatment may do: its inject is fired as the exercise starts, its cards dealt."""

    id: str
    title: str
    inject: str


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done differently in some groups, to compare them. A group without any of its arms plays as usual."""

    id: str
    title: str
    summary: str
    arms: Mapping[str, Arm]


@dataclass(frozen=True)
class TeamSet:
    """One way to divide the actors among teams."""

    id: str
    title: str
    teams: tuple[Team, ...]
    players: str = ""

    @cached_property
    def team(self) -> Mapping[str, Team]:
        """By id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def seat(self) -> Mapping[str, Seat]:
        """By id."""
        return {seat.id: seat for team in self.teams for seat in team.seats}

    @cached_property
    def team_of(self) -> Mapping[str, str]:
        """By actor the id of the team that plays it; those that control plays are not there."""
        return {actor: team.id for team in self.teams for actor in team.actors}


@dataclass(frozen=True, slots=True)
class Objective:
    """A learning objective that assessors note against."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """What a team's aims come to; shown at debrief."""

    actor: str
    title: str
    formula: Formula


@dataclass(frozen=True)
class Scenario:
    """The whole pack. Maps keep the author's order."""

    id: str
    title: str
    version: str
    summary: str
    content_note: str
    pack_hash: str
    """SHA-256 of the pack's files."""
    rules_hash: str
    """SHA-256 of rules, orders and cards alone: part of the commitment."""
    clocks: Mapping[str, Clock]
    start_cards: Mapping[str, Card]
    rule_cards: Mapping[str, Card]
    team_sets: Mapping[str, TeamSet]
    actors: Mapping[str, Actor]
    sets: Mapping[str, tuple[str, ...]]
    variables: Mapping[str, Variable]
    derived: Mapping[str, Derived]
    orders: Mapping[str, OrderKind]
    rules: tuple[Rule, ...]
    red_lines: Mapping[str, RedLine]
    injects: Mapping[str, Inject]
    agreements: Mapping[str, AgreementTemplate]
    decks: Mapping[str, Deck]
    objectives: Mapping[str, Objective]
    hot_wash: Mapping[str, str]
    scores: tuple[Score, ...]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    briefing: str
    """Markdown: the situation, for everybody."""
    limits: tuple[str, ...]
    """What the model does not claim; printed in the report."""
    free_orders: bool = True
    orders_per_turn: Formula | None = None
    """Most orders an actor may submit a turn; no limit if none."""
    stop_when: Formula | None = None
    map: Sheet | None = None
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    language: str = "en"
    card_secrets: frozenset[str] = frozenset()
    """Constants (`k.name`) in which the rule cards differ: they would tell the card, so only control has them."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` works out from the scenario alone: done once, and kept as long as the scenario is."""
        if key not in self._once:
            self._once[key] = make()
        return cast(T, self._once[key])

    @cached_property
    def _once(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def feeds(self) -> Mapping[str, tuple[str, ...]]:
        """By variable: the derived values that rest on it, straight or by way of others."""
        found: dict[str, list[str]] = {}
        for path in self.derived:
            for variable in self.rests_on(path) & self.variables.keys():
                found.setdefault(variable, []).append(path)
        return {variable: tuple(paths) for variable, paths in found.items()}

    def rests_on(self, path: str) -> frozenset[str]:
        """The variables and derived values that a value is worked out from; an open index may be any."""
        return self.once(("rests on", path), lambda: frozenset(self._read_for(path)))

    def _read_for(self, path: str) -> set[str]:
        known: set[str] = set()
        waiting = [path]
        while waiting:
            derived = self.derived.get(waiting.pop())
            for name in derived.formula.reads if derived else ():
                new = set(self._written_as.get(name, ())) - known
                known |= new
                waiting += new
        return known

    @cached_property
    def _written_as(self) -> Mapping[str, list[str]]:
        """By name as formulas write it (`pledge.UK`, `pledge[]`): the paths that it may mean."""
        found: dict[str, list[str]] = {}
        for path in (*self.variables, *self.derived):
            steps = path.split(".")
            for name in (path, *(indexed(steps, place) for place in range(1, len(steps)))):
                found.setdefault(name, []).append(path)
        return found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What texts call the actors, by id."""
        return {actor.id: actor.name for actor in self.actors.values()}

    def order_title(self, kind: str) -> str:
        """What an order of this kind is called; those in own words share one name."""
        found = self.orders.get(kind)
        return found.title if found else "Free-form order"

    def name_of(self, path: str) -> str:
        """What a variable is called where it stands alone: with its member, as in "Money, Poland"."""
        variable = self.variables[path]
        if not variable.member:
            return variable.name
        actor = self.actors.get(variable.member)
        return f"{variable.name}, {actor.name if actor else variable.member}"
