"""What a bot does, from a view alone. Pure: the view as JSON goes in, wishes come out.

The simple policy is legal, cheap and without a plan: it gives orders that it may give and can pay, answers what it is
asked, signs what lies on the table now and then. It serves rehearsals and tests; it is no opponent.

A policy may be asked at any time and as often as one likes: a wish has the same key whenever it is wished in a turn,
and what the view shows as done is not wished anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value

View = Mapping[str, Any]
"""A seat's view, its parts merged."""
Write = Callable[[str], c.TextRef]
"""Keeps a text and gives its reference."""
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a bot wants to do, and why in one sentence."""

    key: str
    """What it is, by name: asked twice in a turn, it is carried out once."""
    command: Callable[[Write, NewId], c.Command]
    why: str


Policy = Callable[[View, Whim], Iterator[Wish]]

MOST_ORDERS = 3
"""That the simple policy gives for one actor in a turn."""


def simple(view: View, whim: Whim) -> Iterator[Wish]:
    """The simple policy for a seat in whose team no person sits."""
    yield from _answers(view, whim)
    if _decides(view):
        yield from _letters(view)
        if view["timer"]["phase"] == "planning":
            yield from _orders(view, whim)
            yield from _agreements(view, whim)


def aide(view: View, whim: Whim) -> Iterator[Wish]:
    """For a seat beside people, who decide for their team: it answers what it alone is asked, and nothing else."""
    alone = [f"seat:{view['you']['seat']}"]
    asked = {inject: entry for inject, entry in view.get("injects", {}).items() if entry["to"] == alone}
    yield from _answers({"you": view["you"], "injects": asked}, whim)


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


def _decides(view: View) -> bool:
    """Whether this seat gives its team's orders; in a team that nobody leads, the first seat does."""
    seats = view["teams"][view["you"]["team"]]["seats"]
    leading = [seat for seat, entry in seats.items() if entry["leads"]]
    first = min(seats, key=lambda seat: (seats[seat]["order"], seat))
    return bool(view["you"]["seat"] in (leading or [first]))


# Answers


def _answers(view: View, whim: Whim) -> Iterator[Wish]:
    seat = view["you"]["seat"]
    for inject, entry in sorted(view.get("injects", {}).items()):
        choices, answered = entry.get("choices", []), entry.get("answers", {})
        if entry["wants_answer"] and seat not in answered and not (choices and answered):  # a team chooses once
            yield _answer(inject, entry["at"], whim.pick(inject, choices) if choices else {})


def _answer(inject: str, fired_at: float, choice: View) -> Wish:
    why = f"Asked to choose, it drew “{choice['label']}”." if choice else "It was asked for words."

    def command(write: Write, new: NewId) -> c.Command:
        text = c.NO_TEXT if choice else write("A bot plays this seat. It has taken note, and has no more to say.")
        return c.AnswerInject(inject, choice.get("value", ""), text)

    return Wish(f"answer {inject} {fired_at}", command, why)


def _letters(view: View) -> Iterator[Wish]:
    """Nobody waits in vain for a reply: a letter to the team is answered once, and an answer is not."""
    letters, team = view.get("dispatches", {}), view["you"]["team"]
    answered = {entry.get("reply_to") for entry in letters.values() if entry["team"] == team}
    for dispatch, entry in sorted(letters.items()):
        asks = entry["team"] != team and not entry.get("reply_to") and f"team:{team}" in entry["to"]
        if asks and dispatch not in answered:
            yield _reply(dispatch, entry["team"])


def _reply(dispatch: str, team: str) -> Wish:
    to = team if team == c.CONTROL_SEAT else f"team:{team}"

    def command(write: Write, new: NewId) -> c.Command:
        body = write(
            "A bot plays here, and it does not bargain by letter. Propose a text: it signs it, or it does not."
        )
        return c.SendDispatch(new(), (to,), write("From a bot"), body, dispatch)

    return Wish(f"reply {dispatch}", command, "Whoever writes to a bot learns that it is one.")


# Orders


def _orders(view: View, whim: Whim) -> Iterator[Wish]:
    for actor, budget in sorted(view.get("budget", {}).items()):
        left = {store: entry["have"] - entry["committed"] for store, entry in budget["stores"].items()}
        kinds, given = _open(view, actor, whim), budget["orders"]
        for kind in kinds:
            cost = view["menu"][kind]["actors"][actor]["cost"]
            wanted = not given or whim.chance(f"{actor} {kind}", 0.6)  # who could act and gave no order would look lost
            if given >= min(budget.get("limit", MOST_ORDERS), MOST_ORDERS) or not wanted:
                continue
            if all(left.get(store, 0) >= amount for store, amount in cost.items()):
                left = {store: have - cost.get(store, 0) for store, have in left.items()}
                given += 1
                yield _order(view, actor, kind, len(kinds), whim)


def _open(view: View, actor: str, whim: Whim) -> list[str]:
    """The orders that this actor may give now and has not tried this turn, in no order of preference."""
    tried = _tried(view, actor)
    menu = view.get("menu", {}).items()
    possible = [kind for kind, entry in menu if entry["actors"].get(actor, {}).get("possible") and kind not in tried]
    return sorted(possible, key=lambda kind: whim.within(f"{actor} {kind} first", 0, 1))


def _tried(view: View, actor: str) -> set[str]:
    """Given in this turn, whatever became of it: what was sent back is not given again."""
    turn, orders = view["timer"]["turn"], view.get("orders", {}).values()
    return {order["kind"] for order in orders if (order["actor"], order["turn"]) == (actor, turn)}


def _order(view: View, actor: str, kind: str, among: int, whim: Whim) -> Wish:
    entry = view["menu"][kind]
    form = {field["id"]: _value(field, entry["actors"][actor], f"{actor} {kind}", whim) for field in entry["form"]}
    turn = view["timer"]["turn"]
    name = view["actors"][actor]["name"]
    choice = f"drew this one from {among} that it" if among > 1 else "gave the one order that it"
    why = f"A bot without a plan plays for {name}: it {choice} may give and can pay for now."

    def command(write: Write, new: NewId) -> c.Command:
        expected = write(f"What the menu says of it: {entry['summary'] or entry['title']}")
        return c.SubmitOrder(new(), kind, actor, form, write(why), expected, turn=turn)

    return Wish(f"order {actor} {kind}", command, why)


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
    mine = set(view["teams"][view["you"]["team"]]["actors"])
    for agreement, entry in sorted(view.get("agreements", {}).items()):
        open_to = {actor for actor in entry["parties"] if actor in mine and not entry["signed"].get(actor)}
        for actor in sorted(open_to):
            likes = entry["author"] in mine or whim.chance(f"{entry['template']} {entry['version']} {actor}", 0.6)
            if entry["status"] == "proposed" and likes:
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
        prose = write("Proposed by a bot, in good faith.") if entry["prose"] else c.NO_TEXT
        return c.ProposeAgreement(new(), template, parties, terms, prose)

    return Wish(f"propose {template}", command, f"{entry['title']} could suit all its parties.")


def _sign(agreement: str, actor: str, text_hash: str) -> Wish:
    return Wish(
        f"sign {agreement} {actor} {text_hash}",
        lambda write, new: c.SignAgreement(agreement, actor, text_hash),
        "It can live with this text.",
    )


# Control


def _accept(ruling: str) -> Wish:
    return Wish(f"accept {ruling}", lambda write, new: c.AcceptRuling(ruling), "The rules say so.")


def _rule(order: str) -> Wish:
    return Wish(
        f"rule {order}",
        lambda write, new: c.RuleFreeOrder(order, write("Nothing speaks for it or against it."), odds=0.5),
        "Nobody knows how it would go.",
    )


def _fire(inject: str) -> Wish:
    return Wish(f"fire {inject}", lambda write, new: c.FireInject(inject), "Its time has come.")


def _is_now(entry: View, timer: View) -> bool:
    """Whether a scheduled inject belongs into the present phase: bots do not wait for the minute."""
    when = (entry.get("turn", 0), entry.get("phase", ""))
    return (
        entry["kind"] == "scheduled" and entry["status"] == "armed" and when == (timer.get("turn", 0), timer["phase"])
    )


def _keys(view: View, among: str, /, **wanted: str) -> list[str]:
    entries = sorted(view.get(among, {}).items(), key=lambda item: (item[1].get("order", 0), item[0]))
    return [key for key, entry in entries if all(entry[name] == value for name, value in wanted.items())]
