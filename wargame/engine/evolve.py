"""What an event does to the world. It assigns what the event carries; it evaluates nothing and draws nothing.

Conventions that whoever makes the events keeps:

- Whatever changes a value says so in `changes`, the payment of an order's cost included (first, before its effects).
- `Ticket.fires` and `Ticket.ends` tell; the `InjectFired` and `AgreementEnded` that follow act.
- A ticket of kind `arrival` has the id of the `Later` that it settles.
- A ruling issued again is a correction: only what differs from its earlier changes acts.
- Estimates drawn for a turn are what a team believes of the end of the turn before.
- After `Rewound` the world is replayed: `evolve(world, Rewound)` expects the world as it stood at `to`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from wargame.engine import events as e
from wargame.engine.commands import Change, Setup, TextRef
from wargame.engine.events import EVENTS, Event, Logged
from wargame.engine.formula import Value
from wargame.engine.frozen import replace
from wargame.engine.layered import Layered
from wargame.engine.rewinds import effective
from wargame.engine.scenario import CONTROL, Audience, Scenario
from wargame.engine.tickets import Later, Ticket
from wargame.engine.world import (
    Agreement,
    Call,
    Dispatch,
    InjectState,
    Moment,
    Observation,
    Order,
    Rewind,
    Timer,
    Wording,
    World,
)

Item = TypeVar("Item")

TEXT_FIELDS: Mapping[type[Event], tuple[str, ...]] = {
    cls: tuple(f.name for f in fields(cls) if f.type is TextRef) for cls in EVENTS.values()
}


def start(scenario: Scenario, setup: Setup) -> World:
    """The world in the lobby: every value as its start card says, every inject of the card armed."""
    card = setup.start_card
    return World(
        scenario=scenario,
        setup=setup,
        state={path: variable.start[card] for path, variable in scenario.variables.items()},
        injects={i.id: InjectState(i.id) for i in scenario.injects.values() if not i.cards or card in i.cards},
        red_lines=dict.fromkeys(scenario.red_lines, "open"),
    )


def replay(world: World, log: Sequence[Logged]) -> World:
    """The world after a whole log, from the lobby's world."""
    for entry in effective(log):
        world = evolve(world, entry.event, entry.at)
    return world


def evolve(world: World, event: Event, at: float) -> World:
    """The world after the event, at `at` seconds since StartEx. Maps that the event does not touch are shared."""
    at = max(at, world.last_at)
    after = _apply(world, event, at)
    texts = _texts(after, event)
    if at == after.last_at and texts is after.texts:
        return after
    return replace(after, last_at=at, texts=texts)


def _apply(world: World, event: Event, at: float) -> World:
    timer = world.timer
    match event:
        case e.ExerciseStarted():
            begun = start(world.scenario, event.setup)
            return replace(begun, status="running", commitment=event.commitment, history={0: begun.state})
        case e.CardDealt():
            state = _put(world.state, event.path, event.value)
            return replace(world, state=state, history=_put(world.history, 0, state))
        case e.EstimatesDrawn():
            believed = _put(world.believed.get(event.turn - 1, {}), event.team, event.values)
            return replace(
                world,
                estimates=_put(world.estimates, event.team, event.values),
                believed=_put(world.believed, event.turn - 1, believed),
            )
        case e.PhaseOpened():
            opened = Timer(event.turn, event.phase, timer.month, opened_at=at, ends_at=event.ends_at)
            return replace(world, timer=opened, adjudicated=world.adjudicated and event.turn == timer.turn)
        case e.Paused():
            return replace(world, timer=replace(timer, paused=True, paused_at=at, remaining=event.remaining))
        case e.Resumed():
            return _resume(world, event.ends_at, at)
        case e.Extended():
            return replace(world, timer=_extend(timer, event))
        case e.ExerciseEnded():
            return replace(world, status="ended", seed=event.seed, nonce=event.nonce)
        case e.Rewound():
            back = _rewind(world, event, at)
            paused = _pause(timer, world.last_at)
            return replace(world, attempt=event.attempt, timer=paused, rewinds=_put(world.rewinds, back.attempt, back))
        case e.VariableAdjusted():
            return replace(world, state=_put(world.state, event.path, event.after))
        case e.SeatChanged():
            return replace(world, seats=_put(world.seats, event.seat, event.what))

        case e.OrderSubmitted():
            return replace(world, orders=_put(world.orders, event.order, _order(world, event, at)))
        case e.OrderWithdrawn():
            return _order_now(world, replace(world.orders[event.order], status="withdrawn"))
        case e.OrderReturned():
            returned = replace(world.orders[event.order], status="returned", reason=event.reason)
            return _order_now(_drop_proposals(world, event.order), returned)
        case e.RulingProposed(ticket=ticket):
            rulings = _put(world.rulings, ticket.id, ticket)
            return replace(world, rulings=rulings, proposed=world.proposed | {ticket.id})
        case e.RulingIssued(ticket=ticket):
            return _issue(world, ticket)
        case e.MonthOpened():
            return replace(world, timer=replace(timer, month=event.month))
        case e.TurnAdjudicated():
            history = _put(world.history, event.turn, world.state)
            return replace(world, adjudicated=True, history=history, unplayed=world.unplayed + event.unplayed)
        case e.RedLineMoved():
            return replace(world, red_lines=_put(world.red_lines, event.red_line, event.status))

        case e.InjectFired():
            fired = _acted(world, event.changes, event.later)
            return _inject_now(fired, _fired(world, event, at))
        case e.InjectHeld():
            return _inject_now(world, replace(world.injects[event.inject], status="held"))
        case e.InjectSkipped():
            return _inject_now(world, replace(world.injects[event.inject], status="skipped"))
        case e.InjectRearmed():
            return _inject_now(world, replace(world.injects[event.inject], status="armed"))
        case e.InjectMoved():
            moved = Moment(event.turn, event.phase, event.offset)
            inject = world.injects[event.inject]
            return _inject_now(world, replace(inject, moved=moved, moved_reason=event.reason))
        case e.InjectImprovised():
            return _inject_now(world, _improvised(world, event, at))
        case e.InjectAnswered():
            inject = world.injects[event.inject]
            answers = _put(inject.answers, event.seat, (event.choice, event.text))
            return _inject_now(_acted(world, event.changes, event.later), replace(inject, answers=answers))

        case e.DispatchSent():
            return replace(world, dispatches=_put(world.dispatches, event.dispatch, _dispatch(world, event, at)))
        case e.ControlCalled():
            return replace(world, calls=_put(world.calls, event.call, Call(event.call, event.seat, event.text, at)))
        case e.CallAnswered():
            answered = replace(world.calls[event.call], answer=event.text)
            return replace(world, calls=_put(world.calls, event.call, answered))

        case e.AgreementProposed():
            return _agreement_now(world, _proposed(world, event, at))
        case e.AgreementRevised():
            return _agreement_now(world, _revised(world.agreements[event.agreement], event))
        case e.AgreementSigned():
            text = world.agreements[event.agreement]
            return _agreement_now(world, replace(text, signed=_put(text.signed, event.actor, event.text_hash)))
        case e.AgreementInForce():
            text = replace(world.agreements[event.agreement], status="in_force")
            return _agreement_now(_acted(world, event.changes, event.later), text)
        case e.AgreementEnded():
            ended = _ended(world.agreements[event.agreement], event)
            return _agreement_now(_acted(world, event.changes, event.later), ended)

        case e.ObservationRecorded():
            noted = Observation(event.observation, event.seat, event.objective, event.team, event.text, at, timer.turn)
            return replace(world, observations=_put(world.observations, noted.id, noted))
        case e.HotWashAnswered():
            answers_now = _put(world.hot_wash.get(event.question, {}), event.seat, event.text)
            return replace(world, hot_wash=_put(world.hot_wash, event.question, answers_now))


# The clock


def _pause(timer: Timer, at: float) -> Timer:
    """The clock stopped at `at`, as it stood then; one that is already stopped stays as it is."""
    if timer.paused:
        return timer
    remaining = None if timer.ends_at is None else round(max(0.0, timer.ends_at - at), 6)
    return replace(timer, paused=True, paused_at=at, remaining=remaining)


def _rewind(world: World, event: e.Rewound, at: float) -> Rewind:
    """`world` as it stood at the point; a phase that has only just opened is gone back to from its start."""
    turn, phase, start = world.timer.turn, world.timer.phase, world.timer.opened_at >= world.last_at
    return Rewind(event.attempt, at, turn, phase, start, event.reason, event.shared)


def _resume(world: World, ends_at: float | None, at: float) -> World:
    """The clock goes on; answers that were asked for wait as much longer as the pause was."""
    timer = world.timer
    paused_for = at - timer.paused_at
    running = replace(
        timer, paused=False, remaining=None, ends_at=ends_at, paused_for=round(timer.paused_for + paused_for, 6)
    )
    waiting = {
        i.id: replace(i, answer_by=round(i.answer_by + paused_for, 6))
        for i in world.injects.values()
        if i.answer_by is not None and i.answer_by > timer.paused_at
    }
    return replace(world, timer=running, injects={**world.injects, **waiting} if waiting else world.injects)


def _extend(timer: Timer, event: e.Extended) -> Timer:
    if event.team:
        return replace(timer, extra=_put(timer.extra, event.team, timer.extra.get(event.team, 0.0) + event.seconds))
    return replace(
        timer,
        ends_at=None if timer.ends_at is None else round(timer.ends_at + event.seconds, 6),
        remaining=None if timer.remaining is None else round(timer.remaining + event.seconds, 6),
    )


# Orders and rulings


def _order(world: World, event: e.OrderSubmitted, at: float) -> Order:
    return Order(
        id=event.order,
        kind=event.kind,
        actor=event.actor,
        seat=event.seat,
        team=world.team_of(event.actor),
        turn=event.turn,
        at=at,
        form=event.form,
        cost=event.cost,
        rationale=event.rationale,
        expected=event.expected,
        action=event.action,
    )


def _order_now(world: World, order: Order) -> World:
    return replace(world, orders=_put(world.orders, order.id, order))


def _drop_proposals(world: World, order: str) -> World:
    dropped = {id for id in world.proposed if world.rulings[id].subject == order}
    rulings = {id: ticket for id, ticket in world.rulings.items() if id not in dropped}
    return replace(world, rulings=rulings, proposed=world.proposed - dropped)


def _issue(world: World, ticket: Ticket) -> World:
    earlier = None if ticket.id in world.proposed else world.rulings.get(ticket.id)
    changes = ticket.changes if earlier is None else tuple(c for c in ticket.changes if c not in earlier.changes)
    acted = _acted(world, changes, ticket.later if earlier is None else ())
    later, orders = acted.later, acted.orders
    if ticket.kind == "arrival":
        later = {id: item for id, item in later.items() if id != ticket.id}
    if ticket.kind in ("order", "free"):
        ruled = replace(orders[ticket.subject], status="ruled", ruling=ticket.id)
        orders = _put(orders, ruled.id, ruled)
    rulings = _put(world.rulings, ticket.id, ticket)
    return replace(acted, rulings=rulings, proposed=world.proposed - {ticket.id}, later=later, orders=orders)


# Injects


def _inject_now(world: World, inject: InjectState) -> World:
    return replace(world, injects=_put(world.injects, inject.id, inject))


def _fired(world: World, event: e.InjectFired, at: float) -> InjectState:
    inject, armed = world.scenario.injects[event.inject], world.injects[event.inject]
    return InjectState(
        id=event.inject,
        status="fired",
        by=event.by,
        at=at,
        turn=max(1, world.timer.turn),  # a treatment is told before the first turn opens: it is that turn's news
        audience=event.audience,
        channel=inject.channel,
        said_headline=event.said_headline,
        said_body=event.said_body,
        headline=event.headline,
        body=event.body,
        answer_by=event.answer_by,
        wants_answer=inject.answer is not None,
        moved=armed.moved,
        moved_reason=armed.moved_reason,
    )


def _improvised(world: World, event: e.InjectImprovised, at: float) -> InjectState:
    return InjectState(
        id=event.inject,
        status="fired",
        by="control",
        at=at,
        turn=world.timer.turn,
        audience=event.audience,
        channel=event.channel,
        headline=event.headline,
        body=event.body,
        wants_answer=event.answer,
        improvised=True,
    )


# Talk and agreements


def _dispatch(world: World, event: e.DispatchSent, at: float) -> Dispatch:
    return Dispatch(
        id=event.dispatch,
        seat=event.seat,
        team=event.team,
        to=event.to,
        audience=event.audience,
        subject=event.subject,
        body=event.body,
        at=at,
        turn=world.timer.turn,
        reply_to=event.reply_to,
    )


def _agreement_now(world: World, agreement: Agreement) -> World:
    return replace(world, agreements=_put(world.agreements, agreement.id, agreement))


def _proposed(world: World, event: e.AgreementProposed, at: float) -> Agreement:
    return Agreement(
        id=event.agreement,
        template=event.template,
        parties=event.parties,
        terms=event.terms,
        prose=event.prose,
        text_hash=event.text_hash,
        version=1,
        author=event.actor,
        audience=event.audience,
        turn=world.timer.turn,
        at=at,
    )


def _revised(agreement: Agreement, event: e.AgreementRevised) -> Agreement:
    return replace(
        agreement,
        terms=event.terms,
        prose=event.prose,
        text_hash=event.text_hash,
        version=agreement.version + 1,
        author=event.actor,
        signed={},
        before=Wording(agreement.terms, agreement.prose),
    )


def _ended(agreement: Agreement, event: e.AgreementEnded) -> Agreement:
    return replace(
        agreement,
        status="ended" if agreement.status == "in_force" else "rejected",
        ended_by=event.actor,
        reason=event.reason,
    )


# What all share

Key = TypeVar("Key")


def _put(mapping: Mapping[Key, Item], key: Key, item: Item) -> Mapping[Key, Item]:
    return {**mapping, key: item}


def _acted(world: World, changes: Iterable[Change], later: Iterable[Later]) -> World:
    """The world with changes assigned and effects of later months noted."""
    state: dict[str, Value] = {change.path: change.after for change in changes}
    waiting = {item.id: item for item in later}
    if not state and not waiting:
        return world
    return replace(world, state={**world.state, **state}, later={**world.later, **waiting})


def text_refs(event: Event) -> list[TextRef]:
    """The texts that an event refers to."""
    refs: list[TextRef] = [getattr(event, name) for name in TEXT_FIELDS[type(event)]]
    if isinstance(event, e.RulingProposed | e.RulingIssued) and event.ticket.decision:
        refs.append(event.ticket.decision.reason)
    return [ref for ref in refs if ref]


def _texts(world: World, event: Event) -> Mapping[TextRef, tuple[str, ...]]:
    """Who may read the event's texts. The first audience stays: a repeated reference opens nothing."""
    readers = _readers(event)
    new = {ref: readers for ref in text_refs(event) if ref not in world.texts}
    if not new:
        return world.texts
    return (world.texts if isinstance(world.texts, Layered) else Layered(world.texts, {})).with_new(new)


def _readers(event: Event) -> Audience:
    """The event's audience; of a rewind everybody hears, but why is control's unless it shares it."""
    return CONTROL if isinstance(event, e.Rewound) and not event.shared else event.audience
