"""The rulings of the casebook, each worked out by hand; see the texts in `casebook/`.

A case has sentences of three kinds: what is given, what is done, and what must then be true. Each kind of sentence is
a pattern below; `And` goes on in the same kind. Two dashes begin the arithmetic, for the reader.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.engine.builders import SEED, running, with_state
from tests.engine.casebook_pack import casebook_scenario
from wargame.engine import commands as c
from wargame.engine.adjudication.pipeline import waits_for_control
from wargame.engine.commands import CONTROL_SEAT, NO_TEXT, SYSTEM_SEAT, Ask, Command, TextRef
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.events import PhaseOpened, Ticket
from wargame.engine.evolve import evolve
from wargame.engine.formula import Value
from wargame.engine.scenario import ALL, Phase
from wargame.engine.world import Agreement, World

BOOK = Path(__file__).parent / "casebook"
WHY = TextRef("f" * 64)
SEATS = {"N": "north.chief", "S": "south.chief"}


@dataclass(frozen=True)
class Case:
    """One numbered ruling: (Given, When or Then; the sentence)."""

    title: str
    sentences: tuple[tuple[str, str], ...]


def read(text: str) -> list[Case]:
    cases = []
    for part in re.split(r"^(?=Case \d+\. )", text, flags=re.M)[1:]:
        title, *lines = part.strip().splitlines()
        kind, sentences = "", []
        for line in filter(str.strip, lines):
            word, sentence = line.split("--")[0].strip().split(maxsplit=1)
            kind = kind if word == "And" else word
            sentences.append((kind, sentence))
        cases.append(Case(title, tuple(sentences)))
    return cases


CASES = [case for file in sorted(BOOK.glob("*.txt")) for case in read(file.read_text())]


class SetDice(Dice):
    """Dice that fall as the case says: 0.5, if it says nothing. All draws of one object fall alike."""

    def __init__(self) -> None:
        super().__init__(SEED)
        self.falls: dict[str, float] = {}

    def draw(self, attempt: int, turn: int, month: int, kind: str, object: str, n: int = 0) -> float:
        return self.falls.get(object, 0.5)


@dataclass
class Table:
    """What lies before the reader of a case."""

    world: World = field(default_factory=lambda: running(casebook_scenario()))
    dice: SetDice = field(default_factory=SetDice)
    orders: int = 0

    def ask(self, seat: str, command: Command) -> None:
        for event in decide(self.world, Ask(command, seat, 0.0), self.dice):
            self.world = evolve(self.world, event, 0.0)

    def phase(self, turn: int, phase: Phase) -> None:
        self.world = evolve(self.world, PhaseOpened(ALL, turn, phase, None), 0.0)

    def adjudicate(self) -> None:
        """As far as it goes without control."""
        while not (waits_for_control(self.world) or self.world.adjudicated):
            self.ask(SYSTEM_SEAT, c.Adjudicate(self.world.timer.turn, self.world.attempt))

    def control(self, command: Command) -> None:
        self.ask(CONTROL_SEAT, command)
        self.adjudicate()

    def tickets(self, rule: str) -> list[Ticket]:
        return [t for t in self.world.rulings.values() if t.rule == rule and t.kind != "arrival"]

    def proposed(self, name: str) -> str:
        """The id of the proposal that control calls `incident` or `talk of N`."""
        [id] = [id for id in self.world.proposed if _called(self.world.rulings[id]) == name]
        return id

    def free_order(self, actor: str) -> str:
        [id] = [o.id for o in self.world.orders.values() if (o.kind, o.actor) == ("free", actor)]
        return id


def _called(ticket: Ticket) -> str:
    return f"{ticket.rule} of {ticket.actor}" if ticket.kind == "order" else ticket.subject


def _value(text: str) -> Value:
    try:
        return float(text)
    except ValueError:
        return text


def _pairs(text: str) -> dict[str, Value]:
    """`strength 2, amount 10`"""
    pairs = (pair.split() for pair in text.split(", ")) if text else ()
    return {name: _value(value) for name, value in pairs}


# Given


def given_rules(table: Table, rules: str) -> None:
    chosen = rules.split(", ") if rules else []
    table.world = replace(table.world, scenario=casebook_scenario(chosen))


def given_card(table: Table, card: str) -> None:
    table.world = replace(table.world, setup=replace(table.world.setup, rule_card=card))


def given_umpire(table: Table) -> None:
    table.world = replace(table.world, setup=replace(table.world.setup, mode="umpire"))


def given_die(table: Table, object: str, falls: str) -> None:
    table.dice.falls[object] = float(falls)


def given_truce(table: Table, aid: str) -> None:
    """Signed by both in planning."""
    terms: Mapping[str, Value] = {"aid": int(aid), "inspections": False}
    text = Agreement("truce", "truce", ("N", "S"), terms, NO_TEXT, "h", 1, "N", ALL, 1, 0.0, {"N": "h"})
    table.world = replace(table.world, agreements={"truce": text})
    table.ask("south.chief", c.SignAgreement("truce", "S", "h"))


def given_value(table: Table, path: str, value: str) -> None:
    assert path in table.world.state, path
    table.world = with_state(table.world, **{path: _value(value)})


# When


def order(table: Table, actor: str, kind: str, form: str) -> None:
    table.orders += 1
    words = WHY if kind == "free" else NO_TEXT
    command = c.SubmitOrder(f"o{table.orders}", kind, actor, _pairs(form), WHY, WHY, words)
    table.ask(SEATS[actor], command)


def turn(table: Table, which: str) -> None:
    number = table.world.timer.turn + (which == "next")
    table.phase(number, "planning")
    table.phase(number, "adjudication")
    table.adjudicate()


def accept(table: Table, name: str) -> None:
    table.control(c.AcceptRuling(table.proposed(name)))


def override(table: Table, name: str, outcome: str) -> None:
    table.control(c.OverrideRuling(table.proposed(name), outcome, WHY))


def amend(table: Table, name: str, path: str, value: str) -> None:
    table.control(c.AmendRuling(table.proposed(name), ((path, float(value)),), WHY))


def rule_free(table: Table, actor: str, path: str, value: str) -> None:
    success = ((path, float(value)),)
    table.control(c.RuleFreeOrder(table.free_order(actor), WHY, success, outcome="success"))


def odds_free(table: Table, actor: str, odds: str, path: str, value: str) -> None:
    success = ((path, float(value)),)
    table.control(c.RuleFreeOrder(table.free_order(actor), WHY, success, odds=float(odds)))


# Then


def came_to(table: Table, rule: str, outcome: str, p: str) -> None:
    ticket = table.tickets(rule)[-1]
    assert ticket.outcome == ("" if outcome == "nothing" else outcome)
    assert ticket.probability == (float(p) if p else ticket.probability)


def drew(table: Table, rule: str, number: str) -> None:
    assert table.tickets(rule)[-1].draw == float(number)


def ran(table: Table, rule: str, times: str) -> None:
    assert len(table.tickets(rule)) == int(times)


def says(table: Table, rule: str, actor: str, sentence: str) -> None:
    [ticket] = [t for t in table.tickets(rule) if actor in ("", t.actor)]
    assert ticket.sentence == sentence


def is_for(table: Table, rule: str, audience: str) -> None:
    assert table.tickets(rule)[-1].audience == (audience,)


def term_is_for(table: Table, term: str, rule: str, audience: str) -> None:
    [line] = [line for line in table.tickets(rule)[-1].terms if line.id == term]
    assert line.audience == (audience,)


def came_in(table: Table, what: str, rule: str, month: str) -> None:
    arrivals = [t for t in table.world.rulings.values() if t.rule == rule and t.kind == "arrival"]
    [ticket] = arrivals if what == "arrival" else table.tickets(rule)
    assert ticket.month == int(month)


def must_decide(table: Table, names: str) -> None:
    assert sorted(_called(table.world.rulings[id]) for id in table.world.proposed) == sorted(names.split(", "))


def waits(table: Table) -> None:
    assert waits_for_control(table.world)


def is_over(table: Table) -> None:
    assert table.world.adjudicated
    assert table.world.timer.phase == "feedback"


def month_is(table: Table, month: str) -> None:
    assert table.world.timer.month == int(month)


def red_line_is(table: Table, line: str, status: str) -> None:
    assert table.world.red_lines[line] == status


def inject_is(table: Table, inject: str, status: str) -> None:
    assert table.world.injects[inject].status == status


def value_is(table: Table, path: str, value: str) -> None:
    assert table.world.state[path] == (pytest.approx(float(value), abs=1e-6) if value[0] in "-0123456789" else value)


SENTENCES: Mapping[str, Mapping[str, Callable[..., None]]] = {
    "Given": {
        r"(?:no rules|only the rules? (?P<rules>.+))": given_rules,
        r"the rule card is (\w+)": given_card,
        r"control rules": given_umpire,
        r"the die for (\S+) falls (\S+)": given_die,
        r"a truce is in force with aid (\d)": given_truce,
        r"(\S+) is (\S+)": given_value,
    },
    "When": {
        r"([NS]) orders (\w+)(?: with (.+))?": order,
        r"the (turn|next turn) is adjudicated": lambda table, which: turn(table, which.split()[0]),
        r"control accepts (.+)": accept,
        r"control overrides (.+) with (\w+)": override,
        r"control amends (.+) so that (\S+) is (\S+)": amend,
        r"control rules the free order of ([NS]) a success so that (\S+) is (\S+)": rule_free,
        r"control gives the free order of ([NS]) odds of (\S+) so that (\S+) is (\S+)": odds_free,
    },
    "Then": {
        r"(\w+) came to (\w+)(?: at (\S+))?": came_to,
        r"(\w+) drew (\S+)": drew,
        r"(\w+) ran (\d+) times?": ran,
        r"(\w+)(?: of (\w+))? says: (.+)": says,
        r"the ruling on (\w+) is for (\S+)": is_for,
        r"term (\w+) of (\w+) is for (\S+)": term_is_for,
        r"the (ruling|arrival) (?:on|of) (\w+) came in month (\d+)": came_in,
        r"control must decide (.+)": must_decide,
        r"the turn waits for control": waits,
        r"the turn is over": is_over,
        r"the month is (\d+)": month_is,
        r"red line (\w+) is (\w+)": red_line_is,
        r"inject (\w+) is (\w+)": inject_is,
        r"(\S+) is (\S+)": value_is,
    },
}


def carry_out(table: Table, kind: str, sentence: str) -> None:
    for pattern, act in SENTENCES[kind].items():
        match = re.fullmatch(pattern, sentence)
        if match:
            act(table, *(group or "" for group in match.groups()))
            return
    raise AssertionError(f"nobody understands: {kind} {sentence}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    table = Table()
    for kind, sentence in case.sentences:
        try:
            carry_out(table, kind, sentence)
        except AssertionError as error:
            raise AssertionError(f"{case.title}\n  {kind} {sentence}\n{error}") from error


def test_numbers_stand_once() -> None:
    numbers = [case.title.split(".")[0] for case in CASES]
    assert len(numbers) == len(set(numbers)) >= 15
