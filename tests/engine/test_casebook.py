"""The rulings of the casebook, each worked out by hand; see the texts in `casebook/`."""

from pathlib import Path

import pytest

from tests.engine.builders import RULES
from tests.engine.casebook_pack import MORE_RULES, casebook_scenario
from wargame.exercises.casebook import Case, Table, cases_of, run
from wargame.exercises.casebook.reading import read

CASES = cases_of(Path(__file__).parent / "casebook")
SCENARIO = casebook_scenario([rule.id for rule in (*RULES, *MORE_RULES)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}. {case.title}")
def test_case(case: Case) -> None:
    assert run(case, Table.of(SCENARIO)) is None


def test_the_casebook_is_read_whole() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Then  tension is 5", "tension is 4, not 5"),
        ("Then  tenson is 5", "there is no value tenson"),
        ("Then  N is happy about it", "nobody understands “Then N is happy about it”"),
        ("Given only the rule coolng", "there is no rule coolng"),
        ("When  N orders nothing_such", "refused: There is no such order; choose one from the menu."),
        ("Then  cooling came to done", "there is no ruling on cooling"),
        ("Then  tension is about 4.1", "tension is 4, not about 4.1"),
        ("Then  N may not order talk: No.", "N may order talk"),
        ("When  N ends truce", "no truce is in force"),
    ],
)
def test_a_wrong_sentence_is_told_with_its_line(sentence: str, told: str) -> None:
    [case] = read(f"Case 1. Wrong\n  {sentence}\n", "book.txt")
    assert str(run(case, Table.of(SCENARIO))) == f"book.txt:2: case 1: {told}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Case 1. A\n  Perhaps tension is 4\n", "a.txt:2: a sentence begins with Given, When, Then or And"),
        ("Case 1. A\n  And tension is 4\n", "a.txt:2: a sentence begins with"),
        ("Case 1. A\nCase 1. B\n", "a.txt: case 1 stands in"),
    ],
)
def test_what_is_no_case_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    with pytest.raises(ValueError, match=told):
        cases_of(tmp_path)
