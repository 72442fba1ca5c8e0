"""What follows from a command: `decide(world, ask, dice)`. Pure: the same question has the same answer."""

from wargame.engine import commands as c
from wargame.engine.authority import check
from wargame.engine.commands import Ask
from wargame.engine.decisions import agreements, course, injects, learning, orders, rulings, talk
from wargame.engine.decisions.case import Case
from wargame.engine.dice import Dice
from wargame.engine.events import Event
from wargame.engine.world import World


def decide(world: World, ask: Ask, dice: Dice) -> tuple[Event, ...]:
    """The events that follow; none if all is so already. Raises `Refused`; then nothing has changed."""
    check(world, ask)
    return _decide(Case(world, ask.seat, max(ask.at, world.last_at), dice), ask.command)


def _decide(case: Case, command: c.Command) -> tuple[Event, ...]:
    match command:
        case c.StartExercise():
            return course.start_exercise(case, command)
        case c.ClosePhase():
            return course.close_phase(case, command)
        case c.Pause():
            return course.pause(case, command)
        case c.Resume():
            return course.resume(case, command)
        case c.Extend():
            return course.extend(case, command)
        case c.EndExercise():
            return course.end_exercise(case, command)
        case c.Rewind():
            return course.rewind(case, command)
        case c.AdjustVariable():
            return course.adjust_variable(case, command)
        case c.ChangeSeat():
            return course.change_seat(case, command)
        case c.Adjudicate():
            return course.adjudicate_turn(case, command)

        case c.AcceptRuling():
            return rulings.accept(case, command)
        case c.AmendRuling():
            return rulings.amend(case, command)
        case c.OverrideRuling():
            return rulings.override(case, command)
        case c.RuleFreeOrder():
            return rulings.rule_free_order(case, command)
        case c.ReturnOrder():
            return orders.give_back(case, command)

        case c.FireInject():
            return injects.fire(case, command)
        case c.HoldInject():
            return injects.hold(case, command)
        case c.SkipInject():
            return injects.skip(case, command)
        case c.RearmInject():
            return injects.rearm(case, command)
        case c.MoveInject():
            return injects.move(case, command)
        case c.ImproviseInject():
            return injects.improvise(case, command)
        case c.AnswerInject():
            return injects.answer(case, command)
        case c.FireDue():
            return injects.fire_due(case, command)

        case c.SubmitOrder():
            return orders.submit(case, command)
        case c.WithdrawOrder():
            return orders.withdraw(case, command)
        case c.SendDispatch():
            return talk.send_dispatch(case, command)
        case c.CallControl():
            return talk.call_control(case, command)
        case c.AnswerCall():
            return talk.answer_call(case, command)

        case c.ProposeAgreement():
            return agreements.propose(case, command)
        case c.ReviseAgreement():
            return agreements.revise(case, command)
        case c.SignAgreement():
            return agreements.sign(case, command)
        case c.EndAgreement():
            return agreements.end(case, command)

        case c.RecordObservation():
            return learning.record_observation(case, command)
        case c.AnswerHotWash():
            return learning.answer_hot_wash(case, command)
