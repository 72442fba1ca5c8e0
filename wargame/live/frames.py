"""Every frame that crosses a socket, as types. `contract` prints them for TypeScript.

Commands mirror `engine.commands`, with plain text where those have a `TextRef`. Who asks is never in a frame: it comes
from the socket's cookie. Every client frame with a `request_id` is answered by `ack` or `refused` with the same id.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from wargame.engine.scenario import Channel, Phase
from wargame.exercises.wall import Show
from wargame.live.view_shape import Parts, Value

RequestId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""Made in the browser, kept until answered; a repeat gets the first answer."""
Key = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Number = Annotated[float, Field(ge=-1e9, le=1e9)]
Whole = Annotated[int, Field(ge=-(10**9), le=10**9)]
Form = Annotated[dict[Key, bool | Whole | Number | Line], Field(max_length=40)]


class Frame(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True, allow_inf_nan=False)


# Commands a player may send


class SubmitOrder(Frame):
    type: Literal["submit_order"] = "submit_order"
    kind: Key
    actor: Key
    form: Form = {}
    rationale: Text = ""
    expected: Text = ""
    action: Text = ""
    turn: Whole
    draft: Key | None = None
    """The draft that this was; deleted with the submission."""


class WithdrawOrder(Frame):
    type: Literal["withdraw_order"] = "withdraw_order"
    order: Key


class SendDispatch(Frame):
    type: Literal["send_dispatch"] = "send_dispatch"
    to: Annotated[list[Key], Field(min_length=1, max_length=40)]
    subject: Line
    body: Text
    reply_to: str = ""


class AnswerInject(Frame):
    type: Literal["answer_inject"] = "answer_inject"
    inject: Key
    choice: str = ""
    text: Text = ""


class CallControl(Frame):
    type: Literal["call_control"] = "call_control"
    text: Text


class ProposeAgreement(Frame):
    type: Literal["propose_agreement"] = "propose_agreement"
    template: Key
    parties: Annotated[list[Key], Field(min_length=1, max_length=20)]
    terms: Form
    prose: Text = ""


class ReviseAgreement(Frame):
    type: Literal["revise_agreement"] = "revise_agreement"
    agreement: Key
    terms: Form
    prose: Text = ""


class SignAgreement(Frame):
    type: Literal["sign_agreement"] = "sign_agreement"
    agreement: Key
    actor: Key
    text_hash: Key


class EndAgreement(Frame):
    type: Literal["end_agreement"] = "end_agreement"
    agreement: Key
    actor: Key
    reason: Text = ""


class AnswerHotWash(Frame):
    type: Literal["answer_hot_wash"] = "answer_hot_wash"
    question: Key
    text: Text


# Commands control may send


class ClosePhase(Frame):
    type: Literal["close_phase"] = "close_phase"
    turn: Whole
    phase: Phase


class Pause(Frame):
    type: Literal["pause"] = "pause"


class Resume(Frame):
    type: Literal["resume"] = "resume"


class Extend(Frame):
    type: Literal["extend"] = "extend"
    turn: Whole
    phase: Phase
    seconds: Annotated[float, Field(gt=0, le=7200)]
    team: str = ""


class EndExercise(Frame):
    type: Literal["end_exercise"] = "end_exercise"
    reason: Text = ""


class Rewind(Frame):
    type: Literal["rewind"] = "rewind"
    to: Whole
    reason: Text
    share: bool = False
    """Let everybody read the reason."""


class AdjustVariable(Frame):
    type: Literal["adjust_variable"] = "adjust_variable"
    path: Key
    value: bool | Whole | Number | Line
    reason: Text


class AcceptRuling(Frame):
    type: Literal["accept_ruling"] = "accept_ruling"
    ruling: Key


class AmendRuling(Frame):
    type: Literal["amend_ruling"] = "amend_ruling"
    ruling: Key
    changes: Form
    reason: Text


class OverrideRuling(Frame):
    type: Literal["override_ruling"] = "override_ruling"
    ruling: Key
    outcome: Key
    reason: Text


class RuleFreeOrder(Frame):
    type: Literal["rule_free_order"] = "rule_free_order"
    order: Key
    reason: Text
    success: Form = {}
    failure: Form = {}
    odds: Annotated[float, Field(ge=0, le=1)] | None = None
    outcome: Literal["success", "failure", ""] = ""
    audience: list[Key] = []


class ReturnOrder(Frame):
    type: Literal["return_order"] = "return_order"
    order: Key
    reason: Text


class FireInject(Frame):
    type: Literal["fire_inject"] = "fire_inject"
    inject: Key
    headline: Line = ""
    body: Text = ""
    to: list[Key] = []


class HoldInject(Frame):
    type: Literal["hold_inject"] = "hold_inject"
    inject: Key


class SkipInject(Frame):
    type: Literal["skip_inject"] = "skip_inject"
    inject: Key
    reason: Text = ""


class RearmInject(Frame):
    type: Literal["rearm_inject"] = "rearm_inject"
    inject: Key


class MoveInject(Frame):
    type: Literal["move_inject"] = "move_inject"
    inject: Key
    turn: Whole
    phase: Phase
    offset: Annotated[float, Field(ge=0, le=86400)]
    reason: Text = ""


class ImproviseInject(Frame):
    type: Literal["improvise_inject"] = "improvise_inject"
    to: Annotated[list[Key], Field(min_length=1, max_length=40)]
    channel: Channel
    headline: Line
    body: Text
    answer: bool = False


class AnswerCall(Frame):
    type: Literal["answer_call"] = "answer_call"
    call: Key
    text: Text


class RecordObservation(Frame):
    """Observers send it too, without an objective: those are control's to know."""

    type: Literal["record_observation"] = "record_observation"
    objective: str = ""
    text: Text
    team: str = ""


ByPlayer = (
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
ByControl = (
    ClosePhase
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
)
ByObserver = RecordObservation
PlayerCommand = Annotated[ByPlayer, Field(discriminator="type")]
ControlCommand = Annotated[ByControl, Field(discriminator="type")]
AnyCommand = Annotated[ByPlayer | ByControl, Field(discriminator="type")]


# Client frames


class Hello(Frame):
    """First frame on a socket: the cursor of the last view or change, if the page still has one."""

    type: Literal["hello"] = "hello"
    cursor: str = ""
    packed: bool = False
    """The page unpacks raw deflate: views then come as bytes, a fifth of the size or less."""


class Send(Frame):
    type: Literal["send"] = "send"
    request_id: RequestId
    command: AnyCommand


class OpenDraft(Frame):
    """Begin a draft that the whole team sees."""

    type: Literal["open_draft"] = "open_draft"
    request_id: RequestId
    kind: Key
    actor: Key


class EditDraft(Frame):
    """Set one field; refused as `draft_changed` if another seat changed it since `revision`."""

    type: Literal["edit_draft"] = "edit_draft"
    request_id: RequestId
    draft: Key
    field: Key
    """`form.<id>`, `rationale`, `expected`, `action` or `ready` (value true or false)."""
    value: bool | Whole | Number | Text
    revision: Whole


class DropDraft(Frame):
    type: Literal["drop_draft"] = "drop_draft"
    request_id: RequestId
    draft: Key


class ReadTexts(Frame):
    type: Literal["read_texts"] = "read_texts"
    request_id: RequestId
    refs: Annotated[list[Key], Field(min_length=1, max_length=100)]


class ReadLog(Frame):
    """Control: a page of the log, newest first, before `before` (0: from the end)."""

    type: Literal["read_log"] = "read_log"
    request_id: RequestId
    before: Whole = 0


class SeeAs(Frame):
    """Control: the view of a seat, read-only, as a whole."""

    type: Literal["see_as"] = "see_as"
    request_id: RequestId
    seat: Key


class ShowOnWall(Frame):
    """Control: what every wall of the exercise shows from now on."""

    type: Literal["show_on_wall"] = "show_on_wall"
    request_id: RequestId
    show: Show
    of: Annotated[str, StringConstraints(max_length=80)] = ""
    """Which indicator, ruling or question."""
    line: Line = ""
    """For `stand_by`."""


class Ping(Frame):
    """Keeps the line open and measures the clock's skew."""

    type: Literal["ping"] = "ping"
    sent: float


class Attend(Frame):
    """Where this seat is now, for its team's presence. Unanswered, unnumbered; the next one replaces it."""

    type: Literal["attend"] = "attend"
    away: bool = False
    """The page is hidden."""
    editing: Annotated[str, StringConstraints(max_length=161)] = ""
    """`draft/field` that has the focus; of control's people, the key of the queue's item in hand."""


ClientFrame = Annotated[
    Hello | Send | OpenDraft | EditDraft | DropDraft | ReadTexts | ReadLog | SeeAs | ShowOnWall | Ping | Attend,
    Field(discriminator="type"),
]


# Server frames


class View(Frame):
    """The whole view: after `hello`, and whenever patches would not do."""

    type: Literal["view"] = "view"
    here: str
    now: float
    """Server's seconds since StartEx."""
    parts: Parts


class Changed(Frame):
    """A JSON Merge Patch of the parts, from cursor `prev` to `here`."""

    type: Literal["changed"] = "changed"
    prev: str
    here: str
    now: float
    patch: dict[str, object]


class Ack(Frame):
    type: Literal["ack"] = "ack"
    request_id: str
    made: str = ""
    """Id of what the command made: order, draft, dispatch, agreement …"""
    revision: int = 0
    """New revision of an edited draft field."""


class Refused(Frame):
    type: Literal["refused"] = "refused"
    request_id: str
    """Empty when the frame was too broken to have one."""
    code: str
    text: str


class DraftField(Frame):
    value: Value
    revision: int
    seat: str
    """Who changed it last."""


class Draft(Frame):
    kind: str
    actor: str
    turn: int
    seat: str
    fields: dict[str, DraftField]
    ready: bool
    order: int


class Drafts(Frame):
    """The team's drafts, whole; sent after `view` and whenever one changes."""

    type: Literal["drafts"] = "drafts"
    drafts: dict[str, Draft]


class Present(Frame):
    state: Literal["here", "away", "dropped", "bot", "free"]
    editing: str = ""
    """`draft/field` that this seat is in (own team only)."""
    name: str = ""
    """Display name, for own team and control."""
    policy: str = ""
    """Of a bot: how it plays."""
    waits: bool = False
    """Somebody sits here whom control has not confirmed; told to control."""


class PresentStaff(Frame):
    """One of control's people, on however many pages."""

    name: str
    away: bool
    holds: str
    """Key of the queue's item in hand; "" for none, and while they are away."""


class Presence(Frame):
    """Own team's seats; for control all, and control's people. Unnumbered: the next one replaces it."""

    type: Literal["presence"] = "presence"
    seats: dict[str, Present]
    staff: dict[str, PresentStaff] = {}
    """By account; for control alone."""


class Texts(Frame):
    type: Literal["texts"] = "texts"
    request_id: str
    texts: dict[str, str]
    """Only those that this viewer may read and that are not erased."""


class LogLine(Frame):
    seq: int
    at: float
    turn: int
    kind: str
    sentence: str
    reason: str = ""
    """Reference of the text that says why, where the act has one that still counts."""
    why: str = ""
    """Of what a rewind took back: that text itself, since no view refers to it any more."""
    void: bool
    """A rewind took it back."""
    team: str
    by: str = ""
    """Who of control's people did it."""
    hash: str


class LogPage(Frame):
    type: Literal["log_page"] = "log_page"
    request_id: str
    lines: list[LogLine]
    head: int
    head_hash: str


class SeenAs(Frame):
    type: Literal["seen_as"] = "seen_as"
    request_id: str
    seat: str
    parts: Parts


class Job(Frame):
    """Progress of work in a worker that this viewer asked for or waits on."""

    type: Literal["job"] = "job"
    job: str
    kind: Literal["adjudication", "report"]
    state: Literal["waiting", "running", "done", "failed"]
    progress: float
    """0 to 1."""
    text: str
    link: str = ""


class Wall(Frame):
    """What the walls show, for walls and control. Unnumbered: the next one replaces it."""

    type: Literal["wall"] = "wall"
    show: Show
    of: str
    line: str
    code: str
    """The join code, while the lobby or the slide calls for it."""
    taken: int
    """Seats of teams that are not free, of `seats`."""
    seats: int


class Pong(Frame):
    type: Literal["pong"] = "pong"
    sent: float
    now: float


class Closing(Frame):
    """The last frame: this seat is taken elsewhere, was freed, or the page must be loaded anew."""

    type: Literal["closing"] = "closing"
    why: Literal["taken_elsewhere", "freed", "reload", "full"]


ServerFrame = Annotated[
    View | Changed | Ack | Refused | Drafts | Presence | Texts | LogPage | SeenAs | Job | Wall | Pong | Closing,
    Field(discriminator="type"),
]
