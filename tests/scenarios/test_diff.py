"""`scenario_diff`: what a player is told of a new version."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.scenarios.test_files import written
from tests.scenarios.tiny import spoiled, tiny
from wargame.exercises.packs import from_files
from wargame.exercises.packs.comparing import differences


def told(file: str, old: str, new: str) -> list[str]:
    """What is told of the tiny pack with one place changed."""
    return [str(one) for one in differences(from_files(tiny()), from_files(spoiled(file, old, new)))]


def test_a_pack_does_not_differ_from_itself() -> None:
    assert differences(from_files(tiny()), from_files(tiny())) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("scenario.yaml", "title: Tiny\n", "title: Smaller\n", "Scenario “Smaller”: title was Tiny, now Smaller."),
        ("scenario.yaml", "wind: .5", "wind: .75", "Rule card “Calm”: constants, wind was 0.5, now 0.75."),
        (
            "rules.yaml",
            "by: -k.wind",
            "by: k.wind",
            "Rule “Wind”: outcomes, blown, effects: now also “strength[side] changes by k.wind”; "
            "no longer “strength[side] changes by -k.wind”.",
        ),
        ("scenario.yaml", "turns: [1, 2]", "turns: [1, 2, 3]", "Clock “Short”: turns, 3 is new: “Months 4 to 6”."),
        ("scenario.yaml", "letters: SO}", "letters: S}", "Actor “Sorhill”: letters was SO, now S."),
    ],
)
def test_each_change_is_one_sentence(file: str, old: str, new: str, sentence: str) -> None:
    assert sentence in told(file, old, new)


def test_comments_and_order_of_lines_are_no_change() -> None:
    assert told("scenario.yaml", "id: tiny\n", "# a remark\nid: tiny\n") == []


def test_the_command_prints_lines_or_json(tmp_path: Path) -> None:
    old = written(tmp_path / "old" / "tiny", tiny())
    new = written(tmp_path / "new" / "tiny", spoiled("scenario.yaml", "name: Sorhill", "name: Sorberg"))
    out = StringIO()
    call_command("scenario_diff", str(old), str(new), stdout=out)
    assert "Actor “Sorberg”: name was Sorhill, now Sorberg." in out.getvalue()
    out = StringIO()
    call_command("scenario_diff", str(old), str(new), "--json", stdout=out)
    kinds = {one["kind"]: one["change"] for one in json.loads(out.getvalue())["differences"]}
    assert kinds["Actor"] == "changed"


def test_a_pack_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    old = written(tmp_path / "tiny", tiny())
    with pytest.raises(CommandError, match="there is no such folder"):
        call_command("scenario_diff", str(old), str(tmp_path / "none"))
