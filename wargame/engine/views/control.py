"""What only control sees: what waits for a decision, the list of injects, what is still to come."""

from collections.abc import Iterator

from wargame.engine.formula import FormulaError, Scope, Template
from wargame.engine.phases import fires_at, moment_of, planned_moment, scheduled, windows
from wargame.engine.scenario import Inject, Phase, Trigger
from wargame.engine.spoken import moment_words
from wargame.engine.tickets import Later
from wargame.engine.views.injects import headline
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import InjectState, World

PHASE_NAMES: dict[Phase, str] = {
    "briefing": "Briefing",
    "planning": "Planning",
    "adjudication": "Adjudication",
    "feedback": "Feedback",
}

# The queue


def queue(look: Look) -> Shapes:
    """What waits for control, by kind and then oldest first."""
    w = look.world
    reads = (w.timer, w.orders, w.injects, w.rulings, w.proposed, w.calls, w.dispatches)
    return look.keep("waiting", reads, lambda: _waiting(w)) if w.status == "running" else {}


def _waiting(world: World) -> Shapes:
    found: Shapes = {}
    for part in (_proposals, _free_orders, _calls, _dispatches, _held, _clock, _idle):
        found.update(part(world))
    return found


def _item(
    kind: str, title: str, detail: str, ref: str, since: float, team: str = "", due: float | None = None
) -> Shape:
    shape: Shape = {"kind": kind, "title": title, "detail": detail, "ref": ref, "since": since}
    if team:
        shape["team"] = team
    return shape if due is None else {**shape, "due": due}


def _proposals(world: World) -> Iterator[tuple[str, Shape]]:
    for ticket in world.rulings.values():
        if ticket.id in world.proposed:
            team, since = world.team_of(ticket.actor), world.timer.opened_at
            yield f"ruling:{ticket.id}", _item("ruling", ticket.title, ticket.sentence, ticket.id, since, team)


def _free_orders(world: World) -> Iterator[tuple[str, Shape]]:
    proposed = {world.rulings[ruling].subject for ruling in world.proposed}
    for order in world.orders.values():
        waits = order.kind not in world.scenario.orders and order.status == "submitted" and order.id not in proposed
        if waits and world.timer.phase == "adjudication":
            title = world.scenario.order_title(order.kind)
            actor = world.scenario.actors[order.actor].name
            yield f"free:{order.id}", _item("free", title, f"Ordered for {actor}", order.id, order.at, order.team)


def _calls(world: World) -> Iterator[tuple[str, Shape]]:
    for call in world.calls.values():
        seat = world.seat(call.seat)
        if not call.answer and seat:
            yield f"call:{call.id}", _item("call", "Calls control", seat.title, call.id, call.at, seat.team)


def _dispatches(world: World) -> Iterator[tuple[str, Shape]]:
    answered = {dispatch.reply_to for dispatch in world.dispatches.values() if dispatch.team == "control"}
    for dispatch in world.dispatches.values():
        if "control" not in dispatch.to or dispatch.id in answered:
            continue
        if seat := world.seat(dispatch.seat):
            yield (
                f"answer:{dispatch.id}",
                _item("answer", "Writes to control", seat.title, dispatch.id, dispatch.at, dispatch.team),
            )


def _held(world: World) -> Iterator[tuple[str, Shape]]:
    for state in world.injects.values():
        due = fires_at(world, state)
        if state.status == "held" and due is not None:
            title = world.scenario.injects[state.id].headline.source
            yield f"inject:{state.id}", _item("inject", title, "Held: fire or skip it", state.id, due, due=due)


def _clock(world: World) -> Iterator[tuple[str, Shape]]:
    timer = world.timer
    if timer.paused:
        yield "timer:paused", _item("timer", "The clock stands still", "Resume when ready", "paused", timer.paused_at)
    elif timer.phase != "adjudication" and (timer.ends_at is None or not world.setup.auto_advance):
        title = f"You close {PHASE_NAMES[timer.phase].lower()}"
        yield "timer:close", _item("timer", title, f"Turn {timer.turn}", "close", timer.opened_at, due=timer.ends_at)
    elif asking := windows(world):
        names = "; ".join(headline(state) for state in asking)
        due = max((state.answer_by for state in asking if state.answer_by is not None), default=None)
        title = "Adjudication waits for answers; close it to go on without"
        yield "timer:answers", _item("timer", title, names, "close", asking[0].at, due=due)


def _idle(world: World) -> Iterator[tuple[str, Shape]]:
    timer = world.timer
    if timer.phase != "planning":
        return
    busy = {order.team for order in world.orders.values() if order.turn == timer.turn}
    for team in world.teams:
        if team.id not in busy:
            title = f"{team.name} has no order yet"
            due = timer.ends_at
            yield f"idle:{team.id}", _item("idle", title, f"Turn {timer.turn}", team.id, timer.opened_at, team.id, due)


# The list of injects


def msel(look: Look) -> Shapes:
    world = look.world
    scope = look.scope()
    return {
        state.id: _improvised(state, n) if state.improvised else _written(world, state, scope, n)
        for n, state in enumerate(world.injects.values())
    }


def _written(world: World, state: InjectState, scope: Scope, order: int) -> Shape:
    inject = world.scenario.injects[state.id]
    trigger = inject.trigger
    fired = state.status == "fired"
    shape: Shape = {
        "headline": headline(state) if fired else _text(world, inject.headline, scope),
        "kind": trigger.kind,
        "when": _when(world, state, trigger),
        "status": state.status,
        "to": list(state.audience if fired else inject.to),
        "note": inject.note,
        "body": state.said_body if fired else _text(world, inject.body, scope),
        "order": order,
    }
    return shape | _timed(world, inject, state) | _fired(state)


def _improvised(state: InjectState, order: int) -> Shape:
    return {
        "headline": headline(state),
        "kind": "improvised",
        "when": "Improvised",
        "status": state.status,
        "to": list(state.audience),
        "note": "",
        "body": "",
        "order": order,
        **_fired(state),
    }


def _timed(world: World, inject: Inject, state: InjectState) -> Shape:
    if not scheduled(world, state):
        trigger = inject.trigger
        return {"turn": trigger.turn, "phase": trigger.phase} if trigger.kind == "not_done_by" else {}
    moment, due = moment_of(world, state), fires_at(world, state)
    shape: Shape = {"turn": moment.turn, "phase": moment.phase, "offset": moment.offset}
    if state.moved:
        shape["planned"] = moment_words(planned_moment(world, state))
        shape["moved_reason"] = state.moved_reason
    return shape if due is None or state.status != "armed" else {**shape, "due_at": due}


def _fired(state: InjectState) -> Shape:
    if state.status != "fired":
        return {}
    return {"by": state.by, "fired_at": state.at, "fired_turn": state.turn}


def _text(world: World, template: Template, scope: Scope) -> str:
    """As it would be said now; as the author wrote it while a value in it cannot be worked out."""
    try:
        return template(scope, world.scenario.names)
    except FormulaError:
        return template.source


def _when(world: World, state: InjectState, trigger: Trigger) -> str:
    match trigger.kind:
        case "scheduled":
            return moment_words(moment_of(world, state)).capitalize()
        case "condition":
            condition = trigger.when.source if trigger.when else "always"
            return f"{'By chance while' if trigger.hazard else 'When'} {condition}"
        case "not_done_by":
            title = world.scenario.order_title(trigger.order)
            return f"If “{title}” was not ordered by the end of planning in turn {trigger.turn}"
        case "manual":
            return "By hand"


# What is still to come


def later(look: Look) -> Shapes:
    return {item.id: {"title": _subject(look.world, item), "month": item.month} for item in look.world.later.values()}


def _subject(world: World, item: Later) -> str:
    """What it comes from, in words: an order, an inject, an agreement or a rule."""
    if item.subject in world.orders:
        return world.scenario.order_title(world.orders[item.subject].kind)
    if item.subject in world.injects:
        return headline(world.injects[item.subject])
    if item.subject in world.agreements:
        return world.scenario.agreements[world.agreements[item.subject].template].title
    rule = item.subject.partition(":")[0]
    return next((r.title for r in world.scenario.rules if r.id == rule), rule)
