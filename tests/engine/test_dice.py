"""Chance: the same question gives the same answer, for ever, and the laws are the laws."""

import hashlib
import math
from collections.abc import Callable
from statistics import fmean, pvariance

import pytest

from wargame.engine.dice import Dice, Key, branch_seed, commit

DICE = Dice(bytes(32))
KEY = Key(0, 1, 2, "rule", "moscow_accepts")
MANY = 20_000


def each(ask: Callable[[Key], float]) -> list[float]:
    return [float(ask(Key(0, 1, 1, "test", str(i)))) for i in range(MANY)]


def test_the_draws_are_pinned() -> None:
    """Whoever changes these numbers changes what past exercises would draw."""
    assert [DICE.draw(*KEY, n) for n in range(3)] == [0.5248507524134519, 0.794027750920667, 0.08983148884381986]
    assert Dice(b"other").draw(*KEY) != DICE.draw(*KEY)


def test_the_laws_are_pinned() -> None:
    drawn = [
        DICE.uniform(KEY, 2, 4),
        DICE.normal(KEY, 10, 2),
        DICE.poisson(KEY, 3.5),
        DICE.beta(KEY, 2, 5),
        DICE.beta(KEY, 0.5, 0.5),
        DICE.roll(KEY, 3, 6),
    ]
    assert [round(x, 9) for x in drawn] == [3.049701505, 10.666379015, 3, 0.377698974, 0.608723376, 10]


def test_every_part_of_the_question_counts() -> None:
    asked = [KEY, *OTHERS]
    assert len({DICE.draw(*key) for key in asked} | {DICE.draw(*KEY, 1)}) == len(asked) + 1


OTHERS = [
    KEY._replace(attempt=1),
    KEY._replace(turn=2),
    KEY._replace(month=1),
    KEY._replace(kind="order"),
    KEY._replace(object="moscow_accept"),
    KEY._replace(kind="rulem", object="oscow_accepts"),
]


@pytest.mark.parametrize(
    ("law", "mean", "variance"),
    [
        (lambda k: DICE.draw(*k), 0.5, 1 / 12),
        (lambda k: DICE.uniform(k, -1, 3), 1.0, 16 / 12),
        (lambda k: DICE.bernoulli(k, 0.3), 0.3, 0.21),
        (lambda k: DICE.normal(k, 5, 2), 5.0, 4.0),
        (lambda k: DICE.poisson(k, 0.4), 0.4, 0.4),
        (lambda k: DICE.poisson(k, 30), 30.0, 30.0),
        (lambda k: DICE.beta(k, 2, 4), 1 / 3, 8 / (36 * 7)),
        (lambda k: DICE.beta(k, 0.5, 0.5), 0.5, 0.125),
        (lambda k: DICE.roll(k, 2, 6), 7.0, 35 / 6),
    ],
)
def test_moments(law: Callable[[Key], float], mean: float, variance: float) -> None:
    drawn = each(law)
    assert abs(fmean(drawn) - mean) < 4 * math.sqrt(variance / MANY)
    assert pvariance(drawn) == pytest.approx(variance, rel=0.06)


def test_draws_are_even() -> None:
    """Chi-square over 100 bins: 99 degrees of freedom, so 150 is far out."""
    bins = [0] * 100
    for x in each(lambda k: DICE.draw(*k)):
        bins[int(x * 100)] += 1
    assert sum((n - MANY / 100) ** 2 / (MANY / 100) for n in bins) < 150


@pytest.mark.parametrize("mean", [-1.0, 0.0])
def test_nothing_happens_at_rate_zero(mean: float) -> None:
    assert DICE.poisson(KEY, mean) == 0


def test_a_huge_rate_ends() -> None:
    assert 300 < DICE.poisson(KEY, 1e9) < 700


def test_faces() -> None:
    assert {DICE.roll(Key(0, 0, 0, "die", str(i)), 1, 6) for i in range(200)} == {1, 2, 3, 4, 5, 6}


def test_public_ids() -> None:
    ids = {DICE.public_id("ruling", 0, turn, order) for turn in range(50) for order in ("a", "b")}
    assert len(ids) == 100
    assert all(len(i) == 16 and int(i, 16) >= 0 for i in ids)
    assert DICE.public_id("ruling", "ab", "c") != DICE.public_id("ruling", "a", "bc")


def test_the_promise_can_be_checked_by_hand() -> None:
    seed, nonce = b"s" * 32, b"n" * 32
    assert commit(seed, nonce, "pack", "rules") == hashlib.sha256(b"s" * 32 + b"n" * 32 + b"packrules").hexdigest()


def test_branches_differ() -> None:
    assert branch_seed(b"m", "one") != branch_seed(b"m", "two")
    assert len(branch_seed(b"m", "one")) == 32
