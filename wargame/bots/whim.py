"""A bot's own chance: seeded, keyed by the question, and apart from the exercise's dice."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from wargame.engine.dice import Dice, Key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Whim:
    """What one seat feels like in one turn."""

    seed: bytes
    turn: int
    seat: str
    attempt: int = 0
    """After a rewind it feels anew, and asks with other ids."""

    def chance(self, question: str, p: float) -> bool:
        """True with probability p; the same question in the same turn has the same answer."""
        return _dice(self.seed).bernoulli(self._key(question), p)

    def pick(self, question: str, options: Sequence[T]) -> T:
        """One of the options, which are not empty."""
        return options[int(_dice(self.seed).draw(*self._key(question)) * len(options))]

    def within(self, question: str, low: float, high: float) -> float:
        """A number in [low, high)."""
        return _dice(self.seed).uniform(self._key(question), low, high)

    def request(self, what: str) -> str:
        """A request id, 32 hex digits: the same game asks with the same ids, and its draws fall the same way."""
        dice, asked = _dice(self.seed), (self.attempt, self.turn, self.seat, what)
        return dice.public_id("bot", *asked, 1) + dice.public_id("bot", *asked, 2)

    def _key(self, question: str) -> Key:
        return Key(self.attempt, self.turn, 0, "bot", f"{self.seat} {question}")


@lru_cache(maxsize=16)
def _dice(seed: bytes) -> Dice:
    """The dice of this seed, begun once: a bot asks them hundreds of questions."""
    return Dice(seed)
