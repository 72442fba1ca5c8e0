"""What a bot does, from a view alone. Pure: the view as JSON goes in, wishes come out.

The simple policy is legal, cheap and without a plan: it gives orders that it may give and can pay, answers what it is
asked, signs what lies on the table now and then. It serves rehearsals and tests; it is no opponent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value

View = dict[str, Any]
"""A seat's view, its parts merged."""
Write = Callable[[str], c.TextRef]
"""Keeps a text and gives its reference."""
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a bot wants to do, and why in one sentence."""

    command: Callable[[Write, NewId], c.Command]
    why: str


Policy = Callable[[View, Whim], Iterator[Wish]]

MOST_ORDERS = 3
"""That the simple policy gives for one actor in a turn."""


def simple(view: View, whim: Whim) -> Iterator[Wish]:
    """The simple policy for a seat."""
    yield from _answers(view, whim)
    if view["you"].get("leads") and view["timer"]["phase"] == "planning":
        yield from _orders(view, whim)
        yield from _agreements(view, whim)


def umpire(view: View, whim: Whim) -> Iterator[Wish]:
    """The same for control: accept what is proposed, rule free-form orders at even odds, answer calls."""
    for ruling in _keys(view, "rulings", status="proposed"):
        yield _accept(ruling)
    for order in _keys(view, "orders", kind="free", status="submitted"):
        if view["timer"]["phase"] == "adjudication":
            yield _rule(order)
    for inject, entry in sorted(view.get("msel", {}).items()):
        if _is_now(entry, view["timer"]):
            yield _fire(inject)


# Answers


def _answers(view: View, whim: Whim) -> Iterator[Wish]:
    seat = view["you"]["seat"]
    for inject, entry in sorted(view.get("injects", {}).items()):
        if entry["wants_answer"] and seat not in entry.get("answers", {}):
            choices = [choice["value"] for choice in entry.get("choices", [])]
            yield _answer(inject, whim.pick(inject, choices) if choices else "")


def _answer(inject: str, choice: str) -> Wish:
    def command(write: Write, new: NewId) -> c.Command:
        return c.AnswerInject(inject, choice, c.NO_TEXT if choice else write("We have taken note."))

    return Wish(command, "It was asked of us.")


# Orders


def _orders(view: View, whim: Whim) -> Iterator[Wish]:
    for actor, budget in sorted(view.get("budget", {}).items()):
        left = {store: entry["have"] - entry["committed"] for store, entry in budget["stores"].items()}
        given = budget["orders"]
        for kind in _shuffled(view, actor, whim):
            choice = view["menu"][kind]["actors"][actor]
            if given >= min(budget.get("limit", MOST_ORDERS), MOST_ORDERS) or not whim.chance(f"{actor} {kind}", 0.6):
                continue
            if all(left.get(store, 0) >= amount for store, amount in choice["cost"].items()):
                left = {store: have - choice["cost"].get(store, 0) for store, have in left.items()}
                given += 1
                yield _order(view, actor, kind, whim)
        if given < MOST_ORDERS and view["exercise"].get("free_orders") and whim.chance(f"{actor} free", 0.1):
            yield _free_order(view, actor)


def _shuffled(view: View, actor: str, whim: Whim) -> list[str]:
    """The orders that this actor may give now, in no order of preference."""
    menu = view.get("menu", {}).items()
    possible = [kind for kind, entry in menu if entry["actors"].get(actor, {}).get("possible")]
    return sorted(possible, key=lambda kind: whim.within(f"{actor} {kind} first", 0, 1))


def _order(view: View, actor: str, kind: str, whim: Whim) -> Wish:
    entry = view["menu"][kind]
    form = {field["id"]: _value(field, entry["actors"][actor], f"{actor} {kind}", whim) for field in entry["form"]}
    turn = view["timer"]["turn"]

    def command(write: Write, new: NewId) -> c.Command:
        why = write(f"{entry['title']} is possible and we can pay for it.")
        return c.SubmitOrder(new(), kind, actor, form, why, write("It helps us a little."), turn=turn)

    return Wish(command, f"{entry['title']} is possible and affordable.")


def _free_order(view: View, actor: str) -> Wish:
    turn = view["timer"]["turn"]

    def command(write: Write, new: NewId) -> c.Command:
        action = write("Invite the other side to a quiet talk.")
        reasons = write("Nothing on the menu does that.")
        return c.SubmitOrder(new(), "free", actor, {}, reasons, write("A little more trust."), action, turn)

    return Wish(command, "Nothing on the menu is a quiet talk.")


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
    mine = set(view["teams"][view["you"]["team"]]["actors"])
    for agreement, entry in sorted(view.get("agreements", {}).items()):
        open_to = {actor for actor in entry["parties"] if actor in mine and not entry["signed"].get(actor)}
        for actor in sorted(open_to):
            if entry["status"] == "proposed" and whim.chance(f"{entry['template']} {actor}", 0.6):
                yield _sign(agreement, actor, entry["text_hash"])
    taken = {entry["template"] for entry in view.get("agreements", {}).values()}
    for template, entry in sorted(view.get("templates", {}).items()):
        parties = _parties(entry["parties"])
        if template not in taken and mine & set(parties) and whim.chance(template, 0.4):
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
        prose = write("In good faith.") if entry["prose"] else c.NO_TEXT
        return c.ProposeAgreement(new(), template, parties, terms, prose)

    return Wish(command, f"{entry['title']} could suit us both.")


def _sign(agreement: str, actor: str, text_hash: str) -> Wish:
    return Wish(lambda write, new: c.SignAgreement(agreement, actor, text_hash), "We can live with this text.")


# Control


def _accept(ruling: str) -> Wish:
    return Wish(lambda write, new: c.AcceptRuling(ruling), "The rules say so.")


def _rule(order: str) -> Wish:
    return Wish(
        lambda write, new: c.RuleFreeOrder(order, write("Nothing speaks for it or against it."), odds=0.5),
        "Nobody knows how it would go.",
    )


def _fire(inject: str) -> Wish:
    return Wish(lambda write, new: c.FireInject(inject), "Its time has come.")


def _is_now(entry: View, timer: View) -> bool:
    """Whether a scheduled inject belongs into the present phase: bots do not wait for the minute."""
    when = (entry.get("turn", 0), entry.get("phase", ""))
    return (
        entry["kind"] == "scheduled" and entry["status"] == "armed" and when == (timer.get("turn", 0), timer["phase"])
    )


def _keys(view: View, among: str, /, **wanted: str) -> list[str]:
    entries = sorted(view.get(among, {}).items(), key=lambda item: (item[1].get("order", 0), item[0]))
    return [key for key, entry in entries if all(entry[name] == value for name, value in wanted.items())]
