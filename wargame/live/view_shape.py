"""The shape of a view on the wire: what `engine.views` makes, as types for the browser.

A view is parts: public, team, seat (or control). Every part has the same optional maps, and the browser merges them key
by key: an entry of a later part takes the place of the earlier's, whole. Maps, not lists, for whatever changes, so that
a JSON Merge Patch stays small; no nulls: what is unknown is absent. `order` sorts a map's entries across the parts; it
counts nothing. Times are seconds since StartEx. `Ref` is a text outside the log, fetched by `read_texts`.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from wargame.engine.events import RedLineStatus
from wargame.engine.scenario import Mode, Phase, ProvenanceKind, ValueKind

Value = bool | int | float | str
Ref = str


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class ProvenanceShape(Shape):
    kind: ProvenanceKind
    facts: list[str] = []
    note: str = ""


class TreatmentShape(Shape):
    title: str
    arm: str
    """Title; empty if this group plays as usual."""


class ExerciseShape(Shape):
    scenario: str
    title: str
    version: str
    mark: Literal["EXERCISE", "PRACTICE"]
    status: Literal["lobby", "running", "ended"]
    mode: Mode
    start_card: str
    """Title."""
    rule_card: str = ""
    """Title; players learn it at EndEx."""
    treatments: list[TreatmentShape] = []
    """Players learn them at EndEx, too."""
    content_note: str
    briefing: str
    limits: list[str]
    commitment: str
    seed: str = ""
    nonce: str = ""
    pack_hash: str = ""
    rules_hash: str = ""


class PhaseShape(Shape):
    phase: Phase
    seconds: float


class TurnShape(Shape):
    months: int
    label: str


class TimerShape(Shape):
    turn: int
    turns: list[TurnShape]
    phase: Phase
    phases: list[PhaseShape]
    opened_at: float
    ends_at: float | None = None
    """Absent: no planned end."""
    paused: bool
    remaining: float | None = None
    """While paused."""
    extra: float = 0.0
    """Team part: seconds more for this team alone."""


class SeatShape(Shape):
    title: str
    initials: str
    leads: bool
    order: int


class TeamShape(Shape):
    name: str
    letters: str
    slot: int
    aim: str
    order: int
    actors: list[str]
    seats: dict[str, SeatShape]
    submitted: int | None = None
    """Orders in this turn: for control always, for players and the wall only where the set-up says so."""


class ActorShape(Shape):
    name: str
    letters: str
    team: str
    """"" if control plays it."""
    order: int
    stance: str = ""
    constraint: str = ""
    authorisation: str = ""
    facts: list[str] = []


class RangeShape(Shape):
    low: float
    high: float


class VariableShape(Shape):
    name: str
    unit: str
    group: str
    member: str = ""
    kind: Literal["number", "whole", "flag", "choice", "derived"]
    choices: list[str] = []
    """Control: what a choice may be set to."""
    low: float
    high: float
    places: int
    definition: str
    provenance: ProvenanceShape
    key: bool
    order: int
    secret: Literal["", "team", "seat", "control"] = ""
    value: Value | None = None
    """Absent when only an estimate or a word is known."""
    estimate: RangeShape | None = None
    word: str = ""
    history: dict[str, float | str | bool] = {}
    """By turn: what this viewer could see of it then. Turn "0" is the start."""
    public: Literal[
        "", "nothing", "each team’s own estimate", "a word", "the same", "the same, as far as it can be reckoned"
    ] = ""
    """Control: what the public sees of it."""


class GeometryShape(Shape):
    """As in GeoJSON."""

    type: Literal["Point", "LineString", "Polygon", "MultiPolygon"]
    coordinates: list[Any]


class FeatureShape(Shape):
    kind: Literal["land", "zone", "area", "belt", "line", "limit", "place", "label"]
    name: str
    geometry: GeometryShape
    side: Literal["right", "left"]
    """Of a place or zone: where its name stands."""
    rank: Literal["state", "home", "sea"]
    """Of a label."""
    minor: bool
    """Left out where there is little room."""
    about: str
    """Of a zone."""
    facts: list[str]
    order: int


class MapShape(Shape):
    """What never changes of the map."""

    title: str
    window: list[float]
    """West, south, east, north."""
    base: Literal["", "europe"]
    """The land drawn beneath."""
    home: list[str]
    """States of the base land that the scenario is about."""
    staging: list[str]
    note: str
    features: dict[str, FeatureShape]


class MarkShape(Shape):
    """Values told on the map; those who get the mark know them."""

    paths: list[str]
    """Of `variables`: one, or one for each member of a set."""
    name: str = ""
    """The value's own name if absent."""
    word: str = ""
    """On the plate."""
    at: list[float] = []
    """Longitude, latitude; a mark without is told in words only."""
    zone: str = ""
    layer: Literal["forces", "air_sea"]
    symbol: Literal["air", "sea"] | None = None
    moves: list[str] = []
    """Features that lie elsewhere as the value changes; of areas the points on a line that moves."""
    by: list[float] = []
    """Degrees east and north for each one of the value."""
    order: int


class FactShape(Shape):
    text: str
    sources: list[str]


class SourceShape(Shape):
    title: str
    date: str
    note: str = ""


class RedLineShape(Shape):
    owner: str
    title: str
    consequence: str
    status: RedLineStatus
    binds_owner: bool
    facts: list[str]
    order: int
    secret: Literal["", "team", "seat", "control"] = ""


class ChoiceShape(Shape):
    value: str
    label: str


class FieldShape(Shape):
    id: str
    label: str
    kind: ValueKind
    unit: str = ""
    choices: list[ChoiceShape] = []
    hint: str = ""
    default: Value | None = None
    required: bool
    low: float | None = None
    high: float | None = None
    wished: dict[str, Value] = {}
    """What bots would fill in."""


class NeedShape(Shape):
    met: bool
    why: str
    deciders: list[str]
    """Teams' ids (or "control") whose decision could lift it."""
    seats: list[str] = []
    """Titles of the seats, where the pack names one."""
    act: str


class BoundsShape(Shape):
    """One of the two may be open, or not known to this viewer."""

    low: float | None = None
    high: float | None = None


class MenuActorShape(Shape):
    possible: bool
    """Needs met, paid for, not used up and within the limit of orders; the phase is for the timer to say."""
    used: bool
    """Already submitted this turn, and only once allowed."""
    cost: dict[str, float]
    """By resource group; what hangs on the form is absent until the order is submitted."""
    needs: dict[str, NeedShape]
    """By position."""
    bounds: dict[str, BoundsShape]
    """By field, where bounds depend on the state."""


class MenuShape(Shape):
    title: str
    summary: str
    form: list[FieldShape]
    facts: list[str]
    crosses: list[str]
    leans: list[Literal["firm", "conciliatory", "risky"]] = []
    """For bots."""
    priced_by_form: list[str] = []
    """Resource groups whose cost hangs on the form."""
    order: int
    actors: dict[str, MenuActorShape]


class SaidShape(Shape):
    """One field of an order's form, as people read it."""

    label: str
    value: Value
    unit: str


class OrderShape(Shape):
    kind: str
    title: str
    actor: str
    seat: str
    team: str
    turn: int
    at: float | None = None
    """Own team's and control's."""
    status: Literal["submitted", "withdrawn", "returned", "ruled"]
    form: dict[str, Value]
    said: list[SaidShape]
    """The form in the pack's words, in its order; empty for free-form orders."""
    cost: dict[str, float]
    rationale: Ref = ""
    expected: Ref = ""
    action: Ref = ""
    reason: Ref = ""
    ruling: str = ""


class TermShape(Shape):
    id: str
    label: str
    value: float
    input: Value
    unit: str
    provenance: ProvenanceShape


class OutcomeShape(Shape):
    id: str
    label: str
    share: float | None = None


class ChangeShape(Shape):
    path: str
    name: str
    before: Value
    after: Value
    unit: str = ""


class DecisionShape(Shape):
    kind: Literal["accepted", "amended", "overridden", "ruled", "issued"]
    at: float | None = None
    """Control only."""
    reason: Ref = ""


class RulingShape(Shape):
    kind: Literal["order", "free", "rule", "drift", "arrival"]
    title: str
    subject: str
    """Order id, for those who see the order; else empty."""
    rule: str
    version: int
    turn: int
    month: int
    actor: str
    status: Literal["proposed", "issued"]
    outcome: str
    sentence: str
    outcomes: list[OutcomeShape]
    terms: list[TermShape]
    hidden_terms: bool
    """Some terms may not be seen: then no probability, no draw, no amounts; `factors` has the visible ones in words."""
    factors: list[str] = []
    probability: float | None = None
    draw: float | None = None
    changes: list[ChangeShape]
    """Only of values that this viewer knows exactly."""
    inputs: dict[str, Value] = {}
    """Control only: the state that the formulas read, frozen."""
    decision: DecisionShape | None = None
    order: int
    """Position among the rulings this viewer sees, so that they can be told in order."""


class AnswerShape(Shape):
    choice: str
    text: Ref


class InjectShape(Shape):
    channel: str
    persona: str
    headline: str = ""
    body: str = ""
    headline_ref: Ref = ""
    """Set when control wrote or edited it: read the text instead."""
    body_ref: Ref = ""
    turn: int
    at: float
    provenance: ProvenanceShape
    wants_answer: bool
    choices: list[ChoiceShape] = []
    answer_by: float | None = None
    answers: dict[str, AnswerShape] = {}
    """By seat: own team's; control sees all."""
    to: list[str]
    """["all"] or the viewer's own team or seat; control sees the whole audience."""
    order: int


class DispatchShape(Shape):
    team: str
    """Sender's team id, or "control"."""
    seat: str
    to: list[str]
    """The addressed teams, as "team:x" or "control"."""
    subject: Ref
    body: Ref
    at: float
    turn: int
    reply_to: str = ""
    order: int


class RewindShape(Shape):
    """Control went back to an earlier point: what was done since is void."""

    turn: int
    """Of the point."""
    phase: Phase
    start: bool
    """The point is the phase's very beginning."""
    at: float
    """When control went back."""
    reason: Ref = ""
    """Absent where control did not share it."""


class CallShape(Shape):
    seat: str
    text: Ref
    at: float
    answer: Ref = ""


class WordingShape(Shape):
    """What one version of a text said."""

    terms: dict[str, Value]
    prose: Ref = ""


class AgreementShape(Shape):
    template: str
    title: str
    parties: list[str]
    terms: dict[str, Value]
    prose: Ref = ""
    text_hash: str
    version: int
    author: str
    """Actor."""
    turn: int
    signed: dict[str, bool]
    """By actor: under the present version."""
    status: Literal["proposed", "in_force", "ended", "rejected"]
    ended_by: str = ""
    reason: Ref = ""
    unmet: list[str] = []
    """Of a proposed text: why it cannot be signed yet, each in a sentence."""
    before: WordingShape | None = None
    """The version before this one, to show what has changed."""
    order: int


class TemplateShape(Shape):
    title: str
    summary: str
    parties: list[list[str]]
    clauses: list[FieldShape]
    prose: bool
    facts: list[str]
    leans: list[Literal["firm", "conciliatory", "risky"]] = []
    unmet: list[str] = []
    """Why no text of this kind can be signed now, as far as all can know; each in a sentence."""
    order: int


class StoreShape(Shape):
    name: str
    unit: str
    have: float
    committed: float


class BudgetShape(Shape):
    stores: dict[str, StoreShape]
    """By resource group: `pc`, `eur`."""
    orders: int
    """Submitted this turn."""
    limit: int | None = None


class YouShape(Shape):
    role: Literal["player", "control", "observer"]
    seat: str = ""
    title: str
    initials: str
    leads: bool = False
    team: str = ""
    brief: str = ""
    team_brief: str = ""


class NowShape(Shape):
    sentence: str
    to: Literal["", "orders", "inbox", "rulings", "agreements", "brief", "queue", "report", "hot_wash"]
    ref: str = ""


class QueueShape(Shape):
    kind: Literal["ruling", "free", "inject", "call", "answer", "timer", "idle"]
    title: str
    detail: str
    team: str = ""
    ref: str
    since: float
    due: float | None = None


class MselShape(Shape):
    headline: str
    kind: Literal["scheduled", "condition", "manual", "not_done_by", "improvised"]
    when: str
    """In words."""
    turn: int = 0
    phase: str = ""
    offset: float = 0.0
    due_at: float | None = None
    planned: str = ""
    """In words: where the pack had it, before control moved it."""
    moved_reason: Ref = ""
    status: Literal["armed", "held", "fired", "skipped"]
    by: str = ""
    fired_at: float | None = None
    fired_turn: int = 0
    to: list[str]
    note: str
    body: str
    order: int


class LaterShape(Shape):
    title: str
    month: int


class ObservationShape(Shape):
    seat: str
    objective: str
    team: str
    text: Ref
    at: float
    turn: int


class ScoreShape(Shape):
    actor: str
    title: str
    value: float


class Part(Shape):
    """Every map may be absent."""

    exercise: ExerciseShape | None = None
    timer: TimerShape | None = None
    teams: dict[str, TeamShape] | None = None
    actors: dict[str, ActorShape] | None = None
    variables: dict[str, VariableShape] | None = None
    map: MapShape | None = None
    marks: dict[str, MarkShape] | None = None
    red_lines: dict[str, RedLineShape] | None = None
    facts: dict[str, FactShape] | None = None
    sources: dict[str, SourceShape] | None = None
    menu: dict[str, MenuShape] | None = None
    templates: dict[str, TemplateShape] | None = None
    budget: dict[str, BudgetShape] | None = None
    """By actor."""
    orders: dict[str, OrderShape] | None = None
    rewinds: dict[str, RewindShape] | None = None
    rulings: dict[str, RulingShape] | None = None
    injects: dict[str, InjectShape] | None = None
    dispatches: dict[str, DispatchShape] | None = None
    calls: dict[str, CallShape] | None = None
    agreements: dict[str, AgreementShape] | None = None
    objectives: dict[str, str] | None = None
    observations: dict[str, ObservationShape] | None = None
    hot_wash: dict[str, str] | None = None
    """Questions, after EndEx."""
    hot_wash_answers: dict[str, dict[str, Ref]] | None = None
    """By question, then seat: own team's; control sees all."""
    scores: dict[str, ScoreShape] | None = None
    """After EndEx."""
    you: YouShape | None = None
    now: NowShape | None = None
    queue: dict[str, QueueShape] | None = None
    msel: dict[str, MselShape] | None = None
    later: dict[str, LaterShape] | None = None


class Parts(Shape):
    """A whole view. A player has public, team, seat; an observer public and seat; the wall public; control its own."""

    public: Part | None = None
    team: Part | None = None
    seat: Part | None = None
    control: Part | None = None
