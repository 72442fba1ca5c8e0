"""Red lines, and how sides are scored."""

from wargame.engine.scenario import RedLine, Scenario, Score
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    lines = (_line(scenario, one) for one in scenario.red_lines.values())
    scores = (_score(scenario, one) for one in scenario.scores)
    return Chapter(
        "lines", "Red lines and scores", "What a side will not bear, and what each plays for.", (*lines, *scores)
    )


def _line(scenario: Scenario, one: RedLine) -> Entry:
    about = rows(
        Row("Drawn by", words.names(scenario, [one.owner])),
        Row("Seen by", words.audience(scenario, one.see)),
        Row("Crossed", formula=one.crossed.source),
        Row("Near", formula=words.source(one.near)),
        Row("Then", one.consequence),
    )
    tags = ("binds its owner",) if one.binds_owner else ()
    return Entry(anchor("line", one.id), one.title, "", tags, about, facts=one.facts, group="Red lines")


def _score(scenario: Scenario, one: Score) -> Entry:
    about = (Row("For", words.names(scenario, [one.actor])), Row("Worked out", formula=one.formula.source))
    return Entry(anchor("score", f"{one.actor}-{one.title}"), one.title, rows=about, group="Scores, shown at the end")
