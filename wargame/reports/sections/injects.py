"""Injects: what was put into play, by whom, and what was answered."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import clock_time

FIRED_BY = {
    "clock": "by the clock",
    "condition": "its condition was met",
    "control": "by control",
    "not_done": "because something was not done",
    "effect": "as a consequence",
    "treatment": "as a treatment, at the start",
}


def injects(teller: Teller) -> list[Json]:
    return [_inject(teller, key, inject) for key, inject in teller.sorted("injects")]


def _inject(teller: Teller, key: str, inject: Json) -> Json:
    listed = teller.view.get("msel", {}).get(key, {})
    return {
        "time": clock_time(inject["at"]),
        "turn": inject["turn"],
        "headline": teller.text(inject.get("headline_ref", "")) or inject.get("headline", ""),
        "body": teller.text(inject.get("body_ref", "")) or inject.get("body", ""),
        "persona": inject["persona"],
        "channel": inject["channel"],
        "to": teller.audience(inject["to"]),
        "by": FIRED_BY.get(listed.get("by", ""), ""),
        "moved": _moved(teller, listed),
        "from": teller.source(inject["provenance"]),
        "answers": [_answer(teller, seat, answer, inject) for seat, answer in inject.get("answers", {}).items()],
    }


def _moved(teller: Teller, listed: Json) -> str:
    """From where and to where control moved it, and why; empty if it did not, or the reader has no list of injects."""
    if not listed.get("planned"):
        return ""
    why = teller.text(listed["moved_reason"])
    return f"Moved by control from {listed['planned']} to {listed['when'].lower()}" + (f": {why}" if why else "")


def _answer(teller: Teller, seat: str, answer: Json, inject: Json) -> Json:
    labels = {choice["value"]: choice["label"] for choice in inject.get("choices", [])}
    parts = [labels.get(answer["choice"], answer["choice"]), teller.text(answer["text"])]
    who = "By default, as nobody answered in time" if seat == "system" else teller.seat(seat)
    return {"seat": who, "said": ": ".join(part for part in parts if part)}
