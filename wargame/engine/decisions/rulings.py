"""Control's decisions on rulings: accept, amend, override, rule on what players wrote in their own words."""

from collections.abc import Sequence
from dataclasses import replace

from wargame.engine import commands as c
from wargame.engine.adjudication import effects
from wargame.engine.adjudication.resolution import (
    draw_key,
    number_drawn,
    order_object,
    question_of,
    reworked,
    ruling_id,
)
from wargame.engine.commands import Change
from wargame.engine.decisions.case import Case, addressed, known_variable, must_reason
from wargame.engine.events import Event, RulingIssued
from wargame.engine.forms import value_for
from wargame.engine.formula import FormulaError, Value
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Audience
from wargame.engine.sight import resolved
from wargame.engine.tickets import Decision, OutcomeShare, Ticket
from wargame.engine.world import Order, World

Wanted = Sequence[tuple[str, Value]]
"""(path, new value)"""

SENTENCES = {"success": "The order succeeds.", "failure": "The order fails."}


def accept(case: Case, command: c.AcceptRuling) -> tuple[Event, ...]:
    ticket = _reworked(case, _proposed(case, command.ruling))
    return _issued(case, replace(ticket, decision=Decision("accepted", case.at)))


def override(case: Case, command: c.OverrideRuling) -> tuple[Event, ...]:
    proposed = _proposed(case, command.ruling)
    must_reason(command.reason)
    outcomes = [outcome.id for outcome in question_of(case.world, proposed, proposed.subject).resolution.outcomes]
    if command.outcome not in outcomes:
        raise Refused(Code.UNKNOWN_OUTCOME, f"Choose one of its outcomes: {', '.join(outcomes)}.")
    ticket = _reworked(case, proposed, command.outcome)
    return _issued(case, replace(ticket, decision=Decision("overridden", case.at, command.reason)))


def amend(case: Case, command: c.AmendRuling) -> tuple[Event, ...]:
    """The same outcome with other values. A ruling already issued is corrected: nothing that followed is redone."""
    ticket = case.world.rulings.get(command.ruling)
    if ticket is None:
        raise Refused(Code.UNKNOWN_RULING, "There is no such ruling; choose one from the list.")
    must_reason(command.reason)
    if not command.changes:
        raise Refused(Code.MISSING_VALUE, "Set the value that shall be another; to keep all, accept the ruling.")
    decision = Decision("amended", case.at, command.reason)
    if ticket.id in case.world.proposed:
        now = _reworked(case, ticket)
        changes = _amended(case.world, now.changes, command.changes)
        return _issued(case, replace(now, changes=changes, decision=decision))
    changes = _amended(case.world, ticket.changes, command.changes)
    if changes == ticket.changes:
        raise Refused(Code.BAD_VALUE, "Nothing is different; change a value first.")
    return (RulingIssued(ticket.audience, replace(ticket, changes=changes, decision=decision)),)


def _proposed(case: Case, ruling: str) -> Ticket:
    ticket = case.world.rulings.get(ruling)
    if ticket is None:
        raise Refused(Code.UNKNOWN_RULING, "There is no such ruling; choose one from the queue.")
    if ruling not in case.world.proposed:
        raise Refused(Code.ALREADY_DECIDED, "This ruling is issued already; amend it to correct it.")
    return ticket


def _reworked(case: Case, ticket: Ticket, outcome: str = "") -> Ticket:
    """The proposal as it acts on the world as it is now."""
    try:
        return reworked(case.world, case.dice, ticket, outcome)
    except FormulaError:
        raise Refused(Code.NOT_POSSIBLE, "This can no longer be worked out; send the order back instead.") from None


def _issued(case: Case, ticket: Ticket) -> tuple[Event, ...]:
    progress = case.progress()
    effects.issue(progress, case.dice, ticket)
    return progress.events


def _amended(world: World, changes: Sequence[Change], wanted: Wanted) -> tuple[Change, ...]:
    """The changes with the wanted values in their places, or after them."""
    amended = {change.path: change for change in changes}
    for change in _changes(world, wanted):
        before = amended[change.path].before if change.path in amended else change.before
        amended[change.path] = Change(change.path, before, change.after)
    return tuple(amended.values())


def _changes(world: World, wanted: Wanted) -> tuple[Change, ...]:
    return tuple(_change(world, path, value) for path, value in wanted)


def _change(world: World, path: str, value: Value) -> Change:
    variable = known_variable(world, path)
    return Change(path, world.state[path], value_for(variable, value))


# Orders in players' own words


def rule_free_order(case: Case, command: c.RuleFreeOrder) -> tuple[Event, ...]:
    """By odds, and the engine draws, or by outcome; what follows from each is control's to say."""
    order = case.world.orders.get(command.order)
    if order is None or order.kind != c.FREE:
        raise Refused(Code.UNKNOWN_ORDER, "There is no such free order; choose one from the queue.")
    if order.status != "submitted":
        raise Refused(Code.ALREADY_DECIDED, f"This order is already {order.status}.")
    must_reason(command.reason)
    follows = {"success": _changes(case.world, command.success), "failure": _changes(case.world, command.failure)}
    ticket = _by_odds(case, order, command.odds) if command.odds is not None else _by_outcome(case, order, command)
    ruled = replace(
        ticket,
        audience=_readers(case.world, order, command.audience),
        changes=follows[ticket.outcome],
        sentence=SENTENCES[ticket.outcome],
        decision=Decision("ruled", case.at, command.reason),
    )
    return _issued(case, ruled)


def _by_odds(case: Case, order: Order, odds: float) -> Ticket:
    if not 0.0 <= odds <= 1.0:
        raise Refused(Code.BAD_VALUE, "Odds lie between 0 and 1.")
    p = round(odds, 6)
    key = draw_key(case.world, "free", order_object(case.world, order))
    drawn = number_drawn(case.dice, key)
    blank = _blank(case, order, "success" if drawn < p else "failure", (p, round(1.0 - p, 6)))
    return replace(blank, probability=p, draw=drawn)


def _by_outcome(case: Case, order: Order, command: c.RuleFreeOrder) -> Ticket:
    if not command.outcome:
        raise Refused(Code.MISSING_VALUE, "Give the odds, or choose success or failure.")
    return _blank(case, order, command.outcome, (None, None))


def _blank(case: Case, order: Order, outcome: str, shares: tuple[float | None, float | None]) -> Ticket:
    return Ticket(
        id=ruling_id(case.world, case.dice, "free", order.id),
        kind="free",
        subject=order.id,
        rule="free",
        version=1,
        title=case.world.scenario.order_title(order.kind),
        turn=case.world.timer.turn,
        month=case.world.timer.month,
        actor=order.actor,
        audience=(),
        outcome=outcome,
        sentence="",
        outcomes=(OutcomeShare("success", "Success", shares[0]), OutcomeShare("failure", "Failure", shares[1])),
    )


def _readers(world: World, order: Order, more: Audience) -> Audience:
    own = (f"team:{order.team}",)
    return resolved(world, own + addressed(world, more)) if more else own
