"""What is wrong with a pack, and where: one sentence for the author, pointing at the place to mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Key = str | int | float | bool
"""What a value hangs on: a key of a mapping or a position in a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a pack something stands, in the author's words: a file and the keys that lead to it."""

    file: str
    path: tuple[Key, ...] = ()

    def __truediv__(self, key: Key) -> "Place":
        return Place(self.file, (*self.path, key))

    @property
    def dotted(self) -> str:
        return ".".join(str(key) for key in self.path)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. Line and column count from 1."""

    file: str
    line: int
    column: int
    path: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        path = f" {self.path}" if self.path else ""
        return f"{self.file}:{self.line}:{self.column}{path}: {mark}{self.message}"


class PackError(Exception):
    """A pack that cannot be played; `problems` says why, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(name: object, known: Iterable[object]) -> str:
    """`; did you mean 'front'?`, or nothing when no known name is near."""
    by_letters = {str(one).lower(): one for one in known}  # NORTH and north are the same slip
    near = get_close_matches(str(name).lower(), by_letters, 1, 0.6)
    return f"; did you mean '{by_letters[near[0]]}'?" if near else ""
