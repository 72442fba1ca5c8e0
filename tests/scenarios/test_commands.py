"""The two commands for authors, and that the schema for editors is fresh."""

import json
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from tests.scenarios.test_files import written
from tests.scenarios.tiny import spoiled, tiny


def checked(*args: str) -> tuple[str, int]:
    out = StringIO()
    try:
        call_command("check_scenarios", *args, stdout=out)
    except SystemExit as exit:
        return out.getvalue(), int(exit.code or 0)
    return out.getvalue(), 0


def test_shipped_packs_are_checked_when_none_are_named() -> None:
    text, code = checked()
    assert code == 0
    assert text.splitlines()[-1].endswith("checked: 0 errors, 0 warnings")


def test_each_problem_has_its_line(tmp_path: Path) -> None:
    written(tmp_path / "tiny", spoiled("rules.yaml", "each: month", "each: moth"))
    text, code = checked(str(tmp_path))
    assert code == 1
    assert text.splitlines() == [
        f"{tmp_path}/tiny/rules.yaml:6:11 rules.wind.each: 'moth' is none of month, turn; did you mean 'month'?",
        "1 pack checked: 1 error, 0 warnings",
    ]


def test_warnings_are_no_failure(tmp_path: Path) -> None:
    folder = written(tmp_path / "tiny", tiny() | {"briefs/spare.md": b"x"})
    text, code = checked(str(folder))
    assert (code, text.splitlines()[-1]) == (0, "1 pack checked: 0 errors, 1 warning")


def test_as_json(tmp_path: Path) -> None:
    folder = written(tmp_path / "tiny", spoiled("rules.yaml", "by: -k.wind", "by: -k.wnd"))
    text, code = checked(str(folder), "--json")
    told = json.loads(text)
    assert (code, told["errors"], told["warnings"]) == (1, 1, 0)
    [problem] = told["problems"]
    assert (problem["file"], problem["line"], problem["column"]) == (f"{folder}/rules.yaml", 11, 86)
    assert problem["message"] == "unknown name `k.wnd`; did you mean `k.wind`?"


def test_what_is_no_pack_fails(tmp_path: Path) -> None:
    text, code = checked(str(tmp_path / "none"))
    assert (code, text.splitlines()[0]) == (1, f"{tmp_path}/none:1:1: there is no such folder")
