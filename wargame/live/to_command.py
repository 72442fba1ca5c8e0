"""From a command frame to the engine's command: texts become references, new objects get their ids."""

from dataclasses import dataclass
from hashlib import blake2b

from wargame.engine import commands as c
from wargame.engine.formula import Value
from wargame.exercises.texts import Texts
from wargame.live.cursors import secret_key
from wargame.live.frames import client, control, player


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose request it is, and the texts that it brings along."""

    exercise: str
    seat: str
    request_id: str
    texts: Texts

    @property
    def new_id(self) -> str:
        """16 hex digits that nobody can guess. A repeat of the request makes the same, and so the same object."""
        asked = f"{self.exercise} {self.seat} {self.request_id}"
        return blake2b(asked.encode(), key=secret_key("made"), digest_size=8).hexdigest()


def to_command(frame: client.AnyCommand, asking: Asking) -> c.Command:
    """The command that this frame asks for; its texts are added to `asking.texts`."""
    return player_command(frame, asking) if isinstance(frame, player.ByPlayer) else control_command(frame, asking)


def player_command(frame: player.PlayerCommand, asking: Asking) -> c.PlayerCommand:
    """What a player asks."""
    text, new_id = asking.texts.add, asking.new_id
    match frame:
        case player.SubmitOrder():
            return c.SubmitOrder(
                order=frame.draft
                or new_id,  # a draft becomes one order, whoever submits it, in the place where it stood
                kind=frame.kind,
                actor=frame.actor,
                form=frame.form,
                rationale=text(frame.rationale),
                expected=text(frame.expected),
                action=text(frame.action),
                turn=frame.turn,
            )
        case player.WithdrawOrder(order=order):
            return c.WithdrawOrder(order)
        case player.SendDispatch(to=to, subject=subject, body=body, reply_to=reply_to):
            return c.SendDispatch(new_id, tuple(to), text(subject), text(body), reply_to)
        case player.AnswerInject(inject=inject, choice=choice, text=said):
            return c.AnswerInject(inject, choice, text(said))
        case player.CallControl(text=said):
            return c.CallControl(new_id, text(said))
        case player.ProposeAgreement(template=template, parties=parties, terms=terms, prose=prose):
            return c.ProposeAgreement(new_id, template, tuple(parties), terms, text(prose))
        case player.ReviseAgreement(agreement=agreement, terms=terms, prose=prose):
            return c.ReviseAgreement(agreement, terms, text(prose))
        case player.SignAgreement(agreement=agreement, actor=actor, text_hash=text_hash):
            return c.SignAgreement(agreement, actor, text_hash)
        case player.EndAgreement(agreement=agreement, actor=actor, reason=reason):
            return c.EndAgreement(agreement, actor, text(reason))
        case player.AnswerHotWash(question=question, text=said):
            return c.AnswerHotWash(question, text(said))


def control_command(frame: control.ControlCommand, asking: Asking) -> c.ControlCommand:
    """What control asks."""
    text, new_id = asking.texts.add, asking.new_id
    match frame:
        case control.ClosePhase(turn=turn, phase=phase):
            return c.ClosePhase(turn, phase)
        case control.Pause():
            return c.Pause()
        case control.Resume():
            return c.Resume()
        case control.Extend(turn=turn, phase=phase, seconds=seconds, team=team):
            return c.Extend(turn, phase, seconds, team)
        case control.EndExercise(reason=reason):
            return c.EndExercise(text(reason), seed="", nonce="")
        case control.Rewind(to=to, reason=reason, share=share):
            return c.Rewind(to, text(reason), share)
        case control.AdjustVariable(path=path, value=value, reason=reason):
            return c.AdjustVariable(path, value, text(reason))
        case control.AcceptRuling(ruling=ruling):
            return c.AcceptRuling(ruling)
        case control.AmendRuling(ruling=ruling, changes=changes, reason=reason):
            return c.AmendRuling(ruling, pairs(changes), text(reason))
        case control.OverrideRuling(ruling=ruling, outcome=outcome, reason=reason):
            return c.OverrideRuling(ruling, outcome, text(reason))
        case control.RuleFreeOrder():
            return c.RuleFreeOrder(
                order=frame.order,
                reason=text(frame.reason),
                success=pairs(frame.success),
                failure=pairs(frame.failure),
                odds=frame.odds,
                outcome=frame.outcome,
                audience=tuple(frame.audience),
            )
        case control.ReturnOrder(order=order, reason=reason):
            return c.ReturnOrder(order, text(reason))
        case control.FireInject(inject=inject, headline=headline, body=body, to=to):
            return c.FireInject(inject, text(headline), text(body), tuple(to))
        case control.HoldInject(inject=inject):
            return c.HoldInject(inject)
        case control.SkipInject(inject=inject, reason=reason):
            return c.SkipInject(inject, text(reason))
        case control.RearmInject(inject=inject):
            return c.RearmInject(inject)
        case control.MoveInject(inject=inject, turn=turn, phase=phase, offset=offset, reason=reason):
            return c.MoveInject(inject, turn, phase, offset, text(reason))
        case control.ImproviseInject(to=to, channel=channel, headline=headline, body=body, answer=answer):
            return c.ImproviseInject(new_id, tuple(to), channel, text(headline), text(body), answer)
        case control.AnswerCall(call=call, text=said):
            return c.AnswerCall(call, text(said))
        case control.RecordObservation(objective=objective, text=said, team=team):
            return c.RecordObservation(new_id, objective, text(said), team)


def pairs(form: dict[str, Value]) -> tuple[tuple[str, Value], ...]:
    """A form as the engine's changes."""
    return tuple(form.items())
