"""state.yaml: decks to the engine's, with weights as probabilities."""

from collections.abc import Callable, Mapping
from typing import Any

from wargame.engine.formula import Value
from wargame.engine.scenario import Deck
from wargame.exercises.packs.building.state import wrong_value
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.problems import Key, Place
from wargame.exercises.packs.shapes.state import DeckShape, StateFile

FILE = Place("state.yaml")

Check = Callable[[Key], str]
"""What is wrong with a value; empty if nothing."""


def decks(bench: Compiler, shape: StateFile, cards: list[str]) -> dict[str, Deck]:
    made: dict[str, Deck] = {}
    for id, one in shape.decks.items():
        place = FILE / "decks" / id
        if sum(given is not None for given in (one.cards, one.by_start, one.by_member)) != 1:
            bench.problem(place, "a deck has exactly one of cards, by_start, by_member")
        elif one.by_member is not None:
            made |= _deck_of_set(bench, place, id, one, one.by_member, shape, cards)
        else:
            made[id] = _deck(bench, place, id, one, shape, cards)
    return made


def _deck(bench: Compiler, place: Place, id: str, shape: DeckShape, file: StateFile, cards: list[str]) -> Deck:
    check = _checker(bench, place, shape, file)
    if shape.cards is not None:
        hand = _hand(bench, place / "cards", shape.cards, check(shape.into))
        return Deck(id, shape.into, shape.title, dict.fromkeys(cards, hand))
    by_start, here = shape.by_start or {}, place / "by_start"
    for card in by_start:
        bench.one_of(here / card, card, cards, "start card")
    for card in cards:
        if card not in by_start:
            bench.problem(here, f"the start card '{card}' has no values here")
    hands = {card: _hand(bench, here / card, hand, check(shape.into)) for card, hand in by_start.items()}
    return Deck(id, shape.into, shape.title, hands)


def _deck_of_set(
    bench: Compiler,
    place: Place,
    id: str,
    shape: DeckShape,
    by_member: Mapping[str, Mapping[Any, float]],
    file: StateFile,
    cards: list[str],
) -> dict[str, Deck]:
    check = _checker(bench, place, shape, file)
    made: dict[str, Deck] = {}
    for member, hand in by_member.items():
        path, here = f"{shape.into}.{member}", place / "by_member" / member
        dealt = _hand(bench, here, hand, check(path))
        made[f"{id}.{member}"] = Deck(f"{id}.{member}", path, shape.title, dict.fromkeys(cards, dealt))
    return made


def _checker(bench: Compiler, place: Place, shape: DeckShape, file: StateFile) -> Callable[[str], Check]:
    """For a path: what is wrong with a value dealt into it."""

    def for_path(path: str) -> Check:
        bench.one_of(place / "into", path, bench.names.state.names, "variable")
        variable = file.variables.get(path.partition(".")[0])
        if variable is None or variable.fields is not None:
            return lambda value: ""
        return lambda value: wrong_value(variable, value)

    return for_path


def _hand(bench: Compiler, place: Place, hand: Mapping[Any, float], check: Check) -> tuple[tuple[Value, float], ...]:
    """Values and their probabilities, from weights."""
    whole = sum(hand.values())
    if whole <= 0 or min(hand.values(), default=0) < 0:
        bench.problem(place, "weights are not negative, and at least one is above zero")
        return ()
    for value in hand:
        if wrong := check(value):
            bench.problem(place / value, wrong, at_key=True)
    return tuple((value, weight / whole) for value, weight in hand.items())
