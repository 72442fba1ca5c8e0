"""Sentences about what is done."""

import re
from collections.abc import Callable, Mapping

from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT
from wargame.exercises.casebook.table import WHY, Table, pairs, value


def order(table: Table, actor: str, kind: str, form: str) -> None:
    words = WHY if kind == c.FREE else NO_TEXT
    turn = table.world.timer.turn
    table.ask(table.leader(actor), c.SubmitOrder(table.next_id(), kind, actor, pairs(form), WHY, WHY, words, turn))


def sign(table: Table, parties: str, template: str, clauses: str) -> None:
    """The first party proposes; the others sign; in planning."""
    actors = tuple(re.split(r", | and ", parties))
    id = table.next_id()
    table.ask(table.leader(actors[0]), c.ProposeAgreement(id, template, actors, pairs(clauses)))
    for actor in actors:
        agreement = table.world.agreements[id]
        if actor not in agreement.signed:
            table.ask(table.leader(actor), c.SignAgreement(id, actor, agreement.text_hash))


def adjudicate(table: Table, which: str) -> None:
    number = table.world.timer.turn + (which == "next turn")
    table.phase(number, "planning")
    table.phase(number, "adjudication")
    table.adjudicate()


def accept(table: Table, name: str) -> None:
    table.control(c.AcceptRuling(table.proposed(name)))


def override(table: Table, name: str, outcome: str) -> None:
    table.control(c.OverrideRuling(table.proposed(name), outcome, WHY))


def amend(table: Table, name: str, path: str, said: str) -> None:
    table.control(c.AmendRuling(table.proposed(name), ((path, value(said)),), WHY))


def rule_free(table: Table, actor: str, path: str, said: str) -> None:
    table.control(c.RuleFreeOrder(_free_order(table, actor), WHY, ((path, value(said)),), outcome="success"))


def odds_free(table: Table, actor: str, odds: str, path: str, said: str) -> None:
    table.control(c.RuleFreeOrder(_free_order(table, actor), WHY, ((path, value(said)),), odds=float(odds)))


def _free_order(table: Table, actor: str) -> str:
    return next(o.id for o in table.world.orders.values() if (o.kind, o.actor) == (c.FREE, actor))


WHEN: Mapping[re.Pattern[str], Callable[..., None]] = {
    re.compile(r"(\w+) orders (\w+)(?: with (.+))?"): order,
    re.compile(r"(\w+(?:, \w+)* and \w+) sign (\w+)(?: with (.+))?"): sign,
    re.compile(r"the (turn|next turn) is adjudicated"): adjudicate,
    re.compile(r"control accepts (.+)"): accept,
    re.compile(r"control overrides (.+) with (\w+)"): override,
    re.compile(r"control amends (.+) so that (\S+) is (\S+)"): amend,
    re.compile(r"control rules the free order of (\w+) a success so that (\S+) is (\S+)"): rule_free,
    re.compile(r"control gives the free order of (\w+) odds of (\S+) so that (\S+) is (\S+)"): odds_free,
}
