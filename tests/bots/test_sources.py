"""Each fact of a pack acts somewhere: bots play, and what they were shown and what happened is held against it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.scenarios.tiny import spoiled, tiny
from wargame.bots.acted import acted_in_games
from wargame.exercises.book.sources import rests
from wargame.exercises.packs import find_packs, load_pack

PACKS = {folder.name: folder for folder in find_packs(settings.SCENARIOS)}


@pytest.mark.parametrize("name", PACKS)
def test_each_fact_acts_somewhere(name: str) -> None:
    pack = load_pack(PACKS[name])
    acted, resting = acted_in_games(pack, range(2)), rests(pack)
    assert [fact for fact in pack.facts if not {link.to for link in resting.get(fact, [])} & acted] == []


@pytest.mark.parametrize("name", PACKS)
def test_each_sourced_number_names_its_facts(name: str) -> None:
    pack = load_pack(PACKS[name])
    numbers = [value.provenance for value in pack.variables.values()]
    numbers += [value.provenance for value in pack.derived.values()]
    numbers += [rule.provenance for rule in pack.rules] + [inject.provenance for inject in pack.injects.values()]
    for provenance in numbers:
        assert provenance.kind != "sourced" or (provenance.facts and set(provenance.facts) <= set(pack.facts))


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, body in files.items():
        path = folder / "tiny" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder / "tiny"


def told(pack: Path, **options: object) -> tuple[str, int]:
    out = StringIO()
    try:
        call_command("scenario_sources", pack, games=1, stdout=out, **options)
    except SystemExit as left:
        return out.getvalue(), int(str(left.code))
    return out.getvalue(), 0


def test_a_fact_that_nothing_names_is_told(tmp_path: Path) -> None:
    text, code = told(written(tmp_path, tiny()))
    assert text.endswith("1 facts, 1 without a place: hill\n")
    assert code == 1


def test_a_place_counts_if_it_acted(tmp_path: Path) -> None:
    files = spoiled("orders.yaml", "    summary: Push the front.\n", "    summary: Push the front.\n    facts: hill\n")
    asleep = tiny()["injects.yaml"].decode().replace("{kind: scheduled, turn: 2}", "{kind: condition, when: front > 4}")
    asleep += "    provenance: {kind: sourced, facts: hill}\n"
    files |= {"injects.yaml": asleep.replace("facts: hill", "facts: [hill]").encode()}
    files |= {"orders.yaml": files["orders.yaml"].replace(b"facts: hill", b"facts: [hill]")}
    text, code = told(written(tmp_path, files), json=True)
    fact = json.loads(text)["facts"]["hill"]
    assert [place["place"] for place in fact["acts"]] == ["order-push"]
    assert [place["place"] for place in fact["named_only"]] == ["inject-news"]
    assert code == 0
