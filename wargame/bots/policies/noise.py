"""Anything legal and cheap, without a plan: it draws among what it may order, and signs as it feels.

It serves rehearsals and tests, where everything is to happen once; it is no opponent.
"""

from collections.abc import Iterator

from wargame.bots.policies.answers import answers, letters
from wargame.bots.policies.bargaining import sign
from wargame.bots.policies.ordering import open_orders, order_wish, price_of
from wargame.bots.policies.wish import NewId, View, Wish, Write, decides, own_actors
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value

MOST_ORDERS = 3
"""That it gives for one actor in a turn."""


def noise(view: View, whim: Whim) -> Iterator[Wish]:
    """For a seat in whose team no person sits."""
    yield from answers(view, whim)
    if decides(view):
        yield from letters(view)
        if view["timer"]["phase"] == "planning":
            yield from _orders(view, whim)
            yield from _agreements(view, whim)


# Orders


def _orders(view: View, whim: Whim) -> Iterator[Wish]:
    for actor, budget in sorted(view.get("budget", {}).items()):
        left = {store: entry["have"] - entry["committed"] for store, entry in budget["stores"].items()}
        kinds, given = _open(view, actor, whim), budget["orders"]
        for kind in kinds:
            form = _form(view, actor, kind, whim)
            cost = price_of(view["menu"][kind], actor, form)
            wanted = not given or whim.chance(f"{actor} {kind}", 0.6)  # who could act and gave no order would look lost
            if given >= min(budget.get("limit", MOST_ORDERS), MOST_ORDERS) or not wanted:
                continue
            if all(left.get(store, 0) >= amount for store, amount in cost.items()):
                left = {store: have - cost.get(store, 0) for store, have in left.items()}
                given += 1
                yield _order(view, actor, kind, form, len(kinds))


def _open(view: View, actor: str, whim: Whim) -> list[str]:
    """In no order of preference."""
    return sorted(open_orders(view, actor), key=lambda kind: whim.within(f"{actor} {kind} first", 0, 1))


def _form(view: View, actor: str, kind: str, whim: Whim) -> dict[str, Value]:
    entry = view["menu"][kind]
    return {field["id"]: _value(field, entry["actors"][actor], f"{actor} {kind}", whim) for field in entry["form"]}


def _order(view: View, actor: str, kind: str, form: dict[str, Value], among: int) -> Wish:
    entry, turn = view["menu"][kind], view["timer"]["turn"]
    name = view["actors"][actor]["name"]
    choice = f"drew this one from {among} that it" if among > 1 else "gave the one order that it"
    why = f"A bot without a plan plays for {name}: it {choice} may give and can pay for now."
    return order_wish(kind, actor, form, why, entry, turn)


def _value(field: View, choice: View, question: str, whim: Whim) -> Value:
    """A legal value for a field of a form."""
    question = f"{question} {field['id']}"
    if field["kind"] == "flag":
        return whim.chance(question, 0.5)
    if field["kind"] == "choice":
        return str(whim.pick(question, [option["value"] for option in field["choices"]]))
    bounds = choice.get("bounds", {}).get(field["id"], field)
    low, high = bounds.get("low", 0.0), bounds.get("high", 1.0)
    if field["kind"] == "whole":
        return int(whim.pick(question, range(int(low), int(high) + 1)))
    return round(whim.within(question, low, high), 1)


# Agreements


def _agreements(view: View, whim: Whim) -> Iterator[Wish]:
    """Signs its own texts, and others' as it feels about each version; nobody signs for a team but its own seat."""
    mine = own_actors(view)
    for agreement, entry in sorted(view.get("agreements", {}).items()):
        open_to = {actor for actor in entry["parties"] if actor in mine and not entry["signed"].get(actor)}
        for actor in sorted(open_to):
            likes = entry["author"] in mine or whim.chance(f"{entry['template']} {entry['version']} {actor}", 0.6)
            if entry["status"] == "proposed" and likes and not entry.get("unmet"):
                yield sign(agreement, actor, entry["text_hash"])
    taken = {entry["template"] for entry in view.get("agreements", {}).values()}
    for template, entry in sorted(view.get("templates", {}).items()):
        parties = _parties(entry["parties"])
        if template not in taken and not entry.get("unmet") and mine & set(parties) and whim.chance(template, 0.4):
            yield _propose(template, entry, parties, whim)


def _parties(places: list[list[str]]) -> tuple[str, ...]:
    """One actor for each place, nobody twice where that can be had."""
    taken: list[str] = []
    for place in places:
        taken.append(next((actor for actor in place if actor not in taken), place[0]))
    return tuple(taken)


def _propose(template: str, entry: View, parties: tuple[str, ...], whim: Whim) -> Wish:
    terms = {field["id"]: _value(field, {}, f"{template} clause", whim) for field in entry["clauses"]}

    def command(write: Write, new: NewId) -> c.Command:
        prose = write("Proposed by a bot, in good faith.") if entry["prose"] else c.NO_TEXT
        return c.ProposeAgreement(new(), template, parties, terms, prose)

    return Wish(f"propose {template}", command, f"{entry['title']} could suit all its parties.")
