"""Orders of a character: which, for how much, and in one sentence why."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from wargame.bots.policies.filling import between, within
from wargame.bots.policies.temper import Stance, Temper
from wargame.bots.policies.wish import NewId, View, Wish, Write
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value

JITTER = 0.8
"""Between two orders that it likes about as much, a bot chooses anew in each game."""
LEANING = 1.5
"""What it is worth that an order leans the way that a bot leans."""
FRESH, STALE = 0.3, -0.7
"""For what was never ordered; for what was ordered in the turn before."""
REMEMBERED = 2
"""Turns in which a setting that was ordered is not ordered again as it is."""

REASONS = {
    "presses": "of what it may order, this presses the others hardest.",
    "calms": "this gives way a little, and the others can breathe.",
    "dares": "it may go wrong, and the gain is worth that.",
    "open": "the way to this stands open today and may not tomorrow.",
    "saves": "this costs little, and something is kept back.",
    "fits": "of what it may order and pay for, this suits it best.",
}


@dataclass(frozen=True, slots=True)
class Idea:
    """An order that a bot might give."""

    kind: str
    liking: float
    reason: str
    """Of `REASONS`."""


def open_orders(view: View, actor: str) -> list[str]:
    """The orders that this actor may give now and has not tried this turn, whatever became of it."""
    turn, given = view["timer"]["turn"], view.get("orders", {}).values()
    tried = {order["kind"] for order in given if (order["actor"], order["turn"]) == (actor, turn)}
    menu = view.get("menu", {}).items()
    return [kind for kind, entry in menu if entry["actors"].get(actor, {}).get("possible") and kind not in tried]


def orders(view: View, whim: Whim, temper: Temper) -> Iterator[Wish]:
    """For each actor of the team."""
    stance = temper.stance(view)
    for actor, budget in sorted(view.get("budget", {}).items()):
        yield from _for_actor(view, actor, budget, stance, whim, temper)


def _for_actor(view: View, actor: str, budget: View, stance: Stance, whim: Whim, temper: Temper) -> Iterator[Wish]:
    given, most = budget["orders"], min(budget.get("limit", temper.most), temper.most)
    left = {store: entry["have"] - entry["committed"] for store, entry in budget["stores"].items()}
    kept = {store: entry["have"] * temper.keeps for store, entry in budget["stores"].items()}
    ideas = [_idea(view, actor, kind, stance, whim, temper) for kind in open_orders(view, actor)]
    for idea in sorted(ideas, key=lambda idea: (-idea.liking, idea.kind)):
        if given >= most or (given and idea.liking <= 0):
            return
        form = filled(view["menu"][idea.kind], actor, stance.firmness, left, whim)
        if form is None or _said_before(view, actor, idea.kind, form):
            continue
        price = price_of(view["menu"][idea.kind], actor, form)
        if all(left.get(store, 0) - amount >= (kept.get(store, 0) if given else 0) for store, amount in price.items()):
            left = {store: have - price.get(store, 0) for store, have in left.items()}
            given += 1
            yield _order(view, actor, idea, form, stance, temper)


def _idea(view: View, actor: str, kind: str, stance: Stance, whim: Whim, temper: Temper) -> Idea:
    entry = view["menu"][kind]
    leans, mine = entry.get("leans", ()), entry["actors"][actor]
    pressing = LEANING * (2 * stance.firmness - 1)
    likings = {
        "presses": pressing * ("firm" in leans),
        "calms": -pressing * ("conciliatory" in leans),
        "dares": temper.risk * (("risky" in leans) + _crossed(view, entry)),
        "open": temper.openings * bool(mine["needs"]),
        "saves": temper.thrift * (0.5 - _dearness(view, actor, mine["cost"])),
        "fits": 0.2,
    }
    mood = _novelty(view, actor, kind) + whim.within(f"{actor} {kind} liking", 0, JITTER)
    reason = max(likings, key=lambda name: likings[name])
    return Idea(kind, sum(likings.values()) + mood, reason)


def leaning(leans: Collection[str], stance: Stance, temper: Temper) -> float:
    """What it is worth to it that something leans like this."""
    pressing = LEANING * (2 * stance.firmness - 1)
    return pressing * (("firm" in leans) - ("conciliatory" in leans)) + temper.risk * ("risky" in leans)


def _crossed(view: View, entry: View) -> int:
    """Red lines that this would cross and that nobody has crossed yet."""
    lines = view.get("red_lines", {})
    return sum(lines.get(line, {}).get("status") != "crossed" for line in entry["crosses"])


def _dearness(view: View, actor: str, cost: Mapping[str, float]) -> float:
    """The greatest share of a store that it costs."""
    stores = view["budget"][actor]["stores"]
    return max((amount / stores[store]["have"] for store, amount in cost.items() if amount > 0), default=0.0)


def _novelty(view: View, actor: str, kind: str) -> float:
    turns = [order["turn"] for order in _earlier(view, actor, kind)]
    if not turns:
        return FRESH
    return STALE if max(turns) == view["timer"]["turn"] - 1 else 0.0


def _said_before(view: View, actor: str, kind: str, form: Mapping[str, Value]) -> bool:
    """Whether it was set so a short while ago."""
    since = view["timer"]["turn"] - REMEMBERED
    return bool(form) and any(o["turn"] >= since and o["form"] == form for o in _earlier(view, actor, kind))


def _earlier(view: View, actor: str, kind: str) -> list[View]:
    found = view.get("orders", {}).values()
    return [order for order in found if (order["actor"], order["kind"]) == (actor, kind)]


# Forms


def filled(entry: View, actor: str, firmness: float, left: Mapping[str, float], whim: Whim) -> dict[str, Value] | None:
    """The form as one of this firmness fills it in; none if what it costs at least cannot be paid."""
    form: dict[str, Value] = {}
    means = min((left.get(store, 0.0) for store in entry.get("priced_by_form", ())), default=None)
    for field in entry["form"]:
        limits = dict(entry["actors"][actor].get("bounds", {}).get(field["id"], {}))
        counts = field["kind"] in ("number", "whole")
        if counts and means is not None:  # the menu does not say how much: a unit of each may cost one
            if limits.get("low", field.get("low", 0.0)) > means:
                return None
            limits["high"] = min(means, limits.get("high", field.get("high", means)))
        form[field["id"]] = _value(field, firmness, limits, whim)
    return form


def _value(field: View, firmness: float, limits: View, whim: Whim) -> Value:
    wished = field.get("wished", {})
    if {"firm", "conciliatory"} <= wished.keys():
        return between(field, wished["firm"], wished["conciliatory"], firmness, limits)
    if field["kind"] == "flag":
        return bool(field.get("default", False))
    if field["kind"] == "choice":
        values = [option["value"] for option in field["choices"]]
        return str(field.get("default", whim.pick(field["id"], values)))
    low, high = limits.get("low", field.get("low", 0.0)), limits.get("high", field.get("high", 1.0))
    return within(field, float(field.get("default", low + firmness * (high - low))), low, high)


def price_of(entry: View, actor: str, form: Mapping[str, Value]) -> dict[str, float]:
    """What the menu says, and for what hangs on the form one for each unit in it."""
    amount = sum(float(form[field["id"]]) for field in entry["form"] if field["kind"] in ("number", "whole"))
    return {**entry["actors"][actor]["cost"], **dict.fromkeys(entry.get("priced_by_form", ()), amount)}


def _order(view: View, actor: str, idea: Idea, form: Mapping[str, Value], stance: Stance, temper: Temper) -> Wish:
    entry, turn = view["menu"][idea.kind], view["timer"]["turn"]
    because = f"{stance.because}, and " if stance.because else ""
    why = f"{view['actors'][actor]['name']} is played {temper.manner}: {because}{REASONS[idea.reason]}"
    return order_wish(idea.kind, actor, form, why, entry, turn)


def order_wish(kind: str, actor: str, form: Mapping[str, Value], why: str, entry: View, turn: int) -> Wish:
    """To give this order, with its reason and what is expected of it."""

    def command(write: Write, new: NewId) -> c.Command:
        expected = write(f"What the menu says of it: {entry['summary'] or entry['title']}")
        return c.SubmitOrder(new(), kind, actor, form, write(why), expected, turn=turn)

    return Wish(f"order {actor} {kind}", command, why)
