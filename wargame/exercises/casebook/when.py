"""Sentences about what is done."""

import re
from collections.abc import Callable, Mapping

from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT
from wargame.exercises.casebook.table import WHY, Table, Wrong, pairs, value


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


def end(table: Table, actor: str, template: str) -> None:
    """Leave the agreement of this kind that is in force."""
    in_force = [a.id for a in table.agreements(template) if a.status == "in_force"]
    if not in_force:
        raise Wrong(f"no {template} is in force")
    table.ask(table.leader(actor), c.EndAgreement(in_force[-1], actor, WHY))


def answer(table: Table, actor: str, inject: str, choice: str) -> None:
    """To a question that holds the month: then the month goes on as far as it can."""
    table.ask(table.leader(actor), c.AnswerInject(inject, choice))
    table.adjudicate()


def wait_no_longer(table: Table) -> None:
    """What nobody has said, nobody says."""
    table.control(c.ClosePhase(table.world.timer.turn, "adjudication"))


def adjudicate(table: Table, which: str) -> None:
    number = table.world.timer.turn + (which == "next turn")
    table.phase(number, "planning")
    table.phase(number, "adjudication")
    table.adjudicate()


def next_turn(table: Table) -> None:
    """Its planning, so that orders can be given in it."""
    table.phase(table.world.timer.turn + 1, "planning")


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
    re.compile(r"(\w+) ends (\w+)"): end,
    re.compile(r"(\w+) answers (\w+) with (\w+)"): answer,
    re.compile(r"control waits no longer for answers"): wait_no_longer,
    re.compile(r"the (turn|next turn) is adjudicated"): adjudicate,
    re.compile(r"the next turn begins"): next_turn,
    re.compile(r"control accepts (.+)"): accept,
    re.compile(r"control overrides (.+) with (\w+)"): override,
    re.compile(r"control amends (.+) so that (\S+) is (\S+)"): amend,
    re.compile(r"control rules the free order of (\w+) a success so that (\S+) is (\S+)"): rule_free,
    re.compile(r"control gives the free order of (\w+) odds of (\S+) so that (\S+) is (\S+)"): odds_free,
}
