"""What the scenario is studied by: plans that bots follow, and what is measured of many games."""

from collections.abc import Iterator, Mapping

from wargame.engine.formula import Value, say
from wargame.engine.scenario import Scenario
from wargame.engine.study import TAKES, Line, Measure, OrderLine, Plan, ProposeLine, SignLine
from wargame.engine.units import unit_of
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor

KINDS = {"plan": "a plan", "exploit": "tries to get much for nothing"}


def chapter(scenario: Scenario) -> Chapter:
    lead = "Plans that bots follow, to compare what comes of them, and what is measured. No plan is advice."
    plans = (_plan(scenario, one) for one in scenario.plans.values())
    measures = (_measure(one) for one in scenario.measures.values())
    return Chapter("plans", "Plans and measures", lead, (*plans, *measures, *_study(scenario)))


def _plan(scenario: Scenario, one: Plan) -> Entry:
    rows = tuple(
        Row(scenario.names[actor], _said(scenario, line), formula=words.source(line.when))
        for actor, lines in one.actors.items()
        for line in lines
    )
    others = "the others give orders at random" if one.others == "noise" else "the others do nothing"
    return Entry(anchor("plan", one.id), one.title, one.summary, (KINDS[one.kind], others), rows, group="Plans")


def _said(scenario: Scenario, line: Line) -> str:
    often = " (every turn)" if line.again else ""
    match line:
        case OrderLine():
            return f"{scenario.orders[line.order].title}{_with(line.form)}{often}"
        case ProposeLine():
            return f"Proposes “{scenario.agreements[line.template].title}”{_with(line.clauses)}{often}"
        case SignLine():
            return f"Signs “{scenario.agreements[line.template].title}”{_with(line.clauses)}{often}"
    return ""


def _with(values: Mapping[str, Value]) -> str:

    return ": " * bool(values) + ", ".join(f"{name} {say(value)}" for name, value in values.items())


def _study(scenario: Scenario) -> Iterator[Entry]:
    if study := scenario.study:
        titles = {id: one.title for id, one in scenario.measures.items()}
        rows = [Row("A game succeeds by", titles[study.success]), Row("Plans are compared by", titles[study.compare])]
        rows += [Row(titles[id], f"{low:g} or less, and {high:g} or more") for id, (low, high) in study.reach.items()]
        yield Entry("study", "How the balance is judged", rows=tuple(rows), group="Measures of many games")


def _measure(one: Measure) -> Entry:
    unit = f", in {unit_of(one.unit)}" if one.unit else ""
    row = Row("Worked out", f"{TAKES[one.take]}{unit}", one.formula.source)
    return Entry(anchor("measure", one.id), one.title, rows=(row,), group="Measures of many games")
