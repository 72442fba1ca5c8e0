"""Words between people: dispatches among teams and control, and calls to control."""

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.decisions.case import Case, must_say
from wargame.engine.events import Event
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Audience
from wargame.engine.sight import may_see
from wargame.engine.world import World


def send_dispatch(case: Case, command: c.SendDispatch) -> tuple[Event, ...]:
    must_say(command.body, "your dispatch")
    to = _addressees(case.world, command.to)
    _check_reply(case, command.reply_to)
    if command.dispatch in case.world.dispatches:
        raise Refused(Code.TWICE, "This dispatch was sent already; look at your dispatches.")
    sent = e.DispatchSent(
        audience=tuple(dict.fromkeys((case.side, *to))),
        dispatch=command.dispatch,
        seat=case.seat,
        team=case.team or CONTROL_SEAT,
        to=to,
        subject=command.subject,
        body=command.body,
        reply_to=command.reply_to,
    )
    return (sent,)


def _addressees(world: World, to: Audience) -> Audience:
    known = {CONTROL_SEAT, *(f"team:{team.id}" for team in world.teams)}
    if not to or not known.issuperset(to):
        raise Refused(Code.UNKNOWN_TEAM, "Choose one or more teams of this exercise, or control.")
    return tuple(dict.fromkeys(to))


def _check_reply(case: Case, reply_to: str) -> None:
    if not reply_to:
        return
    first = case.world.dispatches.get(reply_to)
    if first is None or not may_see(case.world, case.viewer, first.audience):
        raise Refused(Code.UNKNOWN_DISPATCH, "There is no such dispatch to reply to; write a new one.")


def call_control(case: Case, command: c.CallControl) -> tuple[Event, ...]:
    must_say(command.text, "what you need")
    if command.call in case.world.calls:
        raise Refused(Code.TWICE, "This call was made already; control has it.")
    return (e.ControlCalled((CONTROL_SEAT, f"seat:{case.seat}"), command.call, case.seat, command.text),)


def answer_call(case: Case, command: c.AnswerCall) -> tuple[Event, ...]:
    must_say(command.text, "your answer")
    call = case.world.calls.get(command.call)
    if call is None:
        raise Refused(Code.UNKNOWN_CALL, "There is no such call; choose one from the queue.")
    if call.answer:
        raise Refused(Code.ALREADY_DECIDED, "This call is answered already; send a dispatch to say more.")
    return (e.CallAnswered((CONTROL_SEAT, f"seat:{call.seat}"), call.id, command.text),)
