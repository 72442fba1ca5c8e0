"""Commands that a player may send."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.live.frames.common import Form, Frame, Key, Line, Text, Whole


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
PlayerCommand = Annotated[ByPlayer, Field(discriminator="type")]
