"""The injects, and where they stand on the time line."""

from wargame.engine.scenario import Answer, Effect, Inject, Scenario, Trigger
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Mark, Row, anchor, rows

GROUPS = {
    "scheduled": "By the clock",
    "condition": "When something is so",
    "not_done_by": "When something was not done",
    "manual": "By control's hand, or by a rule",
}


def chapter(scenario: Scenario) -> Chapter:
    injects = sorted(scenario.injects.values(), key=lambda one: list(GROUPS).index(one.trigger.kind))
    lead = "What comes in from outside: to whom, when, and what it asks."
    return Chapter("news", "News", lead, tuple(_inject(scenario, one) for one in injects), _marks(scenario, injects))


def _marks(scenario: Scenario, injects: list[Inject]) -> tuple[Mark, ...]:
    return tuple(_mark(scenario, one) for one in injects if one.trigger.kind == "scheduled")


def _mark(scenario: Scenario, one: Inject) -> Mark:
    when, cards = one.trigger, _cards(scenario, one)
    title = words.sentence(scenario, one.headline) + (f" ({cards})" if cards else "")
    return Mark(when.turn, when.phase, when.offset, anchor("inject", one.id), title)


def _cards(scenario: Scenario, one: Inject) -> str:
    """The start cards on which it exists, if not on all."""
    return ", ".join(scenario.start_cards[card].title for card in one.cards)


def _inject(scenario: Scenario, one: Inject) -> Entry:
    about = rows(
        Row("Comes", _when(scenario, one.trigger), words.source(one.trigger.when)),
        Row("Chance a month", formula=words.source(one.trigger.hazard)),
        Row("From", f"{one.persona}, by {one.channel}"),
        Row("To", words.audience(scenario, one.to)),
        Row("Only on", _cards(scenario, one)),
        Row("Does", formula=words.effects(one.effects)),
        *(_asks(scenario, one.answer) if one.answer else ()),
        Row("For control", one.note),
    )
    tags = ("may come again",) if one.repeat else ()
    return Entry(
        anchor("inject", one.id),
        words.sentence(scenario, one.headline),
        words.sentence(scenario, one.body),
        tags,
        about,
        one.provenance,
        group=GROUPS[one.trigger.kind],
    )


def _when(scenario: Scenario, trigger: Trigger) -> str:
    match trigger.kind:
        case "scheduled":
            return f"Turn {trigger.turn}, {trigger.phase}, after {trigger.offset:g} seconds"
        case "condition":
            return "As soon as"
        case "not_done_by":
            order = scenario.orders[trigger.order].title
            return f"If nobody of {words.names(scenario, trigger.actors)} has ordered “{order}” by turn {trigger.turn}"
    return "When control or a rule fires it"


def _asks(scenario: Scenario, asked: Answer) -> tuple[Row, ...]:
    who = words.audience(scenario, asked.seats)
    by = f"within {asked.within:g} seconds" if asked.within else "before the phase closes"
    choices = dict(asked.choices)
    return (
        Row("Asks", f"{who}, {by}" + ("" if choices else ", in their own words")),
        *(_choice(label, asked.effects.get(key, ())) for key, label in choices.items()),
        *([Row("If nobody answers", choices.get(asked.default, asked.default))] if asked.default else []),
    )


def _choice(label: str, made: tuple[Effect, ...]) -> Row:
    return Row(f"If “{label}”", "" if made else "Nothing follows.", words.effects(made))
