"""What a team may order now, and what each order still needs and from whom.

All is worked out in the team's own sight by `engine.menu`, the same that `decide` holds orders to. What cannot be
worked out there counts as not met, so that the menu never tells what the team may not know.
"""

from wargame.engine import forms
from wargame.engine import menu as legal
from wargame.engine.formula import Formula, FormulaError, Scope
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import AgreementTemplate, Field, Need, OrderKind, Scenario
from wargame.engine.views.budget import Means, means, mine
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import World


def menu(look: Look) -> Shapes:
    """The order kinds that the team's actors have."""
    world = look.world
    values = (world.state, world.estimates, world.timer, world.unplayed)
    own = means(look)
    judged = look.keep("menu judged", values, lambda: _judge(look, own))

    def by_actor(known: Fixed) -> Shapes:
        return {actor: _for_actor(known.kind, judged[known.kind.id, actor], own[actor]) for actor in known.actors}

    return {known.kind.id: {**known.shape, "actors": by_actor(known)} for known in _fixed(look)}


@dataclass(frozen=True, slots=True)
class Fixed:
    """What never changes of an order kind, as one team sees it."""

    kind: OrderKind
    actors: tuple[str, ...]
    shape: Shape
    lifts: tuple[Shape, ...]
    """For each need: who could lift it, by which act."""
    moving: tuple[Field, ...]
    """Fields whose bounds depend on the state."""


def _fixed(look: Look) -> tuple[Fixed, ...]:
    return look.fixed("menu", lambda: _make_fixed(look))


def _make_fixed(look: Look) -> tuple[Fixed, ...]:
    found = []
    for order, kind in enumerate(look.world.scenario.orders.values()):
        actors = tuple(actor for actor in kind.by if actor in mine(look))
        if actors:
            lifts = tuple(_who_lifts(look.world, need) for need in kind.needs)
            moving = tuple(field for field in kind.form if _moves(field.low) or _moves(field.high))
            found.append(Fixed(kind, actors, _kind_shape(kind, order), lifts, moving))
    return tuple(found)


def _kind_shape(kind: OrderKind, order: int) -> Shape:
    by_form = [group for group, price in kind.cost.items() if any(name.startswith("form.") for name in price.reads)]
    shape: Shape = {
        "title": kind.title,
        "summary": kind.summary,
        "form": [field_shape(field) for field in kind.form],
        "facts": list(kind.facts),
        "crosses": list(kind.crosses),
        "order": order,
    }
    some = {"leans": list(kind.leans), "priced_by_form": by_form}
    return shape | {name: what for name, what in some.items() if what}


def _who_lifts(world: World, need: Need) -> Shape:
    """Teams (or control) whose decision could lift it, and the titles of seats where the pack names one."""
    teams, seats = [], []
    for entry in need.decider:
        kind, _, name = entry.partition(":")
        seat = world.seat(name) if kind == "seat" else None
        if seat:
            seats.append(seat.title)
        teams.append(seat.team if seat else world.team_of(name) if kind == "actor" else name)
    shape: Shape = {"deciders": list(dict.fromkeys(team or "control" for team in teams)), "act": need.act}
    return shape | {"seats": seats} if seats else shape


@dataclass(frozen=True, slots=True)
class Judged:
    """What the state alone says of one order by one actor."""

    met: bool
    prices: dict[str, float]
    """By path of the store."""
    shape: Shape


def _judge(look: Look, own: dict[str, Means]) -> dict[tuple[str, str], Judged]:
    scenario = look.world.scenario
    return {
        (known.kind.id, actor): _judged(scenario, known, actor, own[actor].scope)
        for known in _fixed(look)
        for actor in known.actors
    }


def _judged(scenario: Scenario, known: Fixed, actor: str, scope: Scope) -> Judged:
    kind = known.kind
    cost = {group: price for group, formula in kind.cost.items() if (price := _number(formula, scope)) is not None}
    prices = {legal.store_path(scenario, group, actor): price for group, price in cost.items()}
    met = [legal.met(need, scope) for need in kind.needs]
    needs = {
        str(n): {"met": met[n], "why": legal.why(need, scope), **known.lifts[n]} for n, need in enumerate(kind.needs)
    }
    bounds = {field.id: bounds for field in known.moving if (bounds := _bounds(field, scope))}
    return Judged(all(met), prices, {"cost": cost, "needs": needs, "bounds": bounds})


def _for_actor(kind: OrderKind, judged: Judged, own: Means) -> Shape:
    used = kind.once and any(order.kind == kind.id for order in own.given)
    paid = all(own.affords(path, price) for path, price in judged.prices.items())
    return {**judged.shape, "possible": judged.met and paid and not used and not own.full, "used": used}


def _bounds(field: Field, scope: Scope) -> Shape:
    low, high = forms.bounds(field, scope)
    bounds: Shape = {"low": low, "high": high}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _number(formula: Formula, scope: Scope) -> float | None:
    """None where it reads what the viewer does not know, or a field of the form that is not filled in yet."""
    try:
        return round(formula.number(scope), 6)
    except FormulaError:
        return None


def _moves(bound: Formula | None) -> bool:
    return bound is not None and bool(bound.reads)


def field_shape(field: Field) -> Shape:
    """One field of a form; bounds that are plain numbers stand here, those that move stand in `bounds`."""
    shape: Shape = {"id": field.id, "label": field.label, "kind": field.kind, "required": field.required}
    if field.unit:
        shape["unit"] = field.unit
    if field.choices:
        shape["choices"] = [{"value": value, "label": label} for value, label in field.choices]
    if field.hint:
        shape["hint"] = field.hint
    if field.default is not None:
        shape["default"] = field.default
    if field.wished:
        shape["wished"] = dict(field.wished)
    for name, bound in (("low", field.low), ("high", field.high)):
        if bound is not None and not bound.reads:
            shape[name] = bound.number(Scope({}))
    return shape


# Texts that can be signed


def templates(look: Look) -> Shapes:
    known = look.world.scenario.agreements
    fixed = look.fixed("templates", lambda: {t.id: _template(t, n) for n, t in enumerate(known.values())})
    scope = look.scope()
    unmet = {id: [legal.why(n, scope) for n in t.needs if _surely_unmet(n, scope)] for id, t in known.items()}
    return {id: shape | {"unmet": unmet[id]} if unmet[id] else shape for id, shape in fixed.items()}


def _surely_unmet(need: Need, scope: Scope) -> bool:
    """Whoever the parties are and whatever the clauses say. What cannot be known here is for the text to say."""
    try:
        return not need.expr.holds(scope)
    except FormulaError:
        return False


def _template(template: AgreementTemplate, order: int) -> Shape:
    shape: Shape = {
        "title": template.title,
        "summary": template.summary,
        "parties": [list(actors) for actors in template.parties],
        "clauses": [field_shape(clause) for clause in template.clauses],
        "prose": template.prose,
        "facts": list(template.facts),
        "order": order,
    }
    return shape | {"leans": list(template.leans)} if template.leans else shape
