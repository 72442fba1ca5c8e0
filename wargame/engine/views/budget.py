"""What an actor has to order with: stores, what lies reserved in them, and how many orders are given."""

from collections.abc import Mapping

from wargame.engine import menu as legal
from wargame.engine.formula import Scope
from wargame.engine.frozen import dataclass, replace
from wargame.engine.scenario import Variable
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.views.picture import exactly
from wargame.engine.world import Order, World


@dataclass(frozen=True, slots=True)
class Means:
    """One actor's, in one viewer's sight."""

    scope: Scope
    """With the name `actor`."""
    given: tuple[Order, ...]
    """This turn's orders that stand."""
    reserved: Mapping[str, float]
    """By path of the store: what orders not yet ruled will cost."""
    limit: int | None
    """Most orders a turn."""

    @property
    def full(self) -> bool:
        return self.limit is not None and len(self.given) >= self.limit

    def affords(self, path: str, amount: float) -> bool:
        """Whether the store holds it beside what is reserved; one that is not known here holds nothing."""
        have = self.scope.known(path) or 0
        return amount <= 0 or (not isinstance(have, str) and amount <= have - self.reserved.get(path, 0.0) + 1e-6)


def mine(look: Look) -> tuple[str, ...]:
    """The actors whose orders this viewer gives or, as control, watches."""
    team = look.world.team(look.viewer.team)
    return team.actors if team else tuple(look.world.scenario.actors)


def means(look: Look) -> dict[str, Means]:
    """By actor."""
    world = look.world
    by_actor = look.kept.get(("orders by actor",), (world.orders,), lambda: _by_actor(world))
    found = {}
    for actor in mine(look):
        own = replace(world, orders=by_actor.get(actor, {}))
        scope = legal.for_actor(look.scope(), actor)
        given = tuple(legal.placed(own, actor))
        found[actor] = Means(scope, given, legal.committed(own, actor), legal.limit(own, scope))
    return found


def _by_actor(world: World) -> dict[str, dict[str, Order]]:
    found: dict[str, dict[str, Order]] = {}
    for order in world.orders.values():
        found.setdefault(order.actor, {})[order.id] = order
    return found


def budget(look: Look) -> Shapes:
    """By actor: the stores that orders are paid from, what lies reserved in them, and the orders given this turn."""
    stores = look.keep("stores", (), lambda: {actor: _stores(look, actor) for actor in mine(look)})
    return {actor: _purse(look, stores[actor], own) for actor, own in means(look).items()}


def _stores(look: Look, actor: str) -> list[Variable]:
    scenario = look.world.scenario
    return [
        variable
        for variable in scenario.variables.values()
        if variable.resource
        and variable.path == legal.store_path(scenario, variable.group, actor)
        and exactly(look.world, look.viewer, variable.path)
    ]


def _purse(look: Look, stores: list[Variable], own: Means) -> Shape:
    shape: Shape = {
        "stores": {
            store.group: {
                "name": store.name,
                "unit": store.unit,
                "have": look.world.state[store.path],
                "committed": round(own.reserved.get(store.path, 0.0), 6),
            }
            for store in stores
        },
        "orders": len(own.given),
    }
    return shape if own.limit is None else {**shape, "limit": own.limit}
