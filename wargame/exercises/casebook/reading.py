"""From a casebook's text to its cases."""

import re
from dataclasses import dataclass

TITLE = re.compile(r"Case (\d+)\. (.+)")
WORDS = ("Given", "When", "Then")


@dataclass(frozen=True, slots=True)
class Sentence:
    line: int
    kind: str
    """`Given`, `When` or `Then`."""
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One numbered ruling."""

    file: str
    number: int
    title: str
    sentences: tuple[Sentence, ...]


def read(text: str, file: str = "") -> list[Case]:
    """The cases of a text; what stands before the first is for the reader. Raises `ValueError` with the line."""
    cases: list[Case] = []
    sentences: list[Sentence] = []
    for line, written in enumerate(text.splitlines(), start=1):
        if title := TITLE.fullmatch(written.strip()):
            sentences = []
            cases.append(Case(file, int(title[1]), title[2], ()))
        elif cases and written.strip():
            sentences.append(_sentence(written, line, sentences, file))
            cases[-1] = Case(file, cases[-1].number, cases[-1].title, tuple(sentences))
    return cases


def _sentence(written: str, line: int, before: list[Sentence], file: str) -> Sentence:
    word, _, text = written.split("--")[0].strip().partition(" ")
    kind = before[-1].kind if word == "And" and before else word
    if kind not in WORDS:
        raise ValueError(f"{file}:{line}: a sentence begins with Given, When, Then or And")
    return Sentence(line, kind, text.strip())
