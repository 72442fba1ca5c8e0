"""What it is about, and how it can be set up."""

from collections.abc import Iterable

from wargame.engine.scenario import Card, Clock, Scenario, Treatment
from wargame.engine.units import unit_of
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor


def chapter(scenario: Scenario) -> Chapter:
    return Chapter(
        "situation",
        "Situation",
        "What everybody reads first, what the model does not claim, and what a facilitator chooses.",
        (
            Entry("situation", "The situation", scenario.briefing),
            Entry("content", "Content note", scenario.content_note),
            Entry("limits", "What the model does not claim", "\n".join(f"- {limit}" for limit in scenario.limits)),
            Entry("objectives", "Learning objectives", rows=_listed(o.text for o in scenario.objectives.values())),
            Entry("hot-wash", "Asked at the end", rows=_listed(scenario.hot_wash.values())),
            *(_card("start", card, "Start cards") for card in scenario.start_cards.values()),
            *(_card("rules", card, "Rule cards") for card in scenario.rule_cards.values()),
            *(_treatment(scenario, one) for one in scenario.treatments.values()),
            *(_clock(clock) for clock in scenario.clocks.values()),
        ),
    )


def _listed(items: Iterable[str]) -> tuple[Row, ...]:
    return tuple(Row(str(n), text) for n, text in enumerate(items, start=1))


def _card(kind: str, card: Card, group: str) -> Entry:
    constants = tuple(Row(name.replace("_", " "), words.value(number)) for name, number in card.constants.items())
    return Entry(anchor(kind, card.id), card.title, card.summary, rows=constants, group=group)


def _treatment(scenario: Scenario, one: Treatment) -> Entry:
    told = ((arm.title, scenario.injects[arm.inject].headline.source) for arm in one.arms.values())
    rows = (Row("As usual", "Nothing is done."), *(Row(title, headline) for title, headline in told))
    return Entry(anchor("treatment", one.id), one.title, one.summary, rows=rows, group="Treatments, to compare groups")


def _clock(clock: Clock) -> Entry:
    turns = tuple(
        Row(f"Turn {n}", f"{turn.label}: {turn.months} {unit_of('month|months', turn.months)}")
        for n, turn in enumerate(clock.turns, start=1)
    )
    phases = tuple(
        Row(phase.capitalize(), f"{seconds / 60:g} {unit_of('minute|minutes', seconds / 60)}")
        for phase, seconds in clock.seconds.items()
    )
    return Entry(anchor("clock", clock.id), clock.title, rows=turns + phases, group="Clocks")
