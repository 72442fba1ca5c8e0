"""The decision register: orders of which this reader knows; where only the ruling is known, what it says."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import said


def decisions(teller: Teller) -> list[Json]:
    known = [_order(teller, order) for _, order in teller.dated("orders")]
    found = known or [
        _known_by_ruling(teller, key, ruling)
        for key, ruling in teller.issued.items()
        if ruling["kind"] in ("order", "free")
    ]
    return [{"mark": f"{teller.letter}D{n}", **decision} for n, decision in enumerate(found, 1)]


def _order(teller: Teller, order: Json) -> Json:
    ruling = teller.view.get("rulings", {}).get(order.get("ruling", ""))
    return {
        "turn": order["turn"],
        "title": order["title"],
        "actor": teller.actor(order["actor"]),
        "by": teller.seat(order["seat"]),
        "status": order["status"],
        "form": _form(order),
        "action": teller.text(order.get("action", "")),
        "rationale": teller.text(order.get("rationale", "")),
        "expected": teller.text(order.get("expected", "")),
        "reason": teller.text(order.get("reason", "")),
        "outcome": ruling["sentence"] if ruling else "",
        "ruling": teller.ruling_marks.get(order.get("ruling", ""), ""),
    }


def _form(order: Json) -> list[list[str]]:
    """What was filled in, by the labels of the form."""
    return [[one["label"], said(one["value"], one["unit"])] for one in order["said"]]


def _known_by_ruling(teller: Teller, key: str, ruling: Json) -> Json:
    empty = dict.fromkeys(("by", "action", "rationale", "expected", "reason"), "")
    return {
        "turn": ruling["turn"],
        "title": ruling["title"],
        "actor": teller.actor(ruling["actor"]),
        "status": "ruled",
        "form": [],
        **empty,
        "outcome": ruling["sentence"],
        "ruling": teller.ruling_marks[key],
    }
