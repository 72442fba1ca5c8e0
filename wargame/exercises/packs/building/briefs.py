"""Briefs: the Markdown files that scenario.yaml names."""

from collections.abc import Mapping

from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.files import BRIEF_NAME
from wargame.exercises.packs.problems import Place, Problem, did_you_mean

MAX_BRIEF = 20_000


class Briefs:
    """Hands out the text of each brief, and knows which were never asked for."""

    def __init__(self, bench: Compiler, files: Mapping[str, bytes]) -> None:
        self.bench = bench
        self.files = {name: body for name, body in files.items() if BRIEF_NAME.fullmatch(name)}
        self.used: set[str] = set()

    def __call__(self, place: Place, name: str | None) -> str:
        """The text of the brief that is named at this place; empty where none is named."""
        if name is None:
            return ""
        self.used.add(name)
        if name not in self.files:
            self.bench.problem(place, f"there is no brief '{name}' in this pack{did_you_mean(name, self.files)}")
            return ""
        try:
            text = self.files[name].decode().strip()
        except UnicodeDecodeError:
            self.bench.problem(place, f"'{name}' is not UTF-8 text; save it as UTF-8")
            return ""
        if not 0 < len(text) <= MAX_BRIEF:
            self.bench.problem(place, f"'{name}' is {'empty' if not text else f'longer than {MAX_BRIEF:,} characters'}")
        return text

    def check_unused(self) -> None:
        for name in sorted(set(self.files) - self.used):
            self.bench.problems.append(Problem(name, 1, 1, "", "no team or seat has this brief", "warning"))
