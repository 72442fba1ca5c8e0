"""Sentences about what must be true."""

import re
from collections.abc import Callable, Mapping

from wargame.engine.adjudication.pipeline import waits_for_control
from wargame.engine.adjudication.truth import scope_of
from wargame.engine.formula import Value
from wargame.engine.phases import windows
from wargame.engine.refusals import Refused
from wargame.engine.tickets import TermLine, Ticket
from wargame.exercises.casebook.table import About, Table, Wrong, called, number, value
from wargame.exercises.casebook.when import order

CLOSE = 1e-6
"""Events carry six decimals."""
NUMBER = r"(?:about )?-?[\d.]+"


def expect(what: str, found: object, wanted: object) -> None:
    if not _alike(found, wanted):
        raise Wrong(f"{what} is {found}, not {wanted}")


def _alike(found: object, wanted: object) -> bool:
    if isinstance(wanted, About):
        return isinstance(found, (int, float)) and wanted.agrees(found)
    if isinstance(found, (int, float)) and isinstance(wanted, (int, float)):
        return abs(found - wanted) <= CLOSE * (1 + 1e-9)
    return found == wanted


def came_to(table: Table, rule: str, outcome: str, p: str) -> None:
    ticket = table.last(rule)
    expect(f"the outcome of {rule}", ticket.outcome or "nothing", outcome)
    if p:
        expect(f"the chance of {rule}", _chance(ticket), number(p))


def _chance(ticket: Ticket) -> float | None:
    """That the first of two outcomes happens; of one among several, its share."""
    if ticket.probability is not None:
        return ticket.probability
    return next((share.share for share in ticket.outcomes if share.id == ticket.outcome), None)


def drew(table: Table, rule: str, said: str) -> None:
    expect(f"the draw of {rule}", table.last(rule).draw, number(said))


def ran(table: Table, rule: str, times: str) -> None:
    expect(f"how often {rule} ran", len(table.tickets(rule)), int(times))


def says(table: Table, rule: str, actor: str, sentence: str) -> None:
    said = [t.sentence for t in table.tickets(rule) if actor in ("", t.actor)]
    expect(f"what {rule} says", " / ".join(said), sentence)


def is_for(table: Table, rule: str, audience: str) -> None:
    expect(f"who sees {rule}", " ".join(table.last(rule).audience), audience)


def term_is(table: Table, term: str, rule: str, said: str) -> None:
    expect(f"term {term} of {rule}", _term(table, term, rule).value, number(said))


def term_is_for(table: Table, term: str, rule: str, audience: str) -> None:
    expect(f"who sees term {term} of {rule}", " ".join(_term(table, term, rule).audience), audience)


def _term(table: Table, term: str, rule: str) -> TermLine:
    found = [line for line in table.last(rule).terms if line.id == term]
    if not found:
        raise Wrong(f"{rule} has no term {term}")
    return found[0]


def came_in(table: Table, what: str, rule: str, month: str) -> None:
    arrivals = [t for t in table.world.rulings.values() if t.rule == rule and t.kind == "arrival"]
    tickets = arrivals if what == "arrival" else table.tickets(rule)
    expect(f"the month of {what} {rule}", ", ".join(str(ticket.month) for ticket in tickets), month)


def must_decide(table: Table, names: str) -> None:
    waiting = sorted(called(table.world.rulings[id]) for id in table.world.proposed)
    expect("what control must decide", waiting, sorted(names.split(", ")))


def waits(table: Table) -> None:
    expect("waiting for control", waits_for_control(table.world), True)


def is_over(table: Table) -> None:
    expect("the phase", table.world.timer.phase, "feedback")


def month_is(table: Table, month: str) -> None:
    expect("the month", table.world.timer.month, int(month))


def red_line_is(table: Table, line: str, status: str) -> None:
    expect(f"red line {line}", table.world.red_lines.get(line, "unknown"), status)


def inject_is(table: Table, inject: str, status: str) -> None:
    found = table.world.injects.get(inject)
    expect(f"inject {inject}", found.status if found else "unknown", status)


def agreement_is(table: Table, template: str, status: str) -> None:
    expect(f"agreement {template}", " ".join(a.status for a in table.agreements(template)), status)


def waits_for_answers(table: Table, names: str) -> None:
    asked = sorted(state.id for state in windows(table.world))
    expect("what the month waits for", asked, sorted(names.split(", ")))


def may_not_order(table: Table, actor: str, kind: str, form: str, why: str) -> None:
    try:
        order(table, actor, kind, form)
    except Refused as refused:
        expect(f"why {actor} may not order {kind}", refused.text, why)
    else:
        raise Wrong(f"{actor} may order {kind}")


def value_is(table: Table, path: str, said: str) -> None:
    expect(path, _read(table, path), number(said) if said.startswith("about ") else value(said))


def _read(table: Table, path: str) -> Value:
    """A value of the state, or one worked out from it."""
    if path not in table.world.state and path not in table.world.scenario.derived:
        raise Wrong(f"there is no value {path}")
    return scope_of(table.world)[path]


THEN: Mapping[re.Pattern[str], Callable[..., None]] = {
    re.compile(r"(\w+) may not order (\w+)(?: with ([^:]+))?: (.+)"): may_not_order,
    re.compile(rf"(\w+) came to (\w+)(?: at ({NUMBER}))?"): came_to,
    re.compile(rf"(\w+) drew ({NUMBER})"): drew,
    re.compile(r"(\w+) ran (\d+) times?"): ran,
    re.compile(r"(\w+)(?: of (\w+))? says: (.+)"): says,
    re.compile(r"the ruling on (\w+) is for (\S+)"): is_for,
    re.compile(rf"term (\w+) of (\w+) is ({NUMBER})"): term_is,
    re.compile(r"term (\w+) of (\w+) is for (\S+)"): term_is_for,
    re.compile(r"the (ruling|arrival) (?:on|of) (\w+) came in month (\d+)"): came_in,
    re.compile(r"control must decide (.+)"): must_decide,
    re.compile(r"the turn waits for control"): waits,
    re.compile(r"the turn is over"): is_over,
    re.compile(r"the month is (\d+)"): month_is,
    re.compile(r"red line (\w+) is (\w+)"): red_line_is,
    re.compile(r"inject (\w+) is (\w+)"): inject_is,
    re.compile(r"agreement (\w+) is (\w+)"): agreement_is,
    re.compile(r"the month waits for (.+)"): waits_for_answers,
    re.compile(r"(\S+) is ((?:about )?\S+)"): value_is,
}
