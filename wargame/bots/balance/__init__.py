"""The balance of a scenario: games of every kind on every set-up (`cells`), what they show (`findings`), as a page.

It judges a model by its own games. Same pack, seed and number of games, same page to the byte.
"""

from wargame.bots.balance.cells import Cell, Games, cells, play_all
from wargame.bots.balance.findings import Findings
from wargame.bots.balance.page import page

__all__ = ["Cell", "Findings", "Games", "cells", "page", "play_all"]
