"""`new_scenario`: what an author begins from is sound, and can be played as it is."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.bots.games import played
from wargame.exercises.packs import check, load_pack
from wargame.exercises.packs.schema import schema_text


def made(into: Path, name: str, **options: str) -> str:
    out = StringIO()
    call_command("new_scenario", name, into=into, stdout=out, **options)
    return out.getvalue()


def test_a_new_scenario_has_no_problem(tmp_path: Path) -> None:
    assert f"wrote {tmp_path}/harbour_strike" in made(tmp_path, "harbour_strike")
    assert check(tmp_path / "harbour_strike") == []
    assert load_pack(tmp_path / "harbour_strike").title == "Harbour strike"


def test_editors_find_the_schema_beside_it(tmp_path: Path) -> None:
    said = made(tmp_path, "mine")
    assert (tmp_path / "schema.json").read_text() == schema_text()
    for file in (tmp_path / "mine").glob("*.yaml"):
        assert file.read_text().startswith("# yaml-language-server: $schema=../schema.json\n")
    assert f"WARGAME_SCENARIOS={tmp_path} python manage.py play_bots mine" in said


def test_a_title_may_hold_anything(tmp_path: Path) -> None:
    made(tmp_path, "odd", title='The "odd": #1 \\ {case}')
    assert load_pack(tmp_path / "odd").title == 'The "odd": #1 \\ {case}'


@pytest.mark.parametrize("name", ["", "No", "../up", "a b", "9lives", "x" * 41])
def test_a_bad_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match="Give a name"):
        made(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(CommandError, match="is there already"):
        made(tmp_path, "mine")


def test_bots_play_it_to_its_end(transactional_db: None, tmp_path: Path, settings: Settings) -> None:
    made(tmp_path, "harbour_strike")
    settings.SCENARIOS = tmp_path
    told = played("harbour_strike", 1)
    assert (told["turns"], told["injects"] > 0, told["orders"] > 0) == (2, True, True)
