"""Texts that parties can sign."""

from wargame.engine.scenario import AgreementTemplate, Scenario
from wargame.exercises.book import words
from wargame.exercises.book.orders import need
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    lead = "Texts that parties can sign. The clauses act while the agreement is in force."
    return Chapter("agreements", "Agreements", lead, tuple(_one(scenario, one) for one in scenario.agreements.values()))


def _one(scenario: Scenario, one: AgreementTemplate) -> Entry:
    about = rows(
        *(Row(f"Party {n}", words.names(scenario, place)) for n, place in enumerate(one.parties, start=1)),
        *(need(scenario, needed) for needed in one.needs),
        *(words.form(clause) for clause in one.clauses),
        Row("In force", formula=words.effects(one.in_force)),
        Row("When it ends", formula=words.effects(one.ended)),
    )
    return Entry(anchor("agreement", one.id), one.title, one.summary, one.leans, about, facts=one.facts)
