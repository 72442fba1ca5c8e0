"""A team's own orders. Nobody else's are ever in a player's view: what they led to is told by rulings."""

from functools import partial

from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import Order


def orders(look: Look) -> Shapes:
    """The team's own; control sees all."""
    own = ((o.id, (o,)) for o in look.world.orders.values() if look.fresh((f"team:{o.team}",)))
    return look.each("orders", own, partial(_order, look))


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
        "cost": dict(order.cost),
    }
    texts = {"rationale": order.rationale, "expected": order.expected, "action": order.action, "reason": order.reason}
    shape |= {name: ref for name, ref in texts.items() if look.readable(ref)}
    if order.ruling:
        shape["ruling"] = order.ruling
    return shape
