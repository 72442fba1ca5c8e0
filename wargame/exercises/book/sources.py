"""The sources, their facts, and what rests on each."""

from collections.abc import Iterator

from wargame.engine.scenario import Fact, Provenance, Scenario, Source
from wargame.exercises.book import agreements, lines, news, orders, rules, teams, values
from wargame.exercises.book.page import Chapter, Entry, Link, Row, anchor

CITING = (teams, values, orders, agreements, news, rules, lines)


def chapter(scenario: Scenario) -> Chapter:
    resting = rests(scenario)
    entries = (entry for source in scenario.sources.values() for entry in _source(scenario, source, resting))
    lead = "What the numbers and texts rest on: each fact as we read it, and every place that names it."
    return Chapter("sources", "Sources", lead, tuple(entries))


def _source(scenario: Scenario, source: Source, resting: dict[str, list[Link]]) -> Iterator[Entry]:
    group = f"{source.title} ({source.date})"
    for fact in scenario.facts.values():
        if fact.sources[:1] == (source.id,):
            yield _fact(scenario, fact, resting.get(fact.id, []), group)


def _fact(scenario: Scenario, fact: Fact, links: list[Link], group: str) -> Entry:
    also = ", ".join(scenario.sources[id].title for id in fact.sources[1:] if id in scenario.sources)
    rows = ([Row("Also in", also)] if also else []) + [
        Row("Rests on it", "" if links else "Nothing names it yet.", links=tuple(links))
    ]
    return Entry(anchor("fact", fact.id), fact.id, fact.text, rows=tuple(rows), group=group)


def rests(scenario: Scenario) -> dict[str, list[Link]]:
    """By fact, the entries that name it."""
    found: dict[str, list[Link]] = {}
    for part in CITING:
        for entry in part.chapter(scenario).entries:
            for fact in dict.fromkeys(_named(entry)):
                found.setdefault(fact, []).append(Link(entry.id, entry.title))
    return found


def _named(entry: Entry) -> Iterator[str]:
    yield from entry.facts
    for provenance in (entry.provenance, *(row.provenance for row in entry.rows)):
        yield from provenance.facts if isinstance(provenance, Provenance) else ()
