"""What the seed deals in secret."""

from wargame.engine.scenario import Deck, Scenario
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor


def chapter(scenario: Scenario) -> Chapter:
    lead = "What is dealt at StartEx by the exercise's seed. That it may be dealt is public; what was dealt is not."
    return Chapter("secrets", "Secret decks", lead, tuple(_deck(scenario, deck) for deck in scenario.decks.values()))


def _deck(scenario: Scenario, deck: Deck) -> Entry:
    odds = {card: ", ".join(f"{words.value(v)} ({p:.0%})" for v, p in dealt) for card, dealt in deck.cards.items()}
    alike = len(set(odds.values())) == 1
    dealt = (
        (Row("Dealt", next(iter(odds.values()))),)
        if alike
        else tuple(Row(f"Dealt: {scenario.start_cards[card].title}", said) for card, said in odds.items())
    )
    see = scenario.variables[deck.path].see
    name = scenario.name_of(deck.path)
    rows = (Row("Value", name), Row("Known to", words.audience(scenario, see)), *dealt)
    return Entry(anchor("deck", deck.id), deck.title if deck.title == name else f"{deck.title}: {name}", rows=rows)
