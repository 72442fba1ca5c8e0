"""What may be asked of an exercise, in the imperative.

Who asks is never part of a command: the door adds it from the socket or login as an `Ask`. Free text reaches the engine
only as a `TextRef`, the SHA-256 of salt and body; ids of new objects are made by the shell and passed in.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NewType

from wargame.engine.formula import Value
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import Audience, Mode, Phase

TextRef = NewType("TextRef", str)
"""SHA-256 (hex) of salt and body of a text kept outside the log; "" for none."""

NO_TEXT = TextRef("")

FREE = "free"
"""The kind of an order in its team's own words, which stands on no menu and which control rules on."""

CONTROL_SEAT = "control"
"""The asker for control's people; names and accounts stay outside the engine."""
SYSTEM_SEAT = "system"
"""The asker for what is due by the clock or the worker."""


SeatChange = Literal["taken", "freed", "bot"]
"""What became of a seat: a person sits there, nobody does, a bot does."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of the state before and after."""

    path: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Setup:
    """The choices made before StartEx."""

    clock: str
    start_card: str
    rule_card: str
    team_set: str
    mode: Mode
    auto_advance: bool = True
    """Phases close by the clock; if not, the timer runs out and control closes."""
    show_readiness: bool = False
    """Players and the wall may see how many teams have submitted."""
    practice: bool = False
    """A chosen seed or bots everywhere: marked on every artefact."""
    seconds: Mapping[Phase, float] = field(default_factory=dict)
    """Planned length of phases where it differs from the clock's."""
    treatments: Mapping[str, str] = field(default_factory=dict)
    """By treatment its arm; one that is not named is as usual."""


# Control: the course of the exercise


@dataclass(frozen=True, slots=True)
class StartExercise:
    setup: Setup
    pack_hash: str
    rules_hash: str
    commitment: str
    """SHA-256 of seed, nonce, pack hash and rules hash; see `dice.commit`."""


@dataclass(frozen=True, slots=True)
class ClosePhase:
    """Close the phase now; asked by control or by the clock. Closing planning closes the turn's orders."""

    turn: int
    phase: Phase
    ready: tuple["SubmitOrder", ...] = ()
    """Drafts marked ready, read under the lock; submitted first where legal."""


@dataclass(frozen=True, slots=True)
class Pause:
    pass


@dataclass(frozen=True, slots=True)
class Resume:
    pass


@dataclass(frozen=True, slots=True)
class Extend:
    turn: int
    phase: Phase
    seconds: float
    team: str = ""
    """One team only; everybody if empty."""


@dataclass(frozen=True, slots=True)
class EndExercise:
    reason: TextRef
    seed: str
    """Hex; revealed."""
    nonce: str


@dataclass(frozen=True, slots=True)
class Rewind:
    """Void everything after `to` (a log number control has seen) and play on from there, with a new attempt's dice."""

    to: int
    reason: TextRef
    share: bool = False
    """Let everybody read the reason. That there was a rewind everybody hears."""


@dataclass(frozen=True, slots=True)
class AdjustVariable:
    path: str
    value: Value
    reason: TextRef


# Control: rulings


@dataclass(frozen=True, slots=True)
class AcceptRuling:
    ruling: str


@dataclass(frozen=True, slots=True)
class AmendRuling:
    """Keep the outcome, change what follows. Also corrects an issued ruling."""

    ruling: str
    changes: tuple[tuple[str, Value], ...]
    """(path, new value)"""
    reason: TextRef


@dataclass(frozen=True, slots=True)
class OverrideRuling:
    """Another outcome than the proposed one."""

    ruling: str
    outcome: str
    reason: TextRef


@dataclass(frozen=True, slots=True)
class RuleFreeOrder:
    """Decide a free-form order: either odds (the engine draws) or an outcome, with what follows."""

    order: str
    reason: TextRef
    success: tuple[tuple[str, Value], ...] = ()
    """What changes if it succeeds: (path, new value)."""
    failure: tuple[tuple[str, Value], ...] = ()
    odds: float | None = None
    outcome: Literal["success", "failure", ""] = ""
    audience: Audience = ()
    """Who sees the ruling beside the ordering team."""


@dataclass(frozen=True, slots=True)
class ReturnOrder:
    order: str
    reason: TextRef


# Control: injects and calls


@dataclass(frozen=True, slots=True)
class FireInject:
    inject: str
    headline: TextRef = NO_TEXT
    body: TextRef = NO_TEXT
    """Edited before release; the pack's text if none."""
    to: Audience = ()


@dataclass(frozen=True, slots=True)
class HoldInject:
    inject: str


@dataclass(frozen=True, slots=True)
class SkipInject:
    inject: str
    reason: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class RearmInject:
    inject: str


@dataclass(frozen=True, slots=True)
class MoveInject:
    """Let the clock bring a scheduled inject at another moment, not yet past."""

    inject: str
    turn: int
    phase: Phase
    offset: float
    """Seconds after the phase opens, pauses out."""
    reason: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class ImproviseInject:
    inject: str
    """New id."""
    to: Audience
    channel: str
    headline: TextRef
    body: TextRef
    answer: bool = False


@dataclass(frozen=True, slots=True)
class AnswerCall:
    call: str
    text: TextRef


# Players


@dataclass(frozen=True, slots=True)
class SubmitOrder:
    order: str
    """New id."""
    kind: str
    """Menu order id, or `FREE`."""
    actor: str
    form: Mapping[str, Value] = field(default_factory=dict)
    rationale: TextRef = NO_TEXT
    expected: TextRef = NO_TEXT
    """What the team expects to happen."""
    action: TextRef = NO_TEXT
    """Free-form: what is done. (`expected` is the intended effect, `rationale` the reasons.)"""
    turn: int = 0
    """The turn that the player saw; 0 if unknown."""


@dataclass(frozen=True, slots=True)
class WithdrawOrder:
    order: str


@dataclass(frozen=True, slots=True)
class SendDispatch:
    dispatch: str
    to: Audience
    """Teams and control: ("team:x", "control")."""
    subject: TextRef
    body: TextRef
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class AnswerInject:
    inject: str
    choice: str = ""
    text: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class CallControl:
    call: str
    text: TextRef


@dataclass(frozen=True, slots=True)
class ProposeAgreement:
    agreement: str
    """New id."""
    template: str
    parties: tuple[str, ...]
    """Actors, one for each party of the template."""
    terms: Mapping[str, Value]
    prose: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class ReviseAgreement:
    """A new version of the text; signatures under the old one fall."""

    agreement: str
    terms: Mapping[str, Value]
    prose: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class SignAgreement:
    agreement: str
    actor: str
    text_hash: str
    """Of the version the signer saw."""


@dataclass(frozen=True, slots=True)
class EndAgreement:
    """Leave an agreement in force, or reject one that lies on the table."""

    agreement: str
    actor: str
    reason: TextRef = NO_TEXT


@dataclass(frozen=True, slots=True)
class RecordObservation:
    """An observer's or control's note."""

    observation: str
    objective: str
    """The objective that it speaks of, "" for none. Control's alone: the others do not know the objectives."""
    text: TextRef
    team: str = ""


@dataclass(frozen=True, slots=True)
class AnswerHotWash:
    question: str
    text: TextRef


# System


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """Take the turn's adjudication one step further: the orders, then month by month. Asked by a worker."""

    turn: int
    attempt: int


@dataclass(frozen=True, slots=True)
class FireDue:
    """Fire the injects that are due by the clock."""

    injects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeSeat:
    """Control moved a person or a bot to or from this seat; on record without a name, and once."""

    seat: str
    what: SeatChange


ControlCommand = (
    StartExercise
    | ClosePhase
    | Pause
    | Resume
    | Extend
    | EndExercise
    | Rewind
    | AdjustVariable
    | AcceptRuling
    | AmendRuling
    | OverrideRuling
    | RuleFreeOrder
    | ReturnOrder
    | FireInject
    | HoldInject
    | SkipInject
    | RearmInject
    | MoveInject
    | ImproviseInject
    | AnswerCall
    | RecordObservation
    | ChangeSeat
)
PlayerCommand = (
    SubmitOrder
    | WithdrawOrder
    | SendDispatch
    | AnswerInject
    | CallControl
    | ProposeAgreement
    | ReviseAgreement
    | SignAgreement
    | EndAgreement
    | AnswerHotWash
)
SystemCommand = ClosePhase | Adjudicate | FireDue | ChangeSeat
Command = ControlCommand | PlayerCommand | SystemCommand


@dataclass(frozen=True, slots=True)
class Ask:
    """A command, who asks it and when."""

    command: Command
    seat: str
    """A seat id of the scenario, an observer's, `control` or `system`."""
    at: float
    """Seconds since StartEx (wall clock, pauses in), never less than the last event's."""
