"""What the model does by itself."""

from wargame.engine.scenario import Rule, Scenario
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    lead = "What happens by itself, in this order: each rule as a sentence, and beside it the formula that acts."
    return Chapter("rules", "Rules", lead, tuple(_rule(scenario, one) for one in scenario.rules))


def _rule(scenario: Scenario, one: Rule) -> Entry:
    about = rows(Row("Only when", formula=words.source(one.when)), Row("For each of", one.over.replace("_", " ")))
    told = (
        "told with the drifts of the month"
        if one.drift
        else f"ruling seen by {words.audience(scenario, one.resolution.audience)}"
    )
    tags = (f"every {one.each}", told)
    every = (*about, *words.resolution(scenario, one.resolution))
    return Entry(anchor("rule", one.id), one.title, one.sentence, tags, every, one.provenance, one.facts)
