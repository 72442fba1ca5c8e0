"""Commands that control may send."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.engine.scenario import Channel, Phase
from wargame.live.frames.common import Form, Frame, Key, Line, Number, Text, Whole


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
ControlCommand = Annotated[ByControl, Field(discriminator="type")]
