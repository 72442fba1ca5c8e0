"""A team's own orders. Nobody else's are ever in a player's view: what they led to is told by rulings."""

from collections.abc import Mapping
from functools import partial

from wargame.engine.formula import Value
from wargame.engine.scenario import Field, Scenario
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import Order


def orders(look: Look) -> Shapes:
    """The team's own; control sees all."""
    own = ((o.id, (o,)) for o in look.world.orders.values() if look.fresh((f"team:{o.team}",)))
    return look.each("orders", own, partial(_order, look))


def _said(scenario: Scenario, order: Order) -> list[Shape]:
    """The form as people read it: labels, and choices by theirs. Control has no menu to look them up in."""
    kind = scenario.orders.get(order.kind)
    return [_said_field(field, order.form[field.id], scenario.names) for field in (kind.form if kind else ())]


def _said_field(field: Field, value: Value, names: Mapping[str, str]) -> Shape:
    told = {**names, **dict(field.choices)}.get(value, value) if isinstance(value, str) else value
    return {"label": field.label, "value": told, "unit": field.unit}


def _order(look: Look, order: Order) -> Shape:
    shape: Shape = {
        "kind": order.kind,
        "title": look.world.scenario.order_title(order.kind),
        "actor": order.actor,
        "seat": order.seat,
        "team": order.team,
        "turn": order.turn,
        "at": order.at,
        "status": order.status,
        "form": dict(order.form),
        "said": _said(look.world.scenario, order),
        "cost": dict(order.cost),
    }
    texts = {"rationale": order.rationale, "expected": order.expected, "action": order.action, "reason": order.reason}
    shape |= {name: ref for name, ref in texts.items() if look.readable(ref)}
    if order.ruling:
        shape["ruling"] = order.ruling
    return shape
