"""A pack's casebook: numbered rulings worked out by hand, in sentences, and whether the rules agree with them.

A case has sentences of three kinds: what is given, what is done, and what must then be true. `And` goes on in the same
kind; two dashes begin the arithmetic, for the reader. `given.py`, `when.py` and `then.py` list the sentences there are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario
from wargame.exercises.casebook.given import GIVEN
from wargame.exercises.casebook.reading import Case, Sentence, read
from wargame.exercises.casebook.table import Table, Wrong
from wargame.exercises.casebook.then import THEN
from wargame.exercises.casebook.when import WHEN

__all__ = ["Case", "Failure", "Table", "cases_of", "check", "rules_without_a_case", "run"]

KINDS = {"Given": GIVEN, "When": WHEN, "Then": THEN}


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a case and the rules part."""

    case: Case
    sentence: Sentence
    text: str

    def __str__(self) -> str:
        return f"{self.case.file}:{self.sentence.line}: case {self.case.number}: {self.text}"


def cases_of(folder: Path) -> list[Case]:
    """Every case of the casebook in this folder. Raises `ValueError` for what is no case, or a number used twice."""
    cases: dict[int, Case] = {}
    for file in sorted(folder.glob("*.txt")):
        for case in read(file.read_text("utf-8"), str(file)):
            if case.number in cases:
                raise ValueError(f"{file}: case {case.number} stands in {cases[case.number].file} already")
            cases[case.number] = case
    return list(cases.values())


def check(scenario: Scenario, cases: Iterable[Case]) -> Iterator[Failure]:
    """The cases that the rules do not agree with, each with its first wrong sentence."""
    return (failure for case in cases if (failure := run(case, Table.of(scenario))))


def run(case: Case, table: Table) -> Failure | None:
    """Play one case; where it goes wrong, if it does."""
    for sentence in case.sentences:
        try:
            _carry_out(table, sentence)
        except Wrong as wrong:
            return Failure(case, sentence, str(wrong))
        except Refused as refused:
            return Failure(case, sentence, f"refused: {refused.text}")
    return None


def _carry_out(table: Table, sentence: Sentence) -> None:
    for pattern, act in KINDS[sentence.kind].items():
        if match := pattern.fullmatch(sentence.text):
            act(table, *(group or "" for group in match.groups()))
            return
    raise Wrong(f"nobody understands “{sentence.kind} {sentence.text}”")


def rules_without_a_case(scenario: Scenario, cases: Iterable[Case]) -> list[str]:
    """Rules and orders that no case names: nobody has worked them out by hand."""
    told = " ".join(sentence.text for case in cases for sentence in case.sentences)
    words = set(re.findall(r"\w+", told))
    return [id for id in (*(rule.id for rule in scenario.rules), *scenario.orders) if id not in words]
