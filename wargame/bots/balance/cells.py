"""Which games are played to judge a scenario's balance, and all of them played."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from wargame.bots.simulation.game import Played, played
from wargame.engine.commands import Setup
from wargame.engine.scenario import Scenario
from wargame.exercises.packs import from_files
from wargame.exercises.setups import setup_of

CHARACTERS = ("cautious", "ambitious", "opportunist")
NOISE = "noise"
Part = Literal["plans", "exploits", "clocks", "characters", "noise"]
SHARE: Mapping[Part, int] = {"plans": 1, "exploits": 2, "clocks": 4, "characters": 4, "noise": 2}
"""One of so many games of a plan's cell is played in a cell of this part; these are looked at many cells together."""
CHUNK = 8


@dataclass(frozen=True)
class Cell:
    """One kind of game on one set-up."""

    part: Part
    plays: str
    start: str
    rules: str
    teams: str
    clock: str

    def setup(self, scenario: Scenario) -> Setup:
        return setup_of(scenario, start=self.start, rules=self.rules, teams=self.teams, clock=self.clock)


Games = dict[Cell, list[Played]]
"""In the order of their numbers."""


def cells(scenario: Scenario) -> list[Cell]:
    """Plans on every card; honest ones on every clock too; characters and noise on every card and team set."""
    longest = max(scenario.clocks, key=lambda id: len(scenario.clocks[id].turns))
    first_teams, first_start = next(iter(scenario.team_sets)), next(iter(scenario.start_cards))
    found: list[Cell] = []
    for start, rules in product(scenario.start_cards, scenario.rule_cards):
        for plan in scenario.plans.values():
            part: Part = "plans" if plan.kind == "plan" else "exploits"
            found.append(Cell(part, plan.id, start, rules, first_teams, longest))
        for teams in scenario.team_sets:
            found += [Cell("characters", one, start, rules, teams, longest) for one in CHARACTERS]
            found.append(Cell("noise", NOISE, start, rules, teams, longest))
    honest = [plan.id for plan in scenario.plans.values() if plan.kind == "plan"]
    shorter = [clock for clock in scenario.clocks if clock != longest]
    for clock, rules, plan_id in product(shorter, scenario.rule_cards, honest):
        found.append(Cell("clocks", plan_id, first_start, rules, first_teams, clock))
    return found


def runs_of(cell: Cell, runs: int) -> int:
    """How many games this cell plays, if a plan's plays `runs`."""
    return max(1, runs // SHARE[cell.part])


@dataclass(frozen=True)
class Task:
    """All that a process needs to know."""

    files: Mapping[str, bytes]
    cells: list[Cell]
    seed: int

    def play(self, which: tuple[int, int]) -> tuple[int, Played]:
        pack, cell = from_files(self.files), self.cells[which[0]]
        return which[0], played(pack, cell.setup(pack), cell.plays, self.seed, which[1])


def play_all(
    files: Mapping[str, bytes], runs: int, seed: int, processes: int, progress: Callable[[int, int], None]
) -> Games:
    """Every cell's games; `progress` hears how many are done, and of how many."""
    task = Task(files, cells(from_files(files)), seed)
    asked = [(at, number) for at, cell in enumerate(task.cells) for number in range(runs_of(cell, runs))]
    found: list[list[Played]] = [[] for _ in task.cells]
    for done, (at, game) in enumerate(_played(task, asked, processes), start=1):
        found[at].append(game)
        progress(done, len(asked))
    return {cell: sorted(games, key=lambda game: game.number) for cell, games in zip(task.cells, found, strict=True)}


def _played(task: Task, asked: list[tuple[int, int]], processes: int) -> Iterator[tuple[int, Played]]:
    if processes <= 1:
        yield from map(task.play, asked)
        return
    with multiprocessing.Pool(processes, _begin, (task,)) as pool:
        yield from pool.imap_unordered(_play, asked, chunksize=CHUNK)


_task: Task
"""Of this process, which serves one pool."""


def _begin(task: Task) -> None:
    global _task
    _task = task


def _play(which: tuple[int, int]) -> tuple[int, Played]:
    return _task.play(which)
