"""What is counted: every value of the state, and what is worked out from them."""

from itertools import groupby

from wargame.engine.scenario import Derived, Scenario, Variable
from wargame.engine.units import unit_of
from wargame.exercises.book import words
from wargame.exercises.book.page import Chapter, Entry, Row, anchor, rows


def chapter(scenario: Scenario) -> Chapter:
    grouped = groupby(scenario.variables.values(), key=lambda variable: variable.group)
    counted = [_group(scenario, group, list(some)) for group, some in grouped]
    made = [_derived(scenario, path, one) for path, one in scenario.derived.items() if not one.inner]
    lead = "What is counted, who may see it, where it begins and what that rests on."
    return Chapter("values", "Values", lead, (*counted, *made))


def _group(scenario: Scenario, group: str, some: list[Variable]) -> Entry:
    """One entry for a variable, however many members or fields it runs over."""
    first = some[0]
    limits = f"{words.value(first.low)} to {words.value(first.high)} {unit_of(first.unit)}".strip()
    about = rows(
        Row(
            "Range",
            {"flag": "yes or no", "choice": " · ".join(map(words.value, first.choices))}.get(first.kind, limits),
        ),
        Row("Seen by", _seen(scenario, some)),
        Row("Others estimate", _estimate(scenario, first)),
    )
    starts = [_start(scenario, one, alone=len(some) == 1) for one in some]
    tags = tuple(word for word, so in (("shown first", first.key), ("paid from", first.resource)) if so)
    title = first.name if len(some) == 1 or first.member else group.replace("_", " ").capitalize()
    alike = {one.provenance for one in some}
    return Entry(
        anchor("value", group),
        title,
        first.definition,
        tags,
        (*about, *starts),
        first.provenance if len(alike) == 1 else None,
    )


def _seen(scenario: Scenario, some: list[Variable]) -> str:
    seen = {words.audience(scenario, one.see) for one in some}
    if len(seen) == 1:
        return seen.pop()
    each_its_own = all(one.see == (f"actor:{one.member}",) for one in some)
    return "each its own" if each_its_own else "differs: see each below"


def _estimate(scenario: Scenario, one: Variable) -> str:
    if one.estimate is None:
        return ""
    who = words.audience(scenario, one.estimate.audience)
    return f"{who}: the truth with a spread of {one.estimate.spread:g}, in steps of {one.estimate.step:g}"


def _start(scenario: Scenario, one: Variable, *, alone: bool) -> Row:
    by_card = one.start.items()
    values = {words.value(start) for _, start in by_card}
    cards = (f"{scenario.start_cards[card].title} {words.value(start)}" for card, start in by_card)
    label = "At the start" if alone else scenario.name_of(one.path) if one.member else one.name
    return Row(label, values.pop() if len(values) == 1 else ", ".join(cards), provenance=one.provenance)


def _derived(scenario: Scenario, path: str, one: Derived) -> Entry:
    bands = ", ".join(f"up to {limit:g} “{word}”" for limit, word in one.words)
    about = rows(
        Row("Worked out", formula=one.formula.source),
        Row("Seen by", words.audience(scenario, one.see)),
        Row("In words", f"{bands}; for {words.audience(scenario, one.words_to)}" if bands else ""),
    )
    return Entry(
        anchor("value", path),
        one.name,
        one.definition,
        (unit_of(one.unit),) if one.unit else (),
        about,
        one.provenance,
        group="Worked out",
    )
