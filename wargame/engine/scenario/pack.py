"""The whole pack, with what follows from it alone."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from wargame.engine.formula import Formula
from wargame.engine.scenario.agreements import AgreementTemplate
from wargame.engine.scenario.common import Fact, Source
from wargame.engine.scenario.course import Card, Clock, Objective, Score, Treatment
from wargame.engine.scenario.injects import Inject
from wargame.engine.scenario.orders import OrderKind
from wargame.engine.scenario.rules import RedLine, Rule
from wargame.engine.scenario.teams import Actor, TeamSet
from wargame.engine.scenario.values import Deck, Derived, Variable
from wargame.engine.sheet import Sheet
from wargame.engine.study import Measure, Plan, Study
from wargame.engine.vocabulary import indexed

T = TypeVar("T")


@dataclass(frozen=True)
class Scenario:
    """The whole pack. Maps keep the author's order."""

    id: str
    title: str
    version: str
    summary: str
    content_note: str
    pack_hash: str
    """SHA-256 of the pack's files."""
    rules_hash: str
    """SHA-256 of rules, orders and cards alone: part of the commitment."""
    clocks: Mapping[str, Clock]
    start_cards: Mapping[str, Card]
    rule_cards: Mapping[str, Card]
    team_sets: Mapping[str, TeamSet]
    actors: Mapping[str, Actor]
    sets: Mapping[str, tuple[str, ...]]
    variables: Mapping[str, Variable]
    derived: Mapping[str, Derived]
    orders: Mapping[str, OrderKind]
    rules: tuple[Rule, ...]
    red_lines: Mapping[str, RedLine]
    injects: Mapping[str, Inject]
    agreements: Mapping[str, AgreementTemplate]
    decks: Mapping[str, Deck]
    objectives: Mapping[str, Objective]
    hot_wash: Mapping[str, str]
    scores: tuple[Score, ...]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    briefing: str
    """Markdown: the situation, for everybody."""
    limits: tuple[str, ...]
    """What the model does not claim; printed in the report."""
    free_orders: bool = True
    orders_per_turn: Formula | None = None
    """Most orders an actor may submit a turn; no limit if none."""
    stop_when: Formula | None = None
    map: Sheet | None = None
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    study: Study | None = None
    language: str = "en"
    card_secrets: frozenset[str] = frozenset()
    """Constants (`k.name`) in which the rule cards differ: they would tell the card, so only control has them."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` works out from the scenario alone: done once, and kept as long as the scenario is."""
        if key not in self._once:
            self._once[key] = make()
        return cast(T, self._once[key])

    @cached_property
    def _once(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def feeds(self) -> Mapping[str, tuple[str, ...]]:
        """By variable: the derived values that rest on it, straight or by way of others."""
        found: dict[str, list[str]] = {}
        for path in self.derived:
            for variable in self.rests_on(path) & self.variables.keys():
                found.setdefault(variable, []).append(path)
        return {variable: tuple(paths) for variable, paths in found.items()}

    def rests_on(self, path: str) -> frozenset[str]:
        """The variables and derived values that a value is worked out from; an open index may be any."""
        return self.once(("rests on", path), lambda: frozenset(self._read_for(path)))

    def _read_for(self, path: str) -> set[str]:
        known: set[str] = set()
        waiting = [path]
        while waiting:
            derived = self.derived.get(waiting.pop())
            for name in derived.formula.reads if derived else ():
                new = set(self._written_as.get(name, ())) - known
                known |= new
                waiting += new
        return known

    @cached_property
    def _written_as(self) -> Mapping[str, list[str]]:
        """By name as formulas write it (`pledge.UK`, `pledge[]`): the paths that it may mean."""
        found: dict[str, list[str]] = {}
        for path in (*self.variables, *self.derived):
            steps = path.split(".")
            for name in (path, *(indexed(steps, place) for place in range(1, len(steps)))):
                found.setdefault(name, []).append(path)
        return found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What texts call the actors, by id."""
        return {actor.id: actor.name for actor in self.actors.values()}

    def order_title(self, kind: str) -> str:
        """What an order of this kind is called; those in own words share one name."""
        found = self.orders.get(kind)
        return found.title if found else "Free-form order"

    def name_of(self, path: str) -> str:
        """What a variable is called where it stands alone: with its member, as in "Money, Poland"."""
        variable = self.variables[path]
        if not variable.member:
            return variable.name
        actor = self.actors.get(variable.member)
        return f"{variable.name}, {actor.name if actor else variable.member}"
