"""Formulas that can divide by zero, grow past all bounds, or leave the range of what they set; chances that are none.

All of it can be played: what cannot be worked out changes nothing, what leaves its range is kept at the end of it, and
the ruling says so. The author is warned here.
"""

import ast
from functools import cache

from wargame.engine.scenario import Scenario
from wargame.exercises.packs.compiling import Compiler, Written
from wargame.exercises.packs.linting.reads import paths_of
from wargame.exercises.packs.problems import Place
from wargame.exercises.packs.spans import ANY, FLAG, Risk, Span, Spans, added, union

ROUNDING = 1e-9


def check_bounds(bench: Compiler, scenario: Scenario) -> None:
    known = _Known(bench, scenario)
    totals: dict[Place, Span] = {}
    told = set[tuple[Place, str]]()
    for written in bench.formulas:
        span, risks = known.of(written.source)
        for risk in risks:
            if (written.place, risk.text) not in told:  # once a place, though it is compiled for each member
                told.add((written.place, risk.text))
                bench.problem(written.place, risk.text, "warning", column=risk.column)
        if written.place.path[-1] == "value" and "terms" in written.place.path:
            whole = Place(written.place.file, written.place.path[:-3])
            totals[whole] = added(totals.get(whole, (0.0, 0.0)), span)
    for written in bench.formulas:
        if written.place.path[-2:] == ("chance", "p"):
            total = totals.get(Place(written.place.file, written.place.path[:-2]), ANY)
            _check_within(bench, written, known.of(written.source, total)[0], FLAG, "a chance")
        if written.sets:
            within = union(known.path(path) for path in scenario.variables if _is(path, written.sets))
            _check_within(bench, written, known.of(written.source)[0], within, f"'{written.sets}'")


def _check_within(bench: Compiler, written: Written, span: Span, within: Span, what: str) -> None:
    """Only where the bounds are known: of what nothing is known, nothing is said."""
    if ANY[0] in span or ANY[1] in span or within == ANY:
        return
    if span[0] < within[0] - ROUNDING or span[1] > within[1] + ROUNDING:
        may_be = f"may be {span[0]:g} to {span[1]:g}" if span[0] < span[1] else f"is {span[0]:g}"
        told = f"this {may_be}; {what} is kept between {within[0]:g} and {within[1]:g}"
        bench.problem(written.place, told, "warning")


def _is(path: str, target: str) -> bool:
    """Whether a target with an open index, as `offer[].level`, may be this path."""
    before, index, after = target.partition("[]")
    return path == target if not index else path.startswith(f"{before}.") and path.endswith(after)


class _Known:
    """The bounds of what formulas read, as the pack declares them; derived values by their own formulas."""

    def __init__(self, bench: Compiler, scenario: Scenario) -> None:
        self.names = bench.names
        self.scenario = scenario
        turns = [clock.turns for clock in scenario.clocks.values()]
        self.time: dict[str, Span] = {
            "turn": (1.0, float(max(map(len, turns)))),
            "month": (0.0, float(max(sum(turn.months for turn in clock) for clock in turns))),
            "months": union((float(turn.months), float(turn.months)) for clock in turns for turn in clock),
        }
        self.path = cache(self._path)

    def of(self, source: str, total: Span = ANY) -> tuple[Span, list[Risk]]:
        def named(node: ast.expr) -> Span:
            if isinstance(node, ast.Name) and node.id in self.time:
                return self.time[node.id]
            if isinstance(node, ast.Name) and node.id == "total":
                return total
            if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
                return union(self.path(path) for path in paths_of(node, self.names))
            return ANY

        walk = Spans(named, lambda name: len(self.names.sets.get(name, ())))
        return walk.of(source), walk.risks

    def _path(self, path: str) -> Span:
        if variable := self.scenario.variables.get(path):
            if variable.kind == "flag":
                return FLAG
            low, high = (variable.low, variable.high) if variable.high > variable.low else ANY
            return (max(low, 0.0) if variable.resource else low), high
        if derived := self.scenario.derived.get(path):
            return self.of(derived.formula.source)[0]
        cards = self.scenario.rule_cards.values()
        return union((value, value) for card in cards if (value := card.constants.get(path[2:])) is not None)
