"""Follows a plan of the scenario from what a seat sees. It sees no more than others, and is refused like anyone."""

from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, cast

from wargame.bots.policies import NewId, View, Wish, Write, noise
from wargame.bots.policies.answers import answers
from wargame.bots.policies.bargaining import sign
from wargame.bots.policies.wish import decides, own_actors
from wargame.bots.table import Plays
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import FormulaError, Value
from wargame.engine.sight import with_names
from wargame.engine.study import Line, OrderLine, Plan, ProposeLine, SignLine
from wargame.engine.views import Glance

Entry = Mapping[str, Any]


def following(plan: Plan) -> Plays:
    """The policy of every seat under this plan."""

    def policy(view: Glance, whim: Whim) -> Iterator[Wish]:
        yield from answers(view, whim)
        if decides(view):
            for actor in sorted(own_actors(view)):
                for n, line in enumerate(plan.actors.get(actor, ())):
                    yield from _wishes(view, plan, actor, n, line)
            if plan.others == "noise" and not own_actors(view) <= plan.actors.keys():
                yield from noise(_without(view, plan), whim)

    return policy


def _without(view: View, plan: Plan) -> View:
    """The view of a team that has nothing to order with for the actors that the plan names."""
    budgets = {actor: budget for actor, budget in view.get("budget", {}).items() if actor not in plan.actors}
    return ChainMap({"budget": budgets}, cast(MutableMapping[str, Any], view))  # nothing is written


def _wishes(view: Glance, plan: Plan, actor: str, n: int, line: Line) -> Iterator[Wish]:
    if not _wanted(view, actor, line):
        return
    why = f"The plan “{plan.title}” says so."
    match line:
        case OrderLine() if view["timer"]["phase"] == "planning":
            if line.again or not _given(view, actor, line):
                yield _order(view, actor, n, line, why)
        case ProposeLine() if not _proposed(view, line):
            yield _propose(actor, n, line, why)
        case SignLine():
            for agreement, entry in _texts(view, line.template, line.clauses):
                if entry["status"] == "proposed" and entry["signed"].get(actor) is False:
                    yield sign(agreement, actor, entry["text_hash"])


def _wanted(view: Glance, actor: str, line: Line) -> bool:
    """Whether the line's condition holds by what the seat may see; what cannot be worked out does not."""
    try:
        return line.when is None or line.when.holds(with_names(view.scope(), {"actor": actor}))
    except FormulaError:
        return False


# Orders


def _given(view: View, actor: str, line: OrderLine) -> bool:
    """Whether the actor has given this order, so filled in; what was sent back or withdrawn was not given."""
    return any(
        entry["actor"] == actor
        and entry["kind"] == line.order
        and entry["status"] in ("submitted", "ruled")
        and line.form.items() <= entry["form"].items()
        for entry in view.get("orders", {}).values()
    )


def _order(view: View, actor: str, n: int, line: OrderLine, why: str) -> Wish:
    turn = view["timer"]["turn"]

    def command(write: Write, new: NewId) -> c.Command:
        expected = write("What the plan is about.")
        return c.SubmitOrder(new(), line.order, actor, line.form, write(why), expected, turn=turn)

    return Wish(f"order {actor} {n} {line.order}", command, why)


# Texts


def _texts(view: View, template: str, clauses: Mapping[str, Value]) -> Iterator[tuple[str, Entry]]:
    """Texts of this template that say this."""
    for agreement, entry in sorted(view.get("agreements", {}).items()):
        if entry["template"] == template and clauses.items() <= entry["terms"].items():
            yield agreement, entry


def _proposed(view: View, line: ProposeLine) -> bool:
    """Whether such a text lies on the table or is in force; or, of what is proposed once, was ever proposed."""
    lie = ("proposed", "in_force") if line.again else ("proposed", "in_force", "ended", "rejected")
    return any(
        entry["status"] in lie and entry["parties"] == list(line.parties)
        for _, entry in _texts(view, line.template, line.clauses)
    )


def _propose(actor: str, n: int, line: ProposeLine, why: str) -> Wish:
    def command(write: Write, new: NewId) -> c.Command:
        return c.ProposeAgreement(new(), line.template, line.parties, line.clauses, c.NO_TEXT)

    return Wish(f"propose {actor} {n} {line.template}", command, why)
