"""Many games in memory, and what came of them: each game by itself (`game`), all of them (`batch`), told (`summary`).

The same batch gives the same bytes whatever the number of processes: a game knows only its own number, and what is told
of all is worked out in the order of their numbers.
"""

from wargame.bots.simulation.batch import Batch, simulate
from wargame.bots.simulation.summary import Summary, summary
from wargame.bots.simulation.telling import as_json, as_table

__all__ = ["Batch", "Summary", "as_json", "as_table", "simulate", "summary"]
