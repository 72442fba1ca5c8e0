"""What a seat tells its side to do: from the menu, or in its own words."""

from collections.abc import Mapping

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine import menu
from wargame.engine.decisions.case import Case, must_lead, must_reason, must_say
from wargame.engine.events import Event
from wargame.engine.forms import filled
from wargame.engine.formula import FormulaError, Scope, Value
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import Need, OrderKind
from wargame.engine.sight import with_names
from wargame.engine.units import unit_of
from wargame.engine.world import Order


def submit(case: Case, command: c.SubmitOrder) -> tuple[Event, ...]:
    """Legality is judged in the asker's sight alone, so that a refusal tells nothing that the asker may not know."""
    _check_actor(case, command)
    must_lead(case, "Mark it ready; {lead} submits it for your team.")
    scope = menu.for_actor(case.sight(), command.actor)
    _check_limit(case, command.actor, scope)
    if command.kind == c.FREE:
        return (_free(case, command),)
    kind = _kind(case, command)
    form = filled(kind.form, command.form, scope, "form")
    scope = with_names(scope, {f"form.{id}": value for id, value in form.items()})
    must_say(command.rationale, "why your team does this")
    must_say(command.expected, "what your team expects to happen")
    _check_needs(kind, scope)
    return (_submitted(case, command, form, _cost(case, kind, command.actor, scope)),)


def _check_actor(case: Case, command: c.SubmitOrder) -> None:
    if command.order in case.world.orders:
        raise Refused(Code.TWICE, "This order was submitted already; look at your orders.")
    if command.actor not in case.world.scenario.actors:
        raise Refused(Code.UNKNOWN_ACTOR, "There is no such actor; choose one that your team plays.")
    if case.world.team_of(command.actor) != case.team:
        raise Refused(Code.NOT_YOURS, "Your team does not play this actor; choose one that it plays.")


def _check_limit(case: Case, actor: str, scope: Scope) -> None:
    most = menu.limit(case.world, scope)
    if most is not None and len(menu.placed(case.world, actor)) >= most:
        raise Refused(Code.TOO_MANY, f"You may give {most} {unit_of('order|orders', most)} a turn; withdraw one first.")


def _kind(case: Case, command: c.SubmitOrder) -> OrderKind:
    kind = case.world.scenario.orders.get(command.kind)
    if kind is None:
        raise Refused(Code.UNKNOWN_ORDER, "There is no such order; choose one from the menu.")
    if command.actor not in kind.by:
        raise Refused(Code.NOT_POSSIBLE, f"This actor cannot give “{kind.title}”; choose one from its menu.")
    if menu.used(case.world, kind, command.actor):
        raise Refused(Code.TWICE, f"“{kind.title}” can be given once a turn; withdraw the first to change it.")
    return kind


def _free(case: Case, command: c.SubmitOrder) -> Event:
    if not case.world.scenario.free_orders:
        raise Refused(Code.NOT_POSSIBLE, "This exercise takes orders from the menu only; choose one there.")
    if command.form:
        raise Refused(Code.UNKNOWN_FIELD, "A free order has no form; write it all into its three texts.")
    must_say(command.action, "what your side does")
    must_say(command.expected, "what it is meant to bring about")
    must_say(command.rationale, "why it should work")
    return _submitted(case, command, {}, {})


def _check_needs(kind: OrderKind, scope: Scope) -> None:
    for need in kind.needs:
        if not menu.met(need, scope):
            raise Refused(Code.NOT_POSSIBLE, missing(need, scope))


def missing(need: Need, scope: Scope) -> str:
    """What is not met, and by which act it could be."""
    why = menu.why(need, scope).rstrip(".")
    return f"{why}; needed: {need.act}." if need.act else f"{why}."


def _cost(case: Case, kind: OrderKind, actor: str, scope: Scope) -> dict[str, float]:
    try:
        cost = menu.cost(case.world.scenario, kind, actor, scope)
    except FormulaError:
        raise Refused(Code.NOT_POSSIBLE, "Its cost cannot be worked out from what you may see; ask control.") from None
    short = menu.short_of(case.world, actor, cost, scope)
    if short:
        store = case.world.scenario.variables.get(short)
        name = f"{store.name} ({unit_of(store.unit)})" if store and store.unit else store.name if store else short
        raise Refused(Code.OVER_BUDGET, f"It costs {cost[short]:g} of {name}, more than is free; withdraw something.")
    return cost


def _submitted(
    case: Case, command: c.SubmitOrder, form: Mapping[str, Value], cost: Mapping[str, float]
) -> e.OrderSubmitted:
    return e.OrderSubmitted(
        audience=(case.side,),
        order=command.order,
        kind=command.kind,
        actor=command.actor,
        seat=case.seat,
        turn=case.world.timer.turn,
        form=form,
        cost=cost,
        rationale=command.rationale,
        expected=command.expected,
        action=command.action if command.kind == c.FREE else c.NO_TEXT,
    )


def withdraw(case: Case, command: c.WithdrawOrder) -> tuple[Event, ...]:
    order = case.world.orders.get(command.order)
    if order is None or order.team != case.team:
        raise Refused(Code.UNKNOWN_ORDER, "Your team has no such order; look at your orders.")
    must_lead(case, "Talk to {lead}, who withdraws orders for your team.")
    _check_open(order)
    return (e.OrderWithdrawn((case.side,), order.id),)


def give_back(case: Case, command: c.ReturnOrder) -> tuple[Event, ...]:
    """Control sends an order back with its reason; what it reserved is free again."""
    order = case.world.orders.get(command.order)
    if order is None:
        raise Refused(Code.UNKNOWN_ORDER, "There is no such order; choose one from the queue.")
    _check_open(order)
    must_reason(command.reason)
    return (e.OrderReturned((f"team:{order.team}",), order.id, command.reason),)


def _check_open(order: Order) -> None:
    if order.status != "submitted":
        raise Refused(Code.ALREADY_DECIDED, f"This order is already {order.status}; look at your orders.")
