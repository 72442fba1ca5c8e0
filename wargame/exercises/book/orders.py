"""What actors may do."""

from wargame.engine.scenario import Need, OrderKind, Scenario
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    lead = "What an actor may order: what it costs and needs, how it is decided, what comes of it."
    return Chapter("orders", "Orders", lead, tuple(_order(scenario, one) for one in scenario.orders.values()))


def _order(scenario: Scenario, one: OrderKind) -> Entry:
    about = rows(
        Row("Given by", words.names(scenario, one.by)),
        *(Row("Costs", _store(scenario, store), amount.source) for store, amount in one.cost.items()),
        *(need(scenario, needed) for needed in one.needs),
        *(words.form(field) for field in one.form),
        Row(
            "Would cross",
            ", ".join(scenario.red_lines[line].title for line in one.crosses if line in scenario.red_lines),
        ),
    )
    seen = words.audience(scenario, one.resolution.audience)
    tags = ("once a turn" if one.once else "any number a turn", f"ruling seen by {seen}", *one.leans)
    return Entry(
        anchor("order", one.id),
        one.title,
        one.summary,
        tags,
        (*about, *words.resolution(scenario, one.resolution)),
        facts=one.facts,
    )


def need(scenario: Scenario, one: Need) -> Row:
    """A requirement, and who could lift it."""
    who = words.audience(scenario, one.decider) if one.decider else ""
    lifted = ": ".join(part for part in (who, one.act) if part)
    told = f"If not: {words.sentence(scenario, one.why)}" + (f" To lift it: {lifted}." if lifted else "")
    return Row("Needs", told, one.expr.source)


def _store(scenario: Scenario, store: str) -> str:
    return next((v.name for v in scenario.variables.values() if v.group == store), store)
