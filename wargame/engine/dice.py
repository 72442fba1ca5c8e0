"""All chance of an exercise, drawn from one secret seed.

A draw is a keyed hash of the question asked (which attempt, turn, month, kind and object), never the next number of a
running generator: asking again gives the same answer, and what else is asked, or in which order, changes nothing.
Changing any line here changes past exercises under replay of their rules; `tests/engine/test_dice.py` pins the values.
"""

import hashlib
import hmac
import math
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

MAX_MEAN = 500.0
"""Of a Poisson law; a larger mean is cut to it."""
MAX_DICE = 100


class Key(NamedTuple):
    """The question that a draw answers. One law may use several draws of a key, numbered from 0."""

    attempt: int
    turn: int
    month: int
    kind: str
    object: str


class Dice:
    """The draws and the public ids that one seed gives. `seed` is 1 to 64 secret bytes, in play 32."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._begun: dict[tuple[bytes, int], hashlib.blake2b] = {}

    def draw(self, attempt: int, turn: int, month: int, kind: str, object: str, n: int = 0) -> float:
        """A number in [0, 1), evenly over the multiples of 2**-53."""
        digest = self._hash(b"draw", (attempt, turn, month, kind, object, n), 8)
        return (int.from_bytes(digest, "big") >> 11) * 2.0**-53

    def public_id(self, kind: str, *parts: str | int) -> str:
        """An id of 16 hex digits that tells nothing and cannot be guessed without the seed."""
        return self._hash(b"id", (kind, *parts), 8).hex()

    def _hash(self, use: bytes, parts: tuple[str | int, ...], size: int) -> bytes:
        # Each part with its length, so that no two questions are written alike.
        texts = [str(part).encode() for part in parts]
        asked = self._keyed(use, size).copy()
        asked.update(b"".join([len(text).to_bytes(4, "big") + text for text in texts]))
        return asked.digest()

    def _keyed(self, use: bytes, size: int) -> hashlib.blake2b:
        """The hash that has taken in the seed: the same for every question, so begun once."""
        if (use, size) not in self._begun:
            self._begun[use, size] = hashlib.blake2b(key=self._seed, person=use, digest_size=size)
        return self._begun[use, size]

    def _stream(self, key: Key) -> Iterator[float]:
        return (self.draw(*key, n) for n in count())

    def bernoulli(self, key: Key, p: float) -> bool:
        """True with probability p."""
        return self.draw(*key) < p

    def uniform(self, key: Key, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self.draw(*key)

    def normal(self, key: Key, mean: float, sd: float) -> float:
        """A normal number, by Box and Muller from two draws."""
        return mean + sd * _normal(self._stream(key))

    def poisson(self, key: Key, mean: float) -> int:
        """How many, by inversion of one draw. `mean` is cut to 0 … 500."""
        mean = min(max(mean, 0.0), MAX_MEAN)
        left, chance, number = self.draw(*key), math.exp(-mean), 0
        while left >= chance and number < 10 * MAX_MEAN:
            left -= chance
            number += 1
            chance *= mean / number
        return number

    def beta(self, key: Key, a: float, b: float) -> float:
        """A share in [0, 1] with mean a / (a + b). `a` and `b` are at least 0.01."""
        stream = self._stream(key)
        x = _gamma(stream, max(a, 0.01))
        y = _gamma(stream, max(b, 0.01))
        return x / (x + y) if x + y > 0 else a / (a + b)

    def roll(self, key: Key, number: int, sides: int) -> int:
        """The sum of `number` dice (at most 100) with `sides` faces."""
        stream = self._stream(key)
        return sum(1 + int(next(stream) * sides) for _ in range(min(number, MAX_DICE)))


def _normal(stream: Iterator[float]) -> float:
    radius = math.sqrt(-2.0 * math.log(1.0 - next(stream)))
    return radius * math.cos(2.0 * math.pi * next(stream))


def _gamma(stream: Iterator[float], shape: float) -> float:
    """Marsaglia and Tsang (2000); below shape 1 by the boost of their section 6."""
    if shape < 1.0:
        boost = math.pow(1.0 - next(stream), 1.0 / shape)
        return _gamma(stream, shape + 1.0) * boost
    d = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    while True:
        x = _normal(stream)
        v = (1.0 + c * x) ** 3
        if v > 0 and math.log(1.0 - next(stream)) < 0.5 * x * x + d - d * v + d * math.log(v):
            return d * v


def commit(seed: bytes, nonce: bytes, pack_hash: str, rules_hash: str) -> str:
    """The promise shown at StartEx: SHA-256 of seed, nonce and both hashes as text, in hex."""
    return hashlib.sha256(seed + nonce + pack_hash.encode() + rules_hash.encode()).hexdigest()


def branch_seed(master: bytes, branch: str) -> bytes:
    """The seed of a branch, from which nobody finds the master's."""
    return hmac.new(master, branch.encode(), hashlib.sha256).digest()
