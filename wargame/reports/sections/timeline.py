"""What happened, in order. What belongs together is told together, where the first of it happened."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wargame.engine.events import (
    CardDealt,
    EstimatesDrawn,
    Event,
    InjectFired,
    Logged,
    MonthOpened,
    OrderSubmitted,
    PhaseOpened,
    Rewound,
    RulingIssued,
    RulingProposed,
)
from wargame.engine.told import told
from wargame.engine.views import may_read, may_see
from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import clock_time, counted, listed, spans

PASSING = (EstimatesDrawn, MonthOpened, RulingProposed)
"""What happens on the way to something that the time line tells anyway."""


def timeline(teller: Teller) -> list[Json]:
    """One row for each moment: exercise time, turn, sentence, and why where this reader may know it."""
    return [_row(teller, group) for group in _grouped(teller)]


@dataclass
class Group:
    """Events that are told in one row."""

    turn: int
    entries: list[Logged] = field(default_factory=list)


def _grouped(teller: Teller) -> Iterator[Group]:
    groups: dict[object, Group] = {}
    turn = teller.turn
    for entry in teller.log:
        event = entry.event
        turn = event.turn if isinstance(event, PhaseOpened) else turn
        if may_see(teller.world, teller.profile.viewer, event.audience) and not _passing(event):
            groups.setdefault((turn, _kind(entry)), Group(turn)).entries.append(entry)
    yield from groups.values()


def _passing(event: Event) -> bool:
    return isinstance(event, PASSING) or (isinstance(event, RulingIssued) and event.ticket.kind == "drift")


def _kind(entry: Logged) -> object:
    """What makes two events of a turn one row."""
    match entry.event:
        case OrderSubmitted(actor=actor):
            return "ordered", actor
        case RulingIssued(ticket=ticket) if ticket.kind in ("order", "free"):
            return "ruled"
        case RulingIssued(ticket=ticket):
            return ticket.title, ticket.sentence
        case CardDealt(deck=deck):
            return "dealt", deck
        case InjectFired(inject=inject, said_headline=headline):
            return "fired", inject, headline
    return entry.seq


def _row(teller: Teller, group: Group) -> Json:
    first = group.entries[0]
    row: Json = {"time": clock_time(first.at), "turn": group.turn, "sentence": _sentence(teller, group.entries)}
    if isinstance(first.event, Rewound) and may_read(teller.world, teller.profile.viewer, first.event.reason):
        row["why"] = teller.text(first.event.reason)
    return row


def _sentence(teller: Teller, entries: list[Logged]) -> str:
    first = entries[0].event
    if isinstance(first, OrderSubmitted):
        orders = [teller.world.orders[o.event.order] for o in entries if isinstance(o.event, OrderSubmitted)]
        titles = counted(teller.world.scenario.order_title(order.kind) for order in orders)
        return f"{teller.actor(first.actor)} submitted {listed(len(orders), 'order')}: {titles}"
    if isinstance(first, RulingIssued) and first.ticket.kind in ("order", "free"):
        return f"{listed(len(entries), 'order was', 'orders were')} ruled on: see the decision register"
    sentence = told(teller.world, teller.profile.viewer, first)
    if isinstance(first, RulingIssued) and len(entries) > 1:
        months = [entry.event.ticket.month for entry in entries if isinstance(entry.event, RulingIssued)]
        return f"{sentence} (months {spans(months)})"
    return f"{sentence} ({len(entries)} times)" if len(entries) > 1 else sentence
