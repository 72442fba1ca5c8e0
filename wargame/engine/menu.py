"""What an actor may order now, as far as one reader can know: costs, requirements, stores, what is used up.

Views show it and `decide` holds orders to it; both read the same scope (`sight`), so that a refusal tells nothing new.
"""

from collections.abc import Mapping

from wargame.engine.formula import FormulaError, Scope
from wargame.engine.scenario import Need, OrderKind, Scenario
from wargame.engine.sight import with_names
from wargame.engine.world import Order, World


def store_path(scenario: Scenario, group: str, actor: str) -> str:
    """Where an actor's store of this resource lies: `pc.UK`, or `pc` if all share one."""
    path = f"{group}.{actor}"
    return path if path in scenario.variables else group


def for_actor(scope: Scope, actor: str) -> Scope:
    """The reader's scope with the name `actor`."""
    return with_names(scope, {"actor": actor})


def cost(scenario: Scenario, kind: OrderKind, actor: str, scope: Scope) -> dict[str, float]:
    """What the order costs, by path of the store. The scope has `actor` and, as far as filled in, `form.<id>`.

    Raises `FormulaError` if a cost reads what is not in the scope.
    """
    costs = {store_path(scenario, group, actor): formula.number(scope) for group, formula in kind.cost.items()}
    return {path: round(amount, 6) for path, amount in costs.items() if amount > 0}


def met(need: Need, scope: Scope) -> bool:
    """Whether the requirement is met as far as the reader can know; what cannot be known is not met."""
    try:
        return need.expr.holds(scope)
    except FormulaError:
        return False


def why(need: Need, scope: Scope) -> str:
    """What is missing, in the pack's words."""
    try:
        return need.why(scope)
    except FormulaError:
        return "A requirement that cannot be seen from here is not met."


def placed(world: World, actor: str) -> list[Order]:
    """The actor's orders of this turn that stand: submitted or ruled."""
    turn = world.timer.turn
    return [
        o for o in world.orders.values() if o.actor == actor and o.turn == turn and o.status in ("submitted", "ruled")
    ]


def used(world: World, kind: OrderKind, actor: str) -> bool:
    """Whether the actor has given this order this turn and may give it only once."""
    return kind.once and any(order.kind == kind.id for order in placed(world, actor))


def limit(world: World, scope: Scope) -> int | None:
    """Most orders the scope's actor may submit this turn; none if there is no limit."""
    formula = world.scenario.orders_per_turn
    try:
        return None if formula is None else int(formula.number(scope))
    except FormulaError:
        return None


def committed(world: World, actor: str) -> Mapping[str, float]:
    """What the actor's submitted orders that are not yet ruled have reserved, by path of the store."""
    total: dict[str, float] = {}
    for order in world.orders.values():
        if order.status == "submitted" and order.actor == actor:
            for path, amount in order.cost.items():
                total[path] = round(total.get(path, 0.0) + amount, 6)
    return total


def short_of(world: World, actor: str, costs: Mapping[str, float], scope: Scope) -> str:
    """Path of the first store that does not hold the cost beside what is reserved; "" if all do."""
    reserved = committed(world, actor)
    for path, amount in costs.items():
        have = scope.known(path) or 0
        if isinstance(have, str) or have - reserved.get(path, 0.0) < amount - 1e-6:
            return path
    return ""
