"""What the games show: by plan and card, by set-up, by actor, by order; and whether each target is met.

Pure arithmetic on games played. Shares go from 0 to 1, scores and points from 0 to 100.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wargame.bots.balance.cells import Cell, Games
from wargame.bots.simulation.game import Played
from wargame.engine.scenario import Scenario
from wargame.engine.study import Plan, Study

Found = Mapping[str, float]
ENOUGH = 4.0
"""Of games with and without, as their harmonic mean halved: as much as eight of each."""


@dataclass(frozen=True, slots=True)
class Moved:
    """By how much an actor's score differs between games in which it gave an order and games in which it did not."""

    actor: str
    points: float
    error: float
    """Its standard error."""

    @property
    def sure(self) -> bool:
        return abs(self.points) > 2 * self.error


@dataclass(frozen=True)
class Findings:
    scenario: Scenario
    study: Study
    games: Games

    # Games

    def of(self, *parts: str, **chosen: str) -> list[Played]:
        """The games of these parts, of cells with these choices."""
        return [game for cell, games in self.games.items() if _is(cell, parts, chosen) for game in games]

    def value(self, games: Sequence[Played], measure: str) -> float:
        """The share of games in which it held, or its mean; months that never came do not count."""
        values = [game.measures[measure] for game in games if measure in game.measures]
        return math.fsum(values) / len(values) if values else math.nan

    @cached_property
    def flags(self) -> frozenset[str]:
        """Measures that are yes or no in every game."""
        games = [game for games in self.games.values() for game in games]
        known = self.scenario.measures
        return frozenset(id for id in known if {game.measures.get(id, 0.0) for game in games} <= {0.0, 1.0})

    # Plans

    @cached_property
    def honest(self) -> list[str]:
        return [plan.id for plan in self.scenario.plans.values() if plan.kind == "plan"]

    @cached_property
    def exploits(self) -> list[str]:
        return [plan.id for plan in self.scenario.plans.values() if plan.kind == "exploit"]

    def compared(self, plans: Iterable[str], **chosen: str) -> Found:
        """By plan, the measure by which plans are compared."""
        found = {plan: self.of("plans", "exploits", plays=plan, **chosen) for plan in plans}
        return {plan: self.value(games, self.study.compare) for plan, games in found.items()}

    def lead(self, **chosen: str) -> tuple[str, float]:
        """The best honest plan on these cards, and by how much it is ahead of the next."""
        ranked = sorted(self.compared(self.honest, **chosen).items(), key=lambda pair: -pair[1])
        return ranked[0][0], ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)

    def gain(self, exploit: str, **chosen: str) -> float:
        """By how many points it does better than the best honest plan; for a gainer, than the plan it is like."""
        plan = self.scenario.plans[exploit]
        if not plan.gains:
            return self.compared([exploit], **chosen)[exploit] - max(self.compared(self.honest, **chosen).values())
        pairs, gainer = self._pairs(plan, chosen), (plan.gains,)
        return _mean([self.score(game, gainer) - self.score(same, gainer) for game, same in pairs])

    def _pairs(self, plan: Plan, chosen: Mapping[str, str]) -> Iterator[tuple[Played, Played]]:
        """The plan's games, each with that of the same seed and set-up under the plan it is like."""
        for cell, games in self.games.items():
            if cell.plays == plan.id and _is(cell, ("exploits",), chosen):
                alike = {game.number: game for game in self.games[replace(cell, part="plans", plays=plan.like)]}
                yield from ((game, alike[game.number]) for game in games)

    # Actors and teams

    def score(self, game: Played, actors: Sequence[str]) -> float:
        """The mean score of a team's actors."""
        found = [score for name, score in game.scores.items() if name.partition(":")[0] in actors]
        return math.fsum(found) / len(found) if found else math.nan

    def team_scores(self, teams: str, **chosen: str) -> dict[str, list[float]]:
        """By team of this set, its score in every game of the characters."""
        games = self.of("characters", teams=teams, **chosen)
        known = self.scenario.team_sets[teams].teams
        return {team.id: [self.score(game, team.actors) for game in games] for team in known}

    # Orders, injects, choices

    def chosen(self, kind: str) -> float:
        """The share of the characters' games in which it was given."""
        games = self.of("characters")
        return sum(kind in game.orders for game in games) / len(games)

    def moves(self, kind: str) -> Moved | None:
        """The actor whose own score the order moves most surely; none if all or none gave it in every game.

        Games of the same policy on the same cards are compared, and their differences averaged.
        """
        by = self.scenario.orders[kind].by
        found = [moved for actor in by if (moved := self._moves(kind, actor))]
        return max(found, key=lambda moved: (moved.sure, abs(moved.points)), default=None)

    def _moves(self, kind: str, actor: str) -> Moved | None:
        alike = [games for games in self._alike.values() if actor in games[0].choices]
        known = [one for games in alike if (one := _contrast(games, f"{actor} {kind}", actor, self.score))]
        weight = math.fsum(one.weight for one in known)
        if weight < ENOUGH:
            return None
        points = math.fsum(one.points * one.weight for one in known) / weight
        spread = math.fsum(one.squares for one in known) / max(1, sum(one.freedom for one in known))
        return Moved(actor, points, math.sqrt(spread / weight))

    @cached_property
    def _alike(self) -> dict[tuple[object, ...], list[Played]]:
        """Games of characters and noise by policy, cards and who is played by a team at all."""
        found: dict[tuple[object, ...], list[Played]] = {}
        for cell, games in self.games.items():
            if cell.part in ("characters", "noise"):
                played = frozenset(games[0].choices)
                found.setdefault((cell.plays, cell.start, cell.rules, played), []).extend(games)
        return found

    @cached_property
    def by_hand(self) -> frozenset[str]:
        """Injects that nothing but control's hand puts into play; bots' control has no mind of its own."""
        manual = {inject.id for inject in self.scenario.injects.values() if inject.trigger.kind == "manual"}
        return frozenset(manual - set(released(self.scenario)))

    def fired(self, inject: str, *parts: str) -> float:
        games = self.of(*parts) if parts else [game for games in self.games.values() for game in games]
        return sum(inject in game.injects for game in games) / len(games)

    def fewest(self) -> dict[str, list[int]]:
        """By actor, the fewest orders it could choose from in any turn, of each game of characters and noise."""
        found: dict[str, list[int]] = {}
        for game in self.of("characters", "noise"):
            for actor, choices in game.choices.items():
                found.setdefault(actor, []).append(choices)
        return found


def released(scenario: Scenario) -> Iterator[str]:
    """The injects that effects put into play, whatever their own trigger."""
    resolutions = [order.resolution for order in scenario.orders.values()]
    resolutions += [rule.resolution for rule in scenario.rules]
    lists = [outcome.effects for one in resolutions for outcome in one.outcomes]
    for inject in scenario.injects.values():
        lists += [inject.effects, *(inject.answer.effects.values() if inject.answer else ())]
    lists += [effects for text in scenario.agreements.values() for effects in (text.in_force, text.ended)]
    return (effect.inject for effects in lists for effect in effects if effect.inject)


def _is(cell: Cell, parts: Sequence[str], chosen: Mapping[str, str]) -> bool:
    return cell.part in parts and all(getattr(cell, name) == choice for name, choice in chosen.items())


@dataclass(frozen=True, slots=True)
class _Contrast:
    """Games alike, with something and without it."""

    points: float
    """The difference of means."""
    weight: float
    squares: float
    """Sum of squared distances from either mean."""
    freedom: int


def _contrast(
    games: Sequence[Played], name: str, actor: str, score: Callable[[Played, Sequence[str]], float]
) -> _Contrast | None:
    with_it = [score(game, (actor,)) for game in games if name in game.given]
    without = [score(game, (actor,)) for game in games if name not in game.given]
    if not with_it or not without:
        return None
    weight = len(with_it) * len(without) / len(games)
    squares = math.fsum(value * value for value in (*_centred(with_it), *_centred(without)))
    return _Contrast(_mean(with_it) - _mean(without), weight, squares, len(games) - 2)


def _centred(values: Sequence[float]) -> list[float]:
    mean = _mean(values)
    return [value - mean for value in values]


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
