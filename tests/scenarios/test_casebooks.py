"""The casebooks of the shipped packs: the rules agree with what was worked out by hand, and no rule is left out."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.scenarios.test_files import written
from tests.scenarios.tiny import tiny
from wargame.exercises.casebook import cases_of, check, rules_without_a_case
from wargame.exercises.packs import find_packs, load_pack
from wargame.exercises.packs.files import CASEBOOK

BOOKS = [folder for folder in find_packs(settings.SCENARIOS) if (folder / CASEBOOK).is_dir()]


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_the_rules_agree_with_the_hand(folder: Path) -> None:
    assert [str(failure) for failure in check(load_pack(folder), cases_of(folder / CASEBOOK))] == []


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_every_rule_and_order_has_a_case(folder: Path) -> None:
    assert rules_without_a_case(load_pack(folder), cases_of(folder / CASEBOOK)) == []


def test_a_casebook_is_no_part_of_the_pack(tmp_path: Path) -> None:
    before = load_pack(written(tmp_path / "tiny", tiny())).pack_hash
    book(tmp_path / "tiny", "Case 1. Nothing\n  Given no rules\n")
    assert load_pack(tmp_path / "tiny").pack_hash == before


def book(folder: Path, text: str) -> Path:
    (folder / CASEBOOK).mkdir()
    (folder / CASEBOOK / "a.txt").write_text(text)
    return folder


def test_the_command_tells_file_line_and_case(tmp_path: Path) -> None:
    folder = book(written(tmp_path / "tiny", tiny()), "Case 7. Wrong\n  Then  front is 99\n")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_casebook", str(folder), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith(f"{folder}/casebook/a.txt:2: case 7: front is ")
    assert lines[1].startswith("tiny: 1 cases, 1 wrong; without a case: wind")


def test_as_json(tmp_path: Path) -> None:
    folder = book(written(tmp_path / "tiny", tiny()), "Case 1. Right\n  Given only the rule wind\n")
    out = StringIO()
    call_command("check_casebook", str(folder), "--json", stdout=out)
    [told] = json.loads(out.getvalue())
    assert (told["cases"], told["failures"], "wind" in told["without_a_case"]) == (1, [], False)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = book(written(tmp_path / "tiny", tiny()), "Case 1. Odd\n  Maybe so\n")
    with pytest.raises(CommandError, match="a.txt:2: a sentence begins with"):
        call_command("check_casebook", str(folder))
