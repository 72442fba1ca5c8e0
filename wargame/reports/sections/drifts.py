"""What moved by itself: the model's drifts, summed up by turn."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller


def drifts(teller: Teller) -> Json:
    """For each value, turn by turn: before the turn's first drift, after its last; "" where it stood still."""
    moved: dict[str, dict[int, list[str]]] = {}
    names: dict[str, str] = {}
    turns: dict[int, None] = {}
    for ruling in teller.issued.values():
        for change in ruling["changes"] if ruling["kind"] == "drift" else ():
            path, turn = change["path"], ruling["turn"]
            names[path], turns[turn] = change["name"], None
            first = moved.setdefault(path, {}).setdefault(turn, [teller.value(path, change["before"]), ""])
            first[1] = teller.value(path, change["after"])
    rows = [[names[path], *(_cell(by_turn.get(turn)) for turn in turns)] for path, by_turn in moved.items()]
    return {"turns": list(turns), "rows": [row for row in rows if any(row[1:])]}


def _cell(span: list[str] | None) -> str:
    return "" if span is None or span[0] == span[1] else f"{span[0]} → {span[1]}"
