"""Rulings as each viewer may read them.

Whoever may not see one of the terms gets the outcome, and the terms that they may see as factors in words: no amounts,
no probability, no draw, for from those the hidden term could be reckoned. At EndEx all is revealed.
"""

from collections.abc import Iterator
from functools import partial

from wargame.engine.scenario import Audience
from wargame.engine.sight import Viewer, may_read, may_see
from wargame.engine.tickets import TermLine, Ticket
from wargame.engine.views.exercise import provenance
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.views.picture import exactly
from wargame.engine.world import World


def rulings(look: Look) -> Shapes:
    """Those issued; control also those proposed."""
    world = look.world
    if not look.named("rulings", lambda: _audiences(world), world.rulings):
        return {}
    issued = (t for t in world.rulings.values() if look.control or t.id not in world.proposed)
    told = (
        (ticket.id, (ticket, ticket.id in world.proposed, level, order))
        for ticket, level, order in look.placed("rulings", issued, lambda t: look.model_level(t.audience))
    )
    return look.each("rulings", told, partial(_told, look))


def _told(look: Look, ticket: Ticket, proposed: bool, level: int, order: int) -> Shape:
    """The ruling as this circle reads it; nothing if the wider one reads the same."""
    shape = _ruling(look.world, look.viewer, ticket)
    if level < look.depth and shape == _ruling(look.world, look.chain[-2], ticket):
        return {}
    return {**shape, "status": "proposed" if proposed else "issued", "order": order}


def _audiences(world: World) -> Iterator[Audience]:
    """All that decide how much of a ruling somebody may read."""
    variables = world.scenario.variables
    for ticket in world.rulings.values():
        yield ticket.audience
        yield from (term.audience for term in ticket.terms)
        yield from (variables[change.path].see for change in ticket.changes if change.path in variables)


def _ruling(world: World, viewer: Viewer, ticket: Ticket) -> Shape:
    hidden = not all(_knows(world, viewer, term) for term in ticket.terms)
    shape: Shape = {
        "kind": ticket.kind,
        "title": ticket.title,
        "subject": _subject(world, viewer, ticket),
        "rule": ticket.rule,
        "version": ticket.version,
        "turn": ticket.turn,
        "month": ticket.month,
        "actor": ticket.actor,
        "outcome": ticket.outcome,
        "sentence": ticket.sentence,
        "outcomes": [{"id": o.id, "label": o.label} for o in ticket.outcomes],
        "hidden_terms": hidden,
        "terms": [],
        "changes": _changes(world, viewer, ticket),
    }
    shape |= _factors(world, viewer, ticket) if hidden else _reckoning(ticket)
    if ticket.decision:
        shape["decision"] = _decision(world, viewer, ticket)
    if viewer.kind == "control":
        shape["inputs"] = dict(ticket.inputs)
    return shape


def _knows(world: World, viewer: Viewer, term: TermLine) -> bool:
    return world.status == "ended" or may_see(world, viewer, term.audience)


def _subject(world: World, viewer: Viewer, ticket: Ticket) -> str:
    """The order's id, for those who see the order."""
    order = world.orders.get(ticket.subject)
    return order.id if order and may_see(world, viewer, (f"team:{order.team}",)) else ""


def _reckoning(ticket: Ticket) -> Shape:
    """The whole sum, for those who may see all of it."""
    shape: Shape = {"terms": [_term(term) for term in ticket.terms]}
    shares = [{"id": o.id, "label": o.label, "share": o.share} for o in ticket.outcomes if o.share is not None]
    if shares:
        shape["outcomes"] = shares
    if ticket.probability is not None:
        shape["probability"] = ticket.probability
    if ticket.draw is not None:
        shape["draw"] = ticket.draw
    return shape


def _term(term: TermLine) -> Shape:
    return {
        "id": term.id,
        "label": term.label,
        "value": term.value,
        "input": term.input,
        "unit": term.unit,
        "provenance": provenance(term.provenance),
    }


def _factors(world: World, viewer: Viewer, ticket: Ticket) -> Shape:
    return {"factors": [_in_words(term) for term in ticket.terms if _knows(world, viewer, term)]}


def _in_words(term: TermLine) -> str:
    if term.value == 0:
        return f"{term.label} plays no part"
    return f"{term.label} speaks {'for' if term.value > 0 else 'against'} it"


def _changes(world: World, viewer: Viewer, ticket: Ticket) -> list[Shape]:
    """Only of values that the viewer knows exactly; what is estimated or hidden is left out."""
    variables = world.scenario.variables
    found = []
    for change in ticket.changes:
        if exactly(world, viewer, change.path):
            shape: Shape = {"path": change.path, "name": world.scenario.name_of(change.path)}
            shape |= {"before": change.before, "after": change.after, "unit": variables[change.path].unit}
            found.append(shape)
    return found


def _decision(world: World, viewer: Viewer, ticket: Ticket) -> Shape:
    made = ticket.decision
    assert made is not None
    shape: Shape = {"kind": made.kind}
    if viewer.kind == "control":
        shape["at"] = made.at
    if may_read(world, viewer, made.reason):
        shape["reason"] = made.reason
    return shape
