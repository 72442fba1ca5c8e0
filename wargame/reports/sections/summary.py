"""The executive summary: what was decided, how it ended, what turned it. Counted and computed, without judgement."""

from wargame.reports.record import Json
from wargame.reports.sections.scores import scores
from wargame.reports.sections.trajectories import history
from wargame.reports.sections.turning_points import turning_points
from wargame.reports.teller import Teller
from wargame.reports.wording import counted, listed, number

CHANGED = ("amended", "overridden")


def summary(teller: Teller) -> Json:
    return {
        "lines": [line for line in (_orders(teller), _events(teller), _crossed(teller), _back(teller)) if line],
        "decided": _decided(teller),
        "ended": _ended(teller),
        "objectives": scores(teller),
        "turning_points": turning_points(teller),
    }


def _orders(teller: Teller) -> str:
    issued = [ruling for ruling in teller.issued.values() if ruling["kind"] != "drift"]
    orders = sum(ruling["kind"] in ("order", "free") for ruling in issued)
    changed = sum((ruling.get("decision") or {}).get("kind") in CHANGED for ruling in issued)
    told = f"{listed(orders, 'order was', 'orders were')} ruled on; {listed(len(issued) - orders, 'ruling')} "
    rest = f"control changed {changed} of all rulings" if changed else "control changed no ruling"
    return f"{told}came from the model’s own rules; {rest}."


def _events(teller: Teller) -> str:
    agreements = teller.view.get("agreements", {}).values()
    in_force = sum(agreement["status"] == "in_force" for agreement in agreements)
    injects = listed(len(teller.view.get("injects", {})), "inject was", "injects were")
    texts = listed(len(agreements), "agreement was", "agreements were")
    known = f" {texts} proposed; {in_force or 'none'} in force at the end." if agreements else ""
    return f"{injects[0].upper()}{injects[1:]} put into play.{known}"


def _crossed(teller: Teller) -> str:
    lines = [
        f"“{line['title']}” ({teller.actor(line['owner'])})"
        for _, line in teller.sorted("red_lines")
        if line["status"] == "crossed"
    ]
    return f"Red lines crossed at the end: {', '.join(lines)}." if lines else ""


def _back(teller: Teller) -> str:
    n = len(teller.record.taken_back)
    return f"Control went back to an earlier point {listed(n, 'time')}; what that made void stands apart." if n else ""


def _decided(teller: Teller) -> Json:
    """By team and turn: the orders that were ruled on, each title once with how often."""
    turns = sorted({ruling["turn"] for ruling in teller.issued.values()})
    rows = []
    for team, shape in teller.sorted("teams"):
        cells = [counted(_titles(teller, team, turn)) for turn in turns]
        rows.append([shape["name"], *cells])
    return {"turns": turns, "rows": rows}


def _titles(teller: Teller, team: str, turn: int) -> list[str]:
    return [
        ruling["title"]
        for ruling in teller.issued.values()
        if ruling["kind"] in ("order", "free")
        and ruling["turn"] == turn
        and teller.view["actors"].get(ruling["actor"], {}).get("team") == team
    ]


def _ended(teller: Teller) -> list[list[str]]:
    """Headline indicators: name, at the start, at the end, the change."""
    rows = []
    for path, variable in teller.sorted("variables"):
        past = history(variable)
        if variable["key"] and past:
            start, end = past[0][1], variable.get("value", past[-1][1])
            rows.append([teller.name_of(path), teller.value(path, start), teller.value(path, end), change(variable)])
    return rows


def change(variable: Json) -> str:
    """Between the numbers as they are shown: what stands beside it must not contradict it."""
    start, end = history(variable)[0][1], variable.get("value", history(variable)[-1][1])
    if isinstance(end, bool | str) or isinstance(start, bool | str):
        return "" if start == end else "changed"
    places = variable["places"]
    text = number(round(end, places) - round(start, places), places)
    return text if text.startswith("-") or float(text) == 0 else f"+{text}"
