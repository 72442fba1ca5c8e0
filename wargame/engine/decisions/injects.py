"""News put into play: by the clock, by control, for what was not done; and what the teams answer."""

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.adjudication import effects
from wargame.engine.commands import SYSTEM_SEAT
from wargame.engine.decisions.case import Case, addressed, must_say
from wargame.engine.dice import Dice
from wargame.engine.events import Event
from wargame.engine.phases import (
    LONGEST,
    answer_over,
    due_injects,
    lasts,
    moment_of,
    past,
    played,
    scheduled,
    unanswered,
    windows,
)
from wargame.engine.progress import Progress
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import CHANNELS, CONTROL, Answer, Audience, Trigger
from wargame.engine.sight import Viewer, may_see
from wargame.engine.spoken import span
from wargame.engine.world import InjectState, Moment, World

# By the clock


def fire_due(case: Case, command: c.FireDue) -> tuple[Event, ...]:
    """Those of the injects asked for that are still due; and the answers that count where nobody gave one."""
    progress = case.progress()
    for inject in due_injects(case.world, case.at):
        if inject in command.injects:
            effects.fire(progress, case.dice, inject, "clock")
    for inject in unanswered(case.world, case.at):
        if inject in command.injects:
            _answer_by_default(progress, case.dice, inject)
    if not progress.events:
        raise Refused(Code.NOT_POSSIBLE, "None of these injects is due; ask again later.")
    return progress.events


def _answer_by_default(progress: Progress, dice: Dice, inject: str) -> None:
    """What counts where nobody answered; where some did, the window is closed and nothing more counts."""
    asked, state = progress.world.scenario.injects[inject].answer, progress.world.injects[inject]
    choice = asked.default if asked and not state.answers else ""
    effects.answer(progress, dice, inject, seat=SYSTEM_SEAT, audience=state.audience, choice=choice, text=c.NO_TEXT)


def close_windows(progress: Progress, dice: Dice) -> None:
    """Control waits no longer: adjudication goes on with the answers that are there."""
    for state in windows(progress.world):
        _answer_by_default(progress, dice, state.id)


def fire_scheduled(progress: Progress, dice: Dice) -> None:
    """Fire what is due at this instant: what the scenario has for a phase's first second."""
    for inject in due_injects(progress.world, progress.at):
        effects.fire(progress, dice, inject, "clock")


def fire_not_done(progress: Progress, dice: Dice) -> None:
    """As a turn's orders close, the injects that wait for what nobody did."""
    world = progress.world
    for inject in [world.scenario.injects[s.id] for s in world.injects.values() if s.status == "armed"]:
        if inject.trigger.kind == "not_done_by" and _not_done(world, inject.trigger):
            effects.fire(progress, dice, inject.id, "not_done")


def _not_done(world: World, trigger: Trigger) -> bool:
    return trigger.turn == world.timer.turn and not any(
        order.kind == trigger.order and order.actor in trigger.actors and order.status in ("submitted", "ruled")
        for order in world.orders.values()
    )


# By control


def fire(case: Case, command: c.FireInject) -> tuple[Event, ...]:
    state = _known(case, command.inject)
    if state.status not in ("armed", "held"):
        raise Refused(Code.INJECT_DONE, f"This inject is already {state.status}; improvise one to say more.")
    to = addressed(case.world, command.to) if command.to else ()
    progress = case.progress()
    effects.fire(progress, case.dice, state.id, "control", headline=command.headline, body=command.body, to=to)
    return progress.events


def hold(case: Case, command: c.HoldInject) -> tuple[Event, ...]:
    state = _known(case, command.inject)
    if state.status != "armed":
        raise Refused(Code.INJECT_DONE, f"This inject is already {state.status}; only an armed one can be held.")
    return (e.InjectHeld(CONTROL, state.id),)


def skip(case: Case, command: c.SkipInject) -> tuple[Event, ...]:
    state = _known(case, command.inject)
    if state.status not in ("armed", "held"):
        raise Refused(Code.INJECT_DONE, f"This inject is already {state.status}; there is nothing to skip.")
    return (e.InjectSkipped(CONTROL, state.id, command.reason),)


def rearm(case: Case, command: c.RearmInject) -> tuple[Event, ...]:
    state = _known(case, command.inject)
    if state.status not in ("held", "skipped"):
        raise Refused(Code.INJECT_DONE, f"This inject is {state.status}; only a held or skipped one can be rearmed.")
    return (e.InjectRearmed(CONTROL, state.id),)


def move(case: Case, command: c.MoveInject) -> tuple[Event, ...]:
    """To a moment that the clock still comes to; nothing happens where it stands there already."""
    state = _known(case, command.inject)
    if state.status not in ("armed", "held"):
        raise Refused(Code.INJECT_DONE, f"This inject is already {state.status}; there is nothing to move.")
    if not scheduled(case.world, state):
        raise Refused(Code.NOT_POSSIBLE, "Only what the clock brings can be moved; fire this one when you want it.")
    moment = Moment(command.turn, command.phase, round(command.offset, 6))
    _check_moment(case, moment)
    if moment == moment_of(case.world, state):
        return ()
    return (e.InjectMoved(CONTROL, state.id, moment.turn, moment.phase, moment.offset, command.reason),)


def _check_moment(case: Case, moment: Moment) -> None:
    """Refuse a moment that the clock never comes to, or has gone by."""
    world = case.world
    if not 1 <= moment.turn <= len(world.clock.turns):
        raise Refused(Code.BAD_VALUE, f"This exercise has turns 1 to {len(world.clock.turns)}; choose one of them.")
    if moment.phase == "adjudication":
        raise Refused(Code.BAD_VALUE, "Adjudication takes as long as it takes; choose another phase.")
    if played(world, moment).phase != moment.phase:
        raise Refused(Code.BAD_VALUE, f"This exercise has no {moment.phase} in turn {moment.turn}; choose another.")
    most = lasts(world, moment.turn, moment.phase)
    if not 0 <= moment.offset <= (LONGEST if most is None else most):
        raise Refused(Code.BAD_VALUE, _too_far(moment, most))
    if past(world, moment, case.at):
        raise Refused(Code.TOO_LATE, "That moment is past; choose a later one, or fire the inject now.")


def _too_far(moment: Moment, most: float | None) -> str:
    until = "within one day" if most is None else f"from 0 to {span(most)}"
    return f"Choose a time after {moment.phase} opens, {until}."


def improvise(case: Case, command: c.ImproviseInject) -> tuple[Event, ...]:
    if command.inject in case.world.injects:
        raise Refused(Code.TWICE, "This inject was released already.")
    must_say(command.headline, "a headline")
    if command.channel not in CHANNELS:
        raise Refused(Code.BAD_VALUE, f"The channel is one of: {', '.join(CHANNELS)}.")
    to = addressed(case.world, command.to)
    improvised = e.InjectImprovised(to, command.inject, command.channel, command.headline, command.body, command.answer)
    return (improvised,)


def _known(case: Case, inject: str) -> InjectState:
    state = case.world.injects.get(inject)
    if state is None:
        raise Refused(Code.UNKNOWN_INJECT, "There is no such inject; choose one from the list.")
    return state


# Answers


def answer(case: Case, command: c.AnswerInject) -> tuple[Event, ...]:
    """A choice is made once for a team; words each seat may give once."""
    state = case.world.injects.get(command.inject)
    if state is None or state.status != "fired" or not may_see(case.world, case.viewer, state.audience):
        raise Refused(Code.UNKNOWN_INJECT, "There is no such message in your inbox; look there again.")
    asked = _asked(case, state)
    if not may_see(case.world, case.viewer, asked.seats):
        raise Refused(Code.NOT_YOURS, "The answer is asked of another seat; talk to it.")
    if answer_over(case.world, state, case.at):
        raise Refused(Code.TOO_LATE, "The time to answer is over; send control a dispatch instead.")
    _check_first(case, state, asked)
    _check_answer(command, asked)
    progress = case.progress()
    effects.answer(
        progress,
        case.dice,
        state.id,
        seat=case.seat,
        audience=_own_circle(case, state),
        choice=command.choice,
        text=command.text,
    )
    return progress.events


def _asked(case: Case, state: InjectState) -> Answer:
    """What the inject asks of whom; an improvised one asks all it went to, in words."""
    if not state.wants_answer:
        raise Refused(Code.NO_ANSWER_ASKED, "This message asks for no answer; send a dispatch instead.")
    asked = None if state.improvised else case.world.scenario.injects[state.id].answer
    return asked or Answer(state.audience)


def _own_circle(case: Case, state: InjectState) -> Audience:
    """Who reads the answer: the team, or the seat alone if it alone was written to."""
    whole_team = may_see(case.world, Viewer("seat", team=case.team), state.audience)
    return (case.side,) if whole_team else (f"seat:{case.seat}",)


def _check_first(case: Case, state: InjectState, asked: Answer) -> None:
    answered = set(state.answers)
    ours = {s.id for t in case.world.teams if t.id == case.team for s in t.seats} if asked.choices else {case.seat}
    if answered & (ours | {SYSTEM_SEAT}):
        raise Refused(Code.TWICE, "This is answered already; send a dispatch to say more.")


def _check_answer(command: c.AnswerInject, asked: Answer) -> None:
    if not asked.choices:
        if command.choice:
            raise Refused(Code.BAD_VALUE, "There is nothing to choose; answer in words.")
        must_say(command.text, "your answer")
    elif command.choice not in [value for value, _ in asked.choices]:
        raise Refused(Code.BAD_VALUE, f"Choose one of: {', '.join(label for _, label in asked.choices)}.")
