"""Scenario packs: from an author's files to the engine's `Scenario`; what is wrong is told by line and column.

A pack is a folder, or the same files as bytes. On the way it is read (YAML to a tree that knows its places), shaped
(strict models), built (names resolved, formulas compiled) and linted (secrets told, things that can never happen).
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from wargame.engine.scenario import Scenario
from wargame.exercises.packs.building import build
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.files import MAP_FILE, check_files, read_folder
from wargame.exercises.packs.linting import lint
from wargame.exercises.packs.mapping import read_map
from wargame.exercises.packs.problems import PackError, Problem
from wargame.exercises.packs.reading import Node, read
from wargame.exercises.packs.shaping import shaped

__all__ = [
    "SKELETON",
    "PackError",
    "Problem",
    "accepted",
    "check",
    "find_packs",
    "from_files",
    "load_pack",
    "problems_in",
]

SKELETON = Path(__file__).parent / "skeleton"
"""A small pack to begin from."""
KEPT = 16
"""Packs that a process keeps parsed."""


def find_packs(root: Path) -> list[Path]:
    """The folders below `root` that hold a pack, by name."""
    return sorted(path.parent for path in root.glob("*/scenario.yaml"))


def load_pack(folder: Path) -> Scenario:
    """The pack in a folder, ready to be played. Raises `PackError` if it has errors."""
    return from_files(read_folder(folder))


def from_files(files: Mapping[str, bytes]) -> Scenario:
    """The pack of these files, by their names in the folder. Raises `PackError` if it has errors.

    The same bytes are parsed once in a process.
    """
    scenario, problems = _parsed(tuple(sorted(files.items())))
    if scenario is None or _errors(problems):
        raise PackError(problems)
    return scenario


def accepted(files: Mapping[str, bytes]) -> Scenario:
    """The pack of files that passed the checks of their day. Newer and stricter ones must not stop an exercise in play.

    Raises `PackError` only for what cannot be built at all.
    """
    scenario, problems = _built(dict(files))[1:]
    if scenario is None or _errors(problems):
        raise PackError(problems)
    return scenario


def problems_in(files: Mapping[str, bytes]) -> list[Problem]:
    """Everything that is wrong with the pack of these files, warnings included."""
    return sorted(_parsed(tuple(sorted(files.items())))[1])


def check(folder: Path) -> list[Problem]:
    """Everything that is wrong with the pack in a folder, warnings included, with paths from where we stand."""
    try:
        files = read_folder(folder)
    except PackError as error:
        problems = error.problems
    else:
        scenario, problems = _parsed(tuple(sorted(files.items())))
        if scenario is not None and scenario.id != folder.resolve().name:
            wrong = f"the id is '{scenario.id}', the folder '{folder.resolve().name}'; they must be the same"
            problems = (*problems, Problem("scenario.yaml", 1, 1, "id", wrong))
    return sorted(replace(problem, file=str(folder / problem.file)) for problem in problems)


@lru_cache(maxsize=KEPT)
def _parsed(files: tuple[tuple[str, bytes], ...]) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario, if the files could be read at all, and the problems found."""
    bench, scenario, problems = _built(dict(files))
    if bench is None or scenario is None or _errors(problems):
        return scenario, problems
    lint(bench, scenario)
    return scenario, tuple(bench.problems)


def _built(files: Mapping[str, bytes]) -> tuple[Compiler | None, Scenario | None, tuple[Problem, ...]]:
    """Read, shaped and built, but not linted."""
    try:
        if problems := check_files(files):
            raise PackError(problems)
        trees = _trees(files)
        bench = Compiler(trees, shaped(trees))
    except PackError as error:
        return None, None, error.problems
    return bench, build(bench, files), tuple(bench.problems)


def _trees(files: Mapping[str, bytes]) -> dict[str, Node]:
    """Every file but the briefs, read. Raises `PackError` with what is wrong in all of them."""
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    for name in sorted(files):
        if not name.endswith((".yaml", MAP_FILE)):
            continue
        try:
            trees[name] = read_map(files[name]) if name == MAP_FILE else read(name, files[name])
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return trees


def _errors(problems: list[Problem] | tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)
