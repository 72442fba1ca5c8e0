"""The book: every thing of every shipped pack can be read, and every link leads somewhere."""

from collections import Counter

import pytest
from django.conf import settings

from tests.scenarios.tiny import tiny
from wargame.engine.scenario import Scenario
from wargame.exercises.book import Entry, anchor, read
from wargame.exercises.packs import find_packs, from_files, load_pack

PACKS = {folder.name: load_pack(folder) for folder in find_packs(settings.SCENARIOS)}


@pytest.fixture(params=PACKS)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return PACKS[request.param]


def entries(scenario: Scenario) -> dict[str, Entry]:
    return {entry.id: entry for chapter in read(scenario) for entry in chapter.entries}


def test_what_the_exercise_fills_in_stands_in_a_text_by_its_name() -> None:
    found = entries(PACKS["reassurance_force"])
    told = [row.text for entry in found.values() for row in entry.rows]
    needed = "[Pledged in all] thousand soldiers are pledged; [Legal ground of the guarantees] are needed."
    assert any(needed in text for text in told)
    assert any("Our own report: [it was ours or it was not ours]." in entry.text for entry in found.values())
    bodies = [text for entry in found.values() if entry.id.startswith("inject-") for text in (entry.title, entry.text)]
    assert not any("{" in text for text in bodies)


def test_everything_has_its_entry(scenario: Scenario) -> None:
    found = entries(scenario)
    kinds = {
        "order": scenario.orders,
        "inject": scenario.injects,
        "agreement": scenario.agreements,
        "rule": [rule.id for rule in scenario.rules],
        "line": scenario.red_lines,
        "deck": scenario.decks,
        "plan": scenario.plans,
        "measure": scenario.measures,
        "actor": scenario.actors,
        "fact": scenario.facts,
        "value": {variable.group for variable in scenario.variables.values()}
        | {path for path, derived in scenario.derived.items() if not derived.inner},
    }
    missing = [anchor(kind, id) for kind, ids in kinds.items() for id in ids if anchor(kind, id) not in found]
    assert missing == []


def test_ids_are_unique_and_links_lead_somewhere(scenario: Scenario) -> None:
    counted = Counter(entry.id for chapter in read(scenario) for entry in chapter.entries)
    assert [id for id, times in counted.items() if times > 1] == []
    links = {link.to for entry in entries(scenario).values() for row in entry.rows for link in row.links}
    marks = {mark.entry for chapter in read(scenario) for mark in chapter.marks}
    assert (links | marks) - set(counted) == set()


def test_an_entry_names_what_rests_on_a_fact(scenario: Scenario) -> None:
    found = entries(scenario)
    for entry in found.values():
        for fact in entry.facts:
            assert entry.id in {link.to for row in found[anchor("fact", fact)].rows for link in row.links}


def test_a_rule_stands_as_sentence_and_formula() -> None:
    rule = entries(from_files(tiny()))["rule-wind"]
    assert rule.text == "Wind weakens everybody."
    assert [(row.name, row.text, row.formula) for row in rule.rows] == [
        ("For each of", "both", ""),
        ("Outcome: Blown", "Blown.", "strength[side] changes by -k.wind"),
    ]
