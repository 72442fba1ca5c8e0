"""What happened, in the past tense: the log's vocabulary.

Events carry results, never questions: `evolve` assigns and adds. Numbers are rounded to six decimals. No names of
people, no free text (only `TextRef`), and each event says who may see it. A class is never renamed and a field never
removed: old logs must load (`EVENTS` maps the stored kind to the class).
"""

from collections.abc import Mapping
from typing import Literal

from wargame.engine.commands import Change, SeatChange, Setup, TextRef
from wargame.engine.formula import Value
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import Audience, Phase
from wargame.engine.tickets import Later, Ticket

RedLineStatus = Literal["open", "near", "crossed"]
FiredBy = Literal["clock", "condition", "control", "not_done", "effect", "treatment"]


# The course of the exercise


@dataclass(frozen=True, slots=True)
class ExerciseStarted:
    audience: Audience
    setup: Setup
    pack_hash: str
    rules_hash: str
    commitment: str


@dataclass(frozen=True, slots=True)
class CardDealt:
    audience: Audience
    deck: str
    path: str
    value: Value


@dataclass(frozen=True, slots=True)
class EstimatesDrawn:
    """What a team believes of values that it may not see, once a turn."""

    audience: Audience
    team: str
    turn: int
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PhaseOpened:
    audience: Audience
    turn: int
    phase: Phase
    ends_at: float | None
    """Seconds since StartEx; none if the phase has no planned end."""


@dataclass(frozen=True, slots=True)
class Paused:
    audience: Audience
    remaining: float | None


@dataclass(frozen=True, slots=True)
class Resumed:
    audience: Audience
    ends_at: float | None


@dataclass(frozen=True, slots=True)
class Extended:
    audience: Audience
    seconds: float
    team: str
    """Empty: everybody."""


@dataclass(frozen=True, slots=True)
class ExerciseEnded:
    audience: Audience
    reason: TextRef
    seed: str
    nonce: str


@dataclass(frozen=True, slots=True)
class Rewound:
    audience: Audience
    to: int
    reason: TextRef
    attempt: int
    """Rises with every rewind, also with those that a later one voids: no draw falls twice."""
    shared: bool = True
    """Everybody may read the reason; else control alone."""


@dataclass(frozen=True, slots=True)
class VariableAdjusted:
    audience: Audience
    path: str
    before: Value
    after: Value
    reason: TextRef


@dataclass(frozen=True, slots=True)
class SeatChanged:
    audience: Audience
    seat: str
    what: SeatChange


# Orders and rulings


@dataclass(frozen=True, slots=True)
class OrderSubmitted:
    audience: Audience
    order: str
    kind: str
    actor: str
    seat: str
    turn: int
    form: Mapping[str, Value]
    cost: Mapping[str, float]
    """By path of the store: `pc.UK`; reserved now, paid when ruled."""
    rationale: TextRef
    expected: TextRef
    action: TextRef


@dataclass(frozen=True, slots=True)
class OrderWithdrawn:
    audience: Audience
    order: str


@dataclass(frozen=True, slots=True)
class OrderReturned:
    audience: Audience
    order: str
    reason: TextRef


@dataclass(frozen=True, slots=True)
class RulingProposed:
    audience: Audience
    """Always control."""
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class RulingIssued:
    audience: Audience
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class MonthOpened:
    """Adjudication has moved to the next scenario month."""

    audience: Audience
    month: int


@dataclass(frozen=True, slots=True)
class TurnAdjudicated:
    """All rulings of the turn are issued; the turn's values go into the history."""

    audience: Audience
    turn: int
    unplayed: int = 0
    """Months that the turn left unplayed because a ruling ended it."""


@dataclass(frozen=True, slots=True)
class RedLineMoved:
    audience: Audience
    red_line: str
    status: RedLineStatus


# Injects


@dataclass(frozen=True, slots=True)
class InjectFired:
    audience: Audience
    inject: str
    by: FiredBy
    headline: TextRef
    """Edited text; the pack's if none."""
    body: TextRef
    answer_by: float | None
    said_headline: str = ""
    said_body: str = ""
    """The pack's template with its values as they were."""
    changes: tuple[Change, ...] = ()
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class InjectHeld:
    audience: Audience
    inject: str


@dataclass(frozen=True, slots=True)
class InjectSkipped:
    audience: Audience
    inject: str
    reason: TextRef


@dataclass(frozen=True, slots=True)
class InjectRearmed:
    audience: Audience
    inject: str


@dataclass(frozen=True, slots=True)
class InjectMoved:
    audience: Audience
    inject: str
    turn: int
    phase: Phase
    offset: float
    """Seconds after the phase opens."""
    reason: TextRef


@dataclass(frozen=True, slots=True)
class InjectImprovised:
    audience: Audience
    inject: str
    channel: str
    headline: TextRef
    body: TextRef
    answer: bool


@dataclass(frozen=True, slots=True)
class InjectAnswered:
    audience: Audience
    inject: str
    seat: str
    choice: str
    text: TextRef
    changes: tuple[Change, ...] = ()
    later: tuple[Later, ...] = ()


# Talk


@dataclass(frozen=True, slots=True)
class DispatchSent:
    audience: Audience
    dispatch: str
    seat: str
    team: str
    to: Audience
    subject: TextRef
    body: TextRef
    reply_to: str


@dataclass(frozen=True, slots=True)
class ControlCalled:
    audience: Audience
    call: str
    seat: str
    text: TextRef


@dataclass(frozen=True, slots=True)
class CallAnswered:
    audience: Audience
    call: str
    text: TextRef


# Agreements


@dataclass(frozen=True, slots=True)
class AgreementProposed:
    audience: Audience
    agreement: str
    template: str
    parties: tuple[str, ...]
    seat: str
    actor: str
    terms: Mapping[str, Value]
    prose: TextRef
    text_hash: str


@dataclass(frozen=True, slots=True)
class AgreementRevised:
    audience: Audience
    agreement: str
    seat: str
    actor: str
    terms: Mapping[str, Value]
    prose: TextRef
    text_hash: str


@dataclass(frozen=True, slots=True)
class AgreementSigned:
    audience: Audience
    agreement: str
    actor: str
    seat: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class AgreementInForce:
    audience: Audience
    agreement: str
    changes: tuple[Change, ...] = ()
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementEnded:
    audience: Audience
    agreement: str
    actor: str
    """Empty: ended by a rule or control."""
    reason: TextRef
    changes: tuple[Change, ...] = ()
    later: tuple[Later, ...] = ()


# Learning


@dataclass(frozen=True, slots=True)
class ObservationRecorded:
    audience: Audience
    observation: str
    seat: str
    objective: str
    team: str
    text: TextRef


@dataclass(frozen=True, slots=True)
class HotWashAnswered:
    audience: Audience
    question: str
    seat: str
    text: TextRef


Event = (
    ExerciseStarted
    | CardDealt
    | EstimatesDrawn
    | PhaseOpened
    | Paused
    | Resumed
    | Extended
    | ExerciseEnded
    | Rewound
    | VariableAdjusted
    | SeatChanged
    | OrderSubmitted
    | OrderWithdrawn
    | OrderReturned
    | RulingProposed
    | RulingIssued
    | MonthOpened
    | TurnAdjudicated
    | RedLineMoved
    | InjectFired
    | InjectHeld
    | InjectSkipped
    | InjectRearmed
    | InjectMoved
    | InjectImprovised
    | InjectAnswered
    | DispatchSent
    | ControlCalled
    | CallAnswered
    | AgreementProposed
    | AgreementRevised
    | AgreementSigned
    | AgreementInForce
    | AgreementEnded
    | ObservationRecorded
    | HotWashAnswered
)

EVENTS: Mapping[str, type[Event]] = {cls.__name__: cls for cls in Event.__args__}


@dataclass(frozen=True, slots=True)
class Logged:
    """An event where it stands in the log."""

    seq: int
    at: float
    """Seconds since StartEx."""
    event: Event
