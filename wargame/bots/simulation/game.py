"""One game, and what is kept of it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from wargame.bots.following import following
from wargame.bots.headless import Headless
from wargame.bots.policies import BY_NAME, Wish
from wargame.bots.policies.ordering import open_orders
from wargame.bots.policies.wish import decides, own_actors
from wargame.bots.table import Plays, play
from wargame.bots.whim import Whim
from wargame.engine.adjudication.truth import scope_of
from wargame.engine.commands import Setup
from wargame.engine.events import Event, MonthOpened, TurnAdjudicated
from wargame.engine.formula import FormulaError, Scope
from wargame.engine.scenario import Scenario
from wargame.engine.study import Measure
from wargame.engine.views import Glance
from wargame.engine.world import World


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one game. Plain, so that it travels between processes."""

    number: int
    turns: int
    months: int
    measures: Mapping[str, float]
    """Those that have a value: a month that never came has none."""
    scores: Mapping[str, float]
    """By actor and title, as `UA: Sovereign and secure`."""
    orders: Mapping[str, int]
    """By kind: how often it was given and ruled."""
    injects: tuple[str, ...]
    """Fired."""
    agreements: tuple[str, ...]
    """Templates of those in force at the end."""
    crossed: tuple[str, ...]
    """Red lines that were crossed at a month's end."""
    faults: tuple[str, ...]
    """What could not be worked out."""
    given: Mapping[str, int] = field(default_factory=dict)
    """By actor and kind, as `UK pledge`: how often the actor gave the order and it was ruled."""
    choices: Mapping[str, int] = field(default_factory=dict)
    """By actor: the fewest orders that it could choose from as a turn's planning began. Plans do not choose."""


def seed_of(seed: int, number: int) -> bytes:
    """The 32 bytes of a batch's game."""
    return hashlib.sha256(f"batch {seed} game {number}".encode()).digest()


def played(scenario: Scenario, setup: Setup, plays: str, seed: int, number: int) -> Played:
    """Play the game with this number; every seat `plays` a plan of the scenario, or a policy."""
    policy = following(scenario.plans[plays]) if plays in scenario.plans else BY_NAME[plays]
    own = seed_of(seed, number)
    watched, choices = Watched(scenario, setup, own), dict[str, int]()
    choosing = _counting(policy, choices) if plays in BY_NAME else policy
    play(watched, own, lambda seat: choosing)
    world = watched.world
    ends = [(w, scope_of(w)) for w in watched.ends.values()]
    ruled = [order for order in world.orders.values() if order.status == "ruled"]
    return Played(
        number=number,
        turns=world.timer.turn,
        months=world.timer.month,
        measures=_measured(scenario.measures.values(), [scope for _, scope in ends]),
        scores=_scores(scenario, scope_of(world)),
        orders=Counter(order.kind for order in ruled),
        injects=tuple(state.id for state in world.injects.values() if state.status == "fired"),
        agreements=tuple(text.template for text in world.agreements.values() if text.status == "in_force"),
        crossed=tuple(line for line in scenario.red_lines if any(w.red_lines[line] == "crossed" for w, _ in ends)),
        faults=tuple(str(t.inputs["fault"]) for t in world.rulings.values() if "fault" in t.inputs),
        given=Counter(f"{order.actor} {order.kind}" for order in ruled),
        choices=choices,
    )


def _counting(policy: Plays, fewest: dict[str, int]) -> Plays:
    """The same policy; what an actor could choose from is counted before it chooses."""

    def counted(view: Glance, whim: Whim) -> Iterator[Wish]:
        if view["timer"]["phase"] == "planning" and decides(view):
            for actor in own_actors(view):
                choices = len(open_orders(view, actor))
                fewest[actor] = min(choices, fewest.get(actor, choices))
        return policy(view, whim)

    return counted


class Watched(Headless):
    """A game that keeps the world of each month's end."""

    def __init__(self, scenario: Scenario, setup: Setup, seed: bytes) -> None:
        self.ends: dict[int, World] = {}
        """By month, 0 for the start; of a turn's last month, before the orders of the next."""
        super().__init__(scenario, setup, seed)
        self.ends = {0: self.world}

    def happened(self, event: Event) -> None:
        if isinstance(event, MonthOpened | TurnAdjudicated):
            self.ends.setdefault(self.world.timer.month, self.world)


# Measures and scores, on true values


def _measured(measures: Iterable[Measure], ends: Sequence[Scope]) -> dict[str, float]:
    found = {measure.id: _taken(measure, ends) for measure in measures}
    return {id: value for id, value in found.items() if value is not None}


def _taken(measure: Measure, ends: Sequence[Scope]) -> float | None:
    """The measure's value in one game. What cannot be worked out at a month's end counts as zero."""
    match measure.take:
        case "last":
            return _value(measure, ends[-1])
        case "ever":
            return float(any(_value(measure, end) for end in ends))
        case "first_month":
            return next((float(end["month"]) for end in ends if _value(measure, end)), None)
        case "max":
            return max(_value(measure, end) for end in ends)
        case "count":
            return float(sum(1 for end in ends if _value(measure, end)))


def _value(measure: Measure, end: Scope) -> float:
    try:
        return round(measure.formula.number(end), 6)
    except FormulaError:
        return 0.0


def _scores(scenario: Scenario, end: Scope) -> dict[str, float]:
    found = {}
    for score in scenario.scores:
        with suppress(FormulaError):
            found[f"{score.actor}: {score.title}"] = round(score.formula.number(end), 6)
    return found
