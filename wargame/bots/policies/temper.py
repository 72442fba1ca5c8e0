"""A character, as a few numbers: what it likes to order, how it bargains, what it says. One file holds one of them."""

from collections.abc import Callable
from dataclasses import dataclass

from wargame.bots.policies.wish import View


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a character stands in this turn."""

    firmness: float
    """From 0, gives way wherever it can, to 1, presses wherever it can."""
    because: str = ""
    """In a few words, for the reasons it gives."""


@dataclass(frozen=True, slots=True)
class Temper:
    manner: str
    """"with caution": how it is played."""
    stance: Callable[[View], Stance]
    most: int
    """Orders that it gives for one actor in a turn."""
    keeps: float
    """Share of each store that it does not touch."""
    risk: float
    """What a risky order, or one that crosses a red line, is worth to it."""
    thrift: float
    """What it likes less for spending all that it has, and more for spending nothing."""
    openings: float
    """What an order is worth that has requirements, and happens to meet them today."""
    proposes: float
    """How often in a turn it puts a text on the table."""
    asks: float
    """Share of what it wishes that it writes into a text of its own."""
    settles: float
    """Share of it that it signs for in the first turn; it comes down as the last turn nears."""
    proposal: str
    """What it writes under a text of its own."""
    letter: str
    """What it writes to another team now and then."""
