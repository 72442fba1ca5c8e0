"""A batch of games, played in as many processes as there are cores."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wargame.bots.simulation.game import Played, played
from wargame.engine.commands import Setup
from wargame.exercises.packs import from_files

CHUNK = 4
"""Games that a process takes at once: few enough to share the end fairly."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be played. Its games are numbered from 0."""

    files: Mapping[str, bytes]
    """The pack's, so that every process can read them."""
    setup: Setup
    runs: int
    seed: int
    plays: str = "noise"
    """How every seat is played: a plan of the pack, or a policy."""

    def play(self, number: int) -> Played:
        return played(from_files(self.files), self.setup, self.plays, self.seed, number)


def simulate(batch: Batch, processes: int = 1, progress: Callable[[int], None] = lambda done: None) -> list[Played]:
    """All games of the batch in the order of their numbers; `progress` hears how many are done."""
    games: list[Played] = []
    for game in _all(batch, processes):
        games.append(game)
        progress(len(games))
    return sorted(games, key=lambda game: game.number)


def _all(batch: Batch, processes: int) -> Iterator[Played]:
    """In the order in which they end."""
    if processes <= 1:
        yield from map(batch.play, range(batch.runs))
        return
    with multiprocessing.Pool(processes, _begin, (batch,)) as pool:
        yield from pool.imap_unordered(_play, range(batch.runs), chunksize=CHUNK)


_batch: Batch
"""Of this process, which serves one pool."""


def _begin(batch: Batch) -> None:
    global _batch
    _batch = batch


def _play(number: int) -> Played:
    return _batch.play(number)
