"""What is true now. Frozen; `evolve` makes the next one and shares what did not change.

Only the engine, control and the record see a world; everybody else sees `views`.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from wargame.engine.commands import Setup, TextRef
from wargame.engine.events import RedLineStatus
from wargame.engine.formula import Value
from wargame.engine.frozen import dataclass, replace
from wargame.engine.scenario import Audience, Clock, Phase, Scenario, Seat, Team, TeamSet
from wargame.engine.tickets import Later, Ticket


@dataclass(frozen=True, slots=True)
class Timer:
    """Where the exercise stands in its turns and phases. Times are seconds since StartEx."""

    turn: int = 0
    phase: Phase = "briefing"
    month: int = 0
    """Scenario months played so far, in adjudication the month being played."""
    opened_at: float = 0.0
    ends_at: float | None = None
    paused: bool = False
    paused_at: float = 0.0
    """When the clock stopped last."""
    paused_for: float = 0.0
    """Seconds of this phase that passed in pauses now over."""
    remaining: float | None = None
    """While paused: what was left."""
    extra: Mapping[str, float] = field(default_factory=dict)
    """Seconds more for single teams in this phase."""


@dataclass(frozen=True, slots=True)
class Order:
    id: str
    kind: str
    """Menu order id, or `FREE`."""
    actor: str
    seat: str
    team: str
    turn: int
    at: float
    form: Mapping[str, Value]
    cost: Mapping[str, float]
    rationale: TextRef
    expected: TextRef
    action: TextRef
    status: Literal["submitted", "withdrawn", "returned", "ruled"] = "submitted"
    reason: TextRef = TextRef("")
    """Why control returned it."""
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the turns and phases, whenever the clock comes to it."""

    turn: int
    phase: Phase
    offset: float
    """Seconds after the phase opens, pauses out."""


@dataclass(frozen=True, slots=True)
class InjectState:
    """How an inject stands. Those of the pack begin armed; improvised ones begin fired."""

    id: str
    status: Literal["armed", "held", "fired", "skipped"] = "armed"
    by: str = ""
    at: float = 0.0
    turn: int = 0
    audience: Audience = ()
    channel: str = ""
    said_headline: str = ""
    said_body: str = ""
    headline: TextRef = TextRef("")
    body: TextRef = TextRef("")
    answer_by: float | None = None
    wants_answer: bool = False
    answers: Mapping[str, tuple[str, TextRef]] = field(default_factory=dict)
    """By seat: (choice, text)."""
    improvised: bool = False
    moved: Moment | None = None
    """Where control put it instead of the pack's moment."""
    moved_reason: TextRef = TextRef("")


@dataclass(frozen=True, slots=True)
class Dispatch:
    id: str
    seat: str
    team: str
    to: Audience
    audience: Audience
    subject: TextRef
    body: TextRef
    at: float
    turn: int
    reply_to: str


@dataclass(frozen=True, slots=True)
class Call:
    id: str
    seat: str
    text: TextRef
    at: float
    answer: TextRef = TextRef("")


@dataclass(frozen=True, slots=True)
class Wording:
    """What one version of a text says."""

    terms: Mapping[str, Value]
    prose: TextRef


@dataclass(frozen=True, slots=True)
class Agreement:
    id: str
    template: str
    parties: tuple[str, ...]
    terms: Mapping[str, Value]
    prose: TextRef
    text_hash: str
    version: int
    author: str
    """Actor whose side wrote this version."""
    audience: Audience
    turn: int
    at: float
    signed: Mapping[str, str] = field(default_factory=dict)
    """By actor: the hash signed."""
    status: Literal["proposed", "in_force", "ended", "rejected"] = "proposed"
    ended_by: str = ""
    reason: TextRef = TextRef("")
    before: Wording | None = None
    """The version before this one."""


@dataclass(frozen=True, slots=True)
class Observation:
    id: str
    seat: str
    objective: str
    team: str
    text: TextRef
    at: float
    turn: int


@dataclass(frozen=True, slots=True)
class Rewind:
    """Control went back to an earlier point, and why."""

    attempt: int
    at: float
    """When it did."""
    turn: int
    """Of the point, as `phase`."""
    phase: Phase
    start: bool
    """The point is the phase's very beginning."""
    reason: TextRef
    shared: bool
    """Everybody may read the reason."""


@dataclass(frozen=True, slots=True)
class World:
    scenario: Scenario
    setup: Setup
    status: Literal["lobby", "running", "ended"] = "lobby"
    commitment: str = ""
    seed: str = ""
    """Hex, once revealed."""
    nonce: str = ""
    attempt: int = 0
    rewinds: Mapping[int, Rewind] = field(default_factory=dict)
    """By attempt: those that count."""
    last_at: float = 0.0
    timer: Timer = Timer()
    state: Mapping[str, Value] = field(default_factory=dict)
    """Every variable's true value, by path."""
    estimates: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """By team, then path."""
    history: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    """By turn (0 is the start): every variable at its end."""
    believed: Mapping[int, Mapping[str, Mapping[str, float]]] = field(default_factory=dict)
    """By turn, team, path: what was estimated of that turn's end (0 is the start)."""
    orders: Mapping[str, Order] = field(default_factory=dict)
    rulings: Mapping[str, Ticket] = field(default_factory=dict)
    """Issued and proposed; `proposed` names the latter."""
    proposed: frozenset[str] = frozenset()
    later: Mapping[str, Later] = field(default_factory=dict)
    injects: Mapping[str, InjectState] = field(default_factory=dict)
    red_lines: Mapping[str, RedLineStatus] = field(default_factory=dict)
    dispatches: Mapping[str, Dispatch] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    observations: Mapping[str, Observation] = field(default_factory=dict)
    hot_wash: Mapping[str, Mapping[str, TextRef]] = field(default_factory=dict)
    """By question, then seat."""
    texts: Mapping[TextRef, Audience] = field(default_factory=dict)
    """Who may read each text, by its reference."""
    adjudicated: bool = False
    """The present turn's adjudication is done."""
    unplayed: int = 0
    """Months that earlier turns left unplayed; the last turn plays them too."""
    seats: Mapping[str, str] = field(default_factory=dict)
    """Seats that changed hands: what happened last."""

    @property
    def teams(self) -> tuple[Team, ...]:
        return self._team_set.teams

    @property
    def _team_set(self) -> TeamSet:
        return self.scenario.team_sets[self.setup.team_set]

    @property
    def clock(self) -> Clock:
        """The clock chosen at set-up, with the lengths changed there."""
        chosen = self.scenario.clocks[self.setup.clock]
        return replace(chosen, seconds={**chosen.seconds, **self.setup.seconds}) if self.setup.seconds else chosen

    @property
    def months(self) -> int:
        """How many months the present turn has; 0 before the first and after the last."""
        turns, turn = self.clock.turns, self.timer.turn
        if not 1 <= turn <= len(turns):
            return 0
        return turns[turn - 1].months + (self.unplayed if turn == len(turns) else 0)

    @property
    def month_begun(self) -> int:
        """How many months had been played when the present turn began."""
        return sum(turn.months for turn in self.clock.turns[: max(0, self.timer.turn - 1)]) - self.unplayed

    def seat(self, seat_id: str) -> Seat | None:
        """The seat with this id, if the team set has it."""
        return self._team_set.seat.get(seat_id)

    def team(self, team_id: str) -> Team | None:
        """The team with this id, if the team set has it."""
        return self._team_set.team.get(team_id)

    def team_of(self, actor: str) -> str:
        """Id of the team that plays this actor; "" if control plays it."""
        return self._team_set.team_of.get(actor, "")
