"""A simulation on record, played by workers a chunk at a time, and told when all chunks are there."""

import json
from itertools import chain
from time import monotonic

from wargame.bots.simulation.batch import Batch
from wargame.bots.simulation.game import Played
from wargame.bots.simulation.summary import summary
from wargame.bots.simulation.telling import as_json
from wargame.exercises import simulations
from wargame.exercises.codec import codec
from wargame.exercises.packs import from_files
from wargame.exercises.simulations import Part

EVERY = 1.0
"""Seconds between two words about how far a chunk is."""
GAME = codec(Played)


class Stumbled(Exception):
    """A game could not be played; the text says which, for people."""


def play_part(part: Part) -> None:
    """Play a chunk's games and keep what came of them; stop between two if nobody wants them any more."""
    batch = batch_of(part.simulation)
    games: list[Played] = []
    said = monotonic()
    for number in part.numbers:
        games.append(_game(batch, number))
        if monotonic() - said > EVERY:
            said = monotonic()
            if not simulations.progress(part, len(games)):
                return
    simulations.part_done(part, json.dumps([GAME.dump(game) for game in games]))


def tell(simulation_id: str) -> None:
    """Work out what came of all its games."""
    bodies = simulations.bodies(simulation_id)
    games = [GAME.load(game) for game in chain.from_iterable(map(json.loads, bodies))]
    batch = batch_of(simulation_id)
    if len(games) == batch.runs:  # else somebody was quicker
        simulations.done(simulation_id, as_json(summary(from_files(batch.files), batch, games)))


def batch_of(simulation_id: str) -> Batch:
    """What is to be played, as the command would play it."""
    asked = simulations.asked(simulation_id)
    return Batch(asked.files, asked.setup, asked.runs, asked.seed, asked.plays)


def _game(batch: Batch, number: int) -> Played:
    try:
        return batch.play(number)
    except Exception as error:
        text = f"Game {number + 1} could not be played ({type(error).__name__}); tell whoever keeps this scenario."
        raise Stumbled(text) from error
