"""Whether anything tells its reader what the reader may not see. Legality must be no oracle."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from wargame.engine.formula import Formula, Template
from wargame.engine.scenario import (
    ALL,
    AgreementTemplate,
    Audience,
    Inject,
    OrderKind,
    RedLine,
    Resolution,
    Rule,
    Scenario,
)
from wargame.engine.study import Plan
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.linting.reads import Stands, paths_read
from wargame.exercises.packs.problems import Place

Eyes = frozenset[tuple[str, str]]
"""Seats, each with its team set; the public is a seat without a name."""


def check_secrecy(bench: Compiler, scenario: Scenario) -> None:
    watch = _Watch(bench, scenario)
    _derived(watch)
    for order in scenario.orders.values():
        _order(watch, order)
    for rule in scenario.rules:
        _rule(watch, rule)
    for inject in scenario.injects.values():
        _inject(watch, inject)
    for template in scenario.agreements.values():
        _agreement(watch, template)
    for line in scenario.red_lines.values():
        _red_line(watch, line)
    for plan in scenario.plans.values():
        _plan(watch, plan)
    for actor in scenario.actors:
        watch.may_read(
            Place("scenario.yaml") / "orders_per_turn", scenario.orders_per_turn, _one(actor), {"actor": (actor,)}
        )


class _Watch:
    """Who sees what, worked out once for each audience."""

    def __init__(self, bench: Compiler, scenario: Scenario) -> None:
        self.bench = bench
        self.scenario = scenario
        self.looked: dict[Audience, Eyes] = {}
        self.told: set[tuple[Place, str]] = set()

    def eyes(self, audience: Audience) -> Eyes:
        if audience not in self.looked:
            self.looked[audience] = frozenset(self._eyes(audience))
        return self.looked[audience]

    def _eyes(self, audience: Audience) -> Iterator[tuple[str, str]]:
        for name, team_set in self.scenario.team_sets.items():
            if "all" in audience:
                yield name, ""
            for team in team_set.teams:
                mine = {"all", f"team:{team.id}", *(f"actor:{actor}" for actor in team.actors)}
                yield from ((name, seat.id) for seat in team.seats if {*mine, f"seat:{seat.id}"} & set(audience))

    def sees(self, reader: Audience, path: str, by_estimate: bool) -> bool:
        """Whether all of these readers may know the value: exactly, or at least as an estimate."""
        return self.eyes(reader) <= self.known(path, by_estimate)

    def known(self, path: str, by_estimate: bool = False) -> Eyes:
        """Who knows the value."""
        if path in self.scenario.card_secrets:
            return frozenset()
        variable = self.scenario.variables.get(path)
        if variable is None:
            derived = self.scenario.derived.get(path)
            return self.eyes(derived.see if derived else ALL)
        known = self.eyes(variable.see)
        return known | self.eyes(variable.estimate.audience) if by_estimate and variable.estimate else known

    def may_read(
        self,
        place: Place,
        read: Formula | Template | None,
        reader: Audience,
        stands: Stands,
        *,
        by_estimate: bool = True,
        severity: Literal["error", "warning"] = "error",
    ) -> None:
        """A problem for each value that the reader would learn from this and may not see."""
        for source in _sources(read):
            for path in sorted(paths_read(source, self.bench.names, stands)):
                if self.sees(reader, path, by_estimate):
                    continue
                whom = ", ".join(entry.partition(":")[2] or entry for entry in reader)
                exactly = "" if by_estimate or not self.sees(reader, path, True) else " exactly"
                message = f"this tells {whom} about '{path}', which they may not see{exactly}"
                self.tell(place, path, message, severity)

    def tell(self, place: Place, what: str, message: str, severity: Literal["error", "warning"] = "error") -> None:
        """One problem for what a place tells, however many actors it tells it to."""
        if (place, what) not in self.told:
            self.told.add((place, what))
            self.bench.problem(place, message, severity)


def _sources(read: Formula | Template | None) -> Iterable[str]:
    if isinstance(read, Template):
        return [part[0].source for part in read.parts if not isinstance(part, str)]
    return [read.source] if read else []


def _one(actor: str) -> Audience:
    return (f"actor:{actor}",)


def _derived(watch: _Watch) -> None:
    for path, derived in watch.scenario.derived.items():
        place = Place("state.yaml") / "derived" / path.partition(".")[0] / "formula"
        watch.may_read(place, derived.formula, derived.see, {})


def _order(watch: _Watch, order: OrderKind) -> None:
    place = Place("orders.yaml") / "orders" / order.id
    for actor in order.by:
        stands, reader = {"actor": (actor,)}, _one(actor)
        for n, need in enumerate(order.needs):
            watch.may_read(place / "needs" / n / "expr", need.expr, reader, stands)
            watch.may_read(place / "needs" / n / "why", need.why, reader, stands)
        for resource, formula in order.cost.items():
            watch.may_read(place / "cost" / resource, formula, reader, stands)
        for field in order.form:
            for n, bound in enumerate((field.low, field.high)):
                watch.may_read(place / "form" / field.id / "range" / n, bound, reader, stands)
        _resolution(watch, place, order.resolution, actor, stands)


def _rule(watch: _Watch, rule: Rule) -> None:
    for member in watch.scenario.sets[rule.over] if rule.over else ("",):
        place = Place("rules.yaml") / "rules" / rule.id
        _resolution(watch, place, rule.resolution, member, {rule.member_name: (member,)})


def _resolution(watch: _Watch, place: Place, resolution: Resolution, actor: str, stands: Stands) -> None:
    """A ruling is told exactly: an estimate is not enough to read along."""

    def readers(audience: Audience) -> Audience:
        return tuple(f"actor:{actor}" if entry == "actor" else entry for entry in audience)

    _chance(watch, place, resolution, readers, stands)
    for term in resolution.terms:
        for key, read in (("value", term.value), ("input", term.input)):
            watch.may_read(place / "terms" / term.id / key, read, readers(term.audience), stands, by_estimate=False)
    for outcome in resolution.outcomes:
        here = place / "outcomes" / outcome.id / "sentence"
        watch.may_read(here, outcome.sentence, readers(resolution.audience), stands, by_estimate=False)
        told = watch.eyes(readers(resolution.audience))
        if "total" in outcome.sentence.reads and not all(
            told <= watch.eyes(readers(term.audience)) for term in resolution.terms
        ):
            watch.tell(here, "total", "this tells the total to some who may not see all terms")


def _chance(
    watch: _Watch, place: Place, resolution: Resolution, readers: Callable[[Audience], Audience], stands: Stands
) -> None:
    """Whoever may see all terms reads the probability: it may rest on nothing that they may not see."""
    if not resolution.chance:
        return
    told = watch.eyes(readers(resolution.audience))
    for term in resolution.terms:
        told &= watch.eyes(readers(term.audience))
    read = [(place / "chance" / "p", p) for p in resolution.chance.args if resolution.chance.law == "bernoulli"]
    read += [(place / "outcomes" / one.id / "share", one.share) for one in resolution.outcomes if one.share]
    for here, formula in read:
        for path in sorted(paths_read(formula.source, watch.bench.names, stands)):
            if not told <= watch.known(path):
                message = (
                    f"this probability rests on '{path}', which some who see all terms may not see: give it a term"
                )
                watch.tell(here, path, message)


def _inject(watch: _Watch, inject: Inject) -> None:
    place = Place("injects.yaml") / "injects" / inject.id
    for key, text in (("headline", inject.headline), ("body", inject.body)):
        watch.may_read(place / key, text, inject.to, {}, by_estimate=False)
    if inject.answer and not watch.eyes(inject.answer.seats) <= watch.eyes(inject.to):
        watch.bench.problem(place / "answer" / "by", "someone is asked to answer who is not told")


def _agreement(watch: _Watch, template: AgreementTemplate) -> None:
    place = Place("agreements.yaml") / "agreements" / template.id
    stands = {f"party{n}": actors for n, actors in enumerate(template.parties, start=1)}
    for actor in {actor for party in template.parties for actor in party}:
        for n, need in enumerate(template.needs):
            watch.may_read(place / "needs" / n / "expr", need.expr, _one(actor), stands)
            watch.may_read(place / "needs" / n / "why", need.why, _one(actor), stands)
        for field in template.clauses:
            for n, bound in enumerate((field.low, field.high)):
                watch.may_read(place / "clauses" / field.id / "range" / n, bound, _one(actor), stands)


def _plan(watch: _Watch, plan: Plan) -> None:
    """A bot that follows it sees what its team sees, and no more."""
    for actor, lines in plan.actors.items():
        for n, line in enumerate(lines):
            place = Place("plans.yaml") / "plans" / plan.id / "actors" / actor / n / "when"
            watch.may_read(place, line.when, _one(actor), {"actor": (actor,)})


def _red_line(watch: _Watch, line: RedLine) -> None:
    place = Place("state.yaml") / "red_lines" / line.id
    for key, formula in (("crossed", line.crossed), ("near", line.near)):
        watch.may_read(place / key, formula, line.see, {}, by_estimate=False, severity="warning")
