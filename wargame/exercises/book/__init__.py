"""A scenario pack as a person reads it: chapters of entries, each with sentences, formulas and what it rests on.

One file a chapter, each with `chapter(scenario)`. Whoever shows it (the reading page, scripts) draws entries of one
shape and knows nothing of packs.
"""

from wargame.engine.scenario import Scenario
from wargame.exercises.book import (
    agreements,
    lines,
    news,
    orders,
    plans,
    rules,
    secrets,
    situation,
    sources,
    teams,
    values,
)
from wargame.exercises.book.page import Chapter, Entry, Link, Row, anchor

__all__ = ["Chapter", "Entry", "Link", "Row", "anchor", "read"]

CHAPTERS = (situation, teams, values, orders, agreements, news, rules, lines, secrets, plans, sources)


def read(scenario: Scenario) -> list[Chapter]:
    """The whole pack, chapter by chapter; those with nothing in them are left out."""
    return [chapter for part in CHAPTERS if (chapter := part.chapter(scenario)).entries]
