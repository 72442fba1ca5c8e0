"""How values went, turn by turn: charts of the headline indicators, a table of everything else that moved."""

from typing import Any

from wargame.engine.units import unit_of
from wargame.reports.charts import Line, line_chart, spoken
from wargame.reports.record import Json
from wargame.reports.teller import Teller


def trajectories(teller: Teller) -> list[Json]:
    """Charts. Flags, words and what stood still have none."""
    moved = [(path, v) for path, v in teller.sorted("variables") if moves(v) and is_number(v)]
    headline = [(path, v) for path, v in moved if v["key"]] or moved
    lines = [_line(teller, path, variable) for path, variable in headline]
    return [
        {"name": line.name, "unit": unit_of(line.unit), "svg": line_chart(line), "alt": spoken(line)} for line in lines
    ]


def values(teller: Teller) -> Json:
    """What moved and has no chart: name, then its value at the start and at the end of each turn."""
    charted = {chart["name"] for chart in trajectories(teller)}
    turns = sorted({int(turn) for _, v in teller.sorted("variables") for turn in v.get("history", {})})
    rows = []
    for path, variable in teller.sorted("variables"):
        name = teller.name_of(path)
        if moves(variable) and name not in charted:
            past = variable["history"]
            rows.append([name, *(teller.value(path, past[str(t)]) if str(t) in past else "" for t in turns)])
    return {"turns": turns, "rows": rows}


def history(variable: Json) -> list[tuple[int, Any]]:
    """(turn, value) in order; turn 0 is the start."""
    return sorted((int(turn), value) for turn, value in variable.get("history", {}).items())


def moves(variable: Json) -> bool:
    return len({repr(value) for _, value in history(variable)}) > 1


def is_number(variable: Json) -> bool:
    return all(isinstance(v, int | float) and not isinstance(v, bool) for _, v in history(variable))


def _line(teller: Teller, path: str, variable: Json) -> Line:
    low, high, places = variable["low"], variable["high"], variable["places"]
    return Line(teller.name_of(path), variable["unit"], low, high, places, history(variable))
