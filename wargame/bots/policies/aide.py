"""A bot beside people, who decide for their team: it answers what only it is asked and tells what only it knows."""

from collections.abc import Iterator

from wargame.bots.policies.answers import answers
from wargame.bots.policies.wish import NewId, View, Wish, Write
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value
from wargame.engine.units import unit_of


def aide(view: View, whim: Whim) -> Iterator[Wish]:
    """What people beside it cannot do for it, and nothing else."""
    alone = [f"seat:{view['you']['seat']}"]
    asked = {inject: entry for inject, entry in view.get("injects", {}).items() if entry["to"] == alone}
    yield from answers({"you": view["you"], "injects": asked}, whim)
    yield from _confides(view)


def _confides(view: View) -> Iterator[Wish]:
    """One letter to its own team, which could ask a person across the table, with what only its seat sees."""
    team, seat = view["you"]["team"], view["you"]["seat"]
    lines = [_line(entry) for entry in _own(view)]
    if not lines or any(one["seat"] == seat for one in view.get("dispatches", {}).values()):
        return

    def command(write: Write, new: NewId) -> c.Command:
        title = view["teams"][team]["seats"][seat]["title"]
        body = write("\n".join([*lines, "Only this seat sees it; what to make of it is the team's."]))
        return c.SendDispatch(new(), (f"team:{team}",), write(f"{title}: for us alone"), body)

    yield Wish("confide", command, "The people beside it should know what only its seat sees.")


def _own(view: View) -> list[View]:
    found = (entry for entry in view.get("variables", {}).values() if entry.get("secret") == "seat")
    return sorted((entry for entry in found if "value" in entry), key=lambda entry: int(entry["order"]))


def _line(entry: View) -> str:
    value = entry["value"]
    return f"{entry['name']}: {_amount(value)} {unit_of(entry['unit'], value)}".rstrip() + f". {entry['definition']}"


def _amount(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{value:g}"
