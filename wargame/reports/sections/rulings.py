"""The rulings register: each ruling with its ticket, as far as this reader may know what decided it."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import number, rounded, said


def rulings(teller: Teller) -> list[Json]:
    """All but the drifts, which have a table of their own."""
    return [_ruling(teller, mark, teller.issued[key]) for key, mark in teller.ruling_marks.items()]


def _ruling(teller: Teller, mark: str, ruling: Json) -> Json:
    decision = ruling.get("decision") or {"kind": "issued"}
    return {
        "mark": mark,
        "turn": ruling["turn"],
        "month": ruling["month"],
        "title": ruling["title"],
        "actor": teller.actor(ruling["actor"]) if ruling["actor"] else "",
        "sentence": ruling["sentence"],
        "rule": f"{ruling['rule']} v{ruling['version']}",
        "chance": _chance(ruling),
        "terms": [_term(teller, term) for term in ruling["terms"]],
        "hidden": ruling["hidden_terms"],
        "factors": ruling.get("factors", []),
        "changes": [_change(teller, change) for change in ruling["changes"]],
        "decision": decision["kind"],
        "reason": teller.text(decision.get("reason", "")),
    }


def _term(teller: Teller, term: Json) -> list[str]:
    """Label, what went in, what it adds, where that comes from."""
    return [term["label"], _input(teller, term), f"{term['value']:+.2f}", teller.source(term["provenance"])]


def _input(teller: Teller, term: Json) -> str:
    """What went in; empty where it is the term itself."""
    value = teller.world.scenario.names.get(term["input"], term["input"]) if term["input"] != term["value"] else ""
    return said(value, term["unit"])


def _change(teller: Teller, change: Json) -> list[str]:
    path = change["path"]
    return [change["name"], teller.value(path, change["before"]), teller.value(path, change["after"])]


def _chance(ruling: Json) -> str:
    """The draw in a sentence; empty when there was none or when it may not be seen."""
    draw, chance = ruling.get("draw"), ruling.get("probability")
    if draw is None:
        return ""
    if chance is None:
        shares = ", ".join(f"{o['label']} {o['share']:.1%}" for o in ruling["outcomes"] if "share" in o)
        return f"{shares}; drawn {number(draw, 3)}" if shares else f"Drawn {rounded(draw)}"
    side = "below" if draw < chance else "not below"
    return f"Chance {chance:.1%}; drawn {draw:.1%}, {side} it"
