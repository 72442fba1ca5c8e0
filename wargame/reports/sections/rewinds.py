"""What control took back: void, and so apart from everything that counts.

It is told as it could be known when it was taken back: of a void future nothing more is ever revealed.
"""

from wargame.engine.events import OrderSubmitted, RulingIssued
from wargame.reports.record import Json, TakenBack
from wargame.reports.sections.decisions import decisions
from wargame.reports.sections.rulings import rulings
from wargame.reports.sections.timeline import timeline
from wargame.reports.teller import Teller


def rewinds(teller: Teller) -> list[Json]:
    """Each with what it made void: time line, decisions, rulings."""
    return [_rewind(teller, one, n) for n, one in enumerate(teller.record.taken_back, 1)]


def _rewind(teller: Teller, one: TakenBack, n: int) -> Json:
    record, profile = teller.record, teller.profile
    void = Teller(record, profile, one.left, one.void, f"V{n}-", one.after.timer.turn)
    void.keep("orders", [entry.event.order for entry in one.void if isinstance(entry.event, OrderSubmitted)])
    void.keep("rulings", [entry.event.ticket.id for entry in one.void if isinstance(entry.event, RulingIssued)])
    [told] = timeline(Teller(record, profile, one.after, [one.rewind]))
    return {
        "time": told["time"],
        "sentence": told["sentence"],
        "why": told.get("why", ""),
        "timeline": timeline(void),
        "decisions": decisions(void),
        "rulings": rulings(void),
    }
