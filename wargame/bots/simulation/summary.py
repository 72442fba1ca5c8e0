"""What came of many games, in numbers. Sums are exact (`math.fsum`), so that no order of adding shows."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wargame.bots.simulation.batch import Batch
from wargame.bots.simulation.game import Played
from wargame.engine.scenario import Scenario

MOST_HEAPS = 20
"""About so many columns in a chart of one number."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Of one number over many games."""

    games: int
    """That have it."""
    mean: float
    low: float
    """5th percentile, as `high` the 95th."""
    quarter: float
    median: float
    three_quarters: float
    high: float


@dataclass(frozen=True, slots=True)
class Heap:
    """Games whose number lies from `low` to below `high`; or is `low`, if both are the same."""

    low: float
    high: float
    games: int


@dataclass(frozen=True, slots=True)
class Measured:
    title: str
    unit: str
    take: str
    share: float
    """Of games in which it is there and not zero."""
    spread: Spread | None
    """Of the games that have it."""
    heaps: tuple[Heap, ...] = ()
    """The same games by their number, lowest first; heaps without games are left out."""


@dataclass(frozen=True, slots=True)
class Chosen:
    title: str
    share: float
    """Of games in which it was given at least once."""
    mean: float
    """Times a game."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares are of all games, 0 to 1."""

    scenario: str
    version: str
    pack_hash: str
    setup: Mapping[str, str]
    plays: str
    """The plan or policy of every seat."""
    seed: int
    runs: int
    turns: Spread | None
    measures: Mapping[str, Measured]
    scores: Mapping[str, Spread]
    orders: Mapping[str, Chosen]
    injects: Mapping[str, float]
    """Share of games in which it fired."""
    agreements: Mapping[str, float]
    """Share of games that ended with such a text in force."""
    crossed: Mapping[str, float]
    """Share of games in which the red line was crossed."""
    faults: Mapping[str, int]
    """What could not be worked out, and in how many games."""


def summary(scenario: Scenario, batch: Batch, games: Sequence[Played]) -> Summary:
    """`games` in the order of their numbers."""
    setup = batch.setup
    return Summary(
        scenario=scenario.id,
        version=scenario.version,
        pack_hash=scenario.pack_hash,
        setup={
            "clock": setup.clock,
            "start": setup.start_card,
            "rules": setup.rule_card,
            "teams": setup.team_set,
        },
        plays=batch.plays,
        seed=batch.seed,
        runs=len(games),
        turns=spread([game.turns for game in games]),
        measures={id: _measured(scenario, id, games) for id in scenario.measures},
        scores=_scores(games),
        orders={kind: _chosen(scenario.orders[kind].title, kind, games) for kind in scenario.orders},
        injects={id: _share(games, (id in game.injects for game in games)) for id in scenario.injects},
        agreements={id: _share(games, (id in game.agreements for game in games)) for id in scenario.agreements},
        crossed={id: _share(games, (id in game.crossed for game in games)) for id in scenario.red_lines},
        faults=_faults(games),
    )


def spread(values: Sequence[float]) -> Spread | None:
    """None of no values. Percentiles lie between the two nearest values, in proportion."""
    if not values:
        return None
    ordered = sorted(values)
    low, quarter, median, three, high = (_percentile(ordered, at) for at in (0.05, 0.25, 0.5, 0.75, 0.95))
    return Spread(len(ordered), round(math.fsum(ordered) / len(ordered), 6), low, quarter, median, three, high)


def heaps(values: Sequence[float]) -> tuple[Heap, ...]:
    """Whole numbers that lie near each other one by one, others in steps of 1, 2 or 5 times a power of ten."""
    if not values:
        return ()
    low, high = min(values), max(values)
    if high - low < MOST_HEAPS and all(value == math.floor(value) for value in values):
        return tuple(Heap(value, value, games) for value, games in sorted(Counter(values).items()))
    step = _step((high - low) / MOST_HEAPS)
    places = sorted(Counter(math.floor(round(value / step, 6)) for value in values).items())
    return tuple(Heap(round(at * step, 6), round((at + 1) * step, 6), games) for at, games in places)


def _step(least: float) -> float:
    """The smallest round step that is no smaller."""
    power = 10.0 ** math.floor(math.log10(max(least, 1e-6)))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= least or times == 10)


def _percentile(ordered: Sequence[float], at: float) -> float:
    place = at * (len(ordered) - 1)
    below = ordered[math.floor(place)]
    return round(below + (ordered[math.ceil(place)] - below) * (place - math.floor(place)), 6)


def _share(games: Sequence[Played], found: Iterable[bool]) -> float:
    return round(sum(found) / len(games), 6) if games else 0.0


def _measured(scenario: Scenario, id: str, games: Sequence[Played]) -> Measured:
    measure = scenario.measures[id]
    values = [game.measures[id] for game in games if id in game.measures]
    there = (measure.take == "first_month" or value != 0 for value in values)
    return Measured(measure.title, measure.unit, measure.take, _share(games, there), spread(values), heaps(values))


def _scores(games: Sequence[Played]) -> dict[str, Spread]:
    names = dict.fromkeys(name for game in games for name in game.scores)
    spreads = {name: spread([game.scores[name] for game in games if name in game.scores]) for name in names}
    return {name: found for name, found in spreads.items() if found}


def _chosen(title: str, kind: str, games: Sequence[Played]) -> Chosen:
    times = [game.orders.get(kind, 0) for game in games]
    return Chosen(title, _share(games, (n > 0 for n in times)), round(sum(times) / max(1, len(games)), 6))


def _faults(games: Sequence[Played]) -> dict[str, int]:
    names = sorted({fault for game in games for fault in game.faults})
    return {name: sum(name in game.faults for game in games) for name in names}
