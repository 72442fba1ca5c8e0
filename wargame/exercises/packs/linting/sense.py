"""Things that can never happen, never matter, or lead in a circle."""

from wargame.engine.formula import Formula, FormulaError, Scope, Value
from wargame.engine.scenario import Inject, OrderKind, Scenario, Variable
from wargame.engine.vocabulary import indexed
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.linting.reads import paths_read
from wargame.exercises.packs.problems import Place


def check_sense(bench: Compiler, scenario: Scenario) -> None:
    _unused(bench, scenario)
    _circles(bench, scenario)
    for order in scenario.orders.values():
        _never_legal(bench, scenario, order)
    for inject in scenario.injects.values():
        _unreachable(bench, scenario, inject)
    if not any(problem.severity == "error" for problem in bench.problems):  # else orders are judged that will change
        for card in scenario.start_cards:
            _idle(bench, scenario, card)


def constant(formula: Formula | None) -> float | None:
    """The number that a formula always gives; none if it reads anything."""
    if formula is None or formula.reads:
        return None
    try:
        return formula.number(Scope({}))
    except FormulaError:
        return None


def _unused(bench: Compiler, scenario: Scenario) -> None:
    dealt = {deck.path for deck in scenario.decks.values()}
    used = bench.reads | bench.writes | dealt
    unused = {_place(v) for v in scenario.variables.values()}
    unused -= {_place(v) for v in scenario.variables.values() if _ways(v.path) & used}
    for place in sorted(unused, key=lambda place: place.dotted):
        bench.problem(place, "no formula reads this and nothing changes it", at_key=True)


def _place(variable: Variable) -> Place:
    """Where the author wrote it: the variable, or the field of a record."""
    place = Place("state.yaml") / "variables" / variable.group
    field = variable.path.split(".")[2 if variable.member else 1 :]
    return place / "fields" / field[0] if field else place


def _ways(path: str) -> set[str]:
    """How a formula may name it: `own_rule.UK.backstop`, `own_rule[].backstop` …"""
    steps = path.split(".")
    return {path, *(indexed(steps, place) for place in range(1, len(steps)))}


def _circles(bench: Compiler, scenario: Scenario) -> None:
    inner = {
        path: paths_read(derived.formula.source, bench.names, {}) & set(scenario.derived)
        for path, derived in scenario.derived.items()
    }
    for path in inner:
        reached, waiting = set[str](), list(inner[path])
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += inner[one]
        if path in reached:
            place = Place("state.yaml") / "derived" / path.partition(".")[0] / "formula"
            bench.problem(place, "this value is worked out from itself")


def _never_legal(bench: Compiler, scenario: Scenario, order: OrderKind) -> None:
    place = Place("orders.yaml") / "orders" / order.id
    for n, need in enumerate(order.needs):
        if constant(need.expr) == 0:
            bench.problem(place / "needs" / n / "expr", "this never holds, so the order can never be given")
    for resource, formula in order.cost.items():
        most = max((v.high for v in scenario.variables.values() if v.group == resource), default=0.0)
        if (constant(formula) or 0) > most:
            bench.problem(place / "cost" / resource, f"no store holds more than {most:g}: the order can never be paid")


def _idle(bench: Compiler, scenario: Scenario, card: str) -> None:
    """A team that may order nothing is a spectator. Looked at as the first turn begins."""
    values: dict[str, Value] = {path: variable.start[card] for path, variable in scenario.variables.items()}
    constants = next(iter(scenario.rule_cards.values())).constants
    values |= {f"k.{name}": value for name, value in constants.items()} | {"turn": 1, "month": 0, "months": 1}
    scope = Scope(values, scenario.derived)
    live = {actor for actor in scenario.actors if _may_order(scenario, scope, actor)}
    for team_set in scenario.team_sets.values():
        for team in team_set.teams:
            if not live & set(team.actors):
                place = Place("scenario.yaml") / "team_sets" / team_set.id / "teams" / team.id
                title = scenario.start_cards[card].title
                bench.problem(
                    place, f"on “{title}” its seats begin with no live choice: no order is possible", "warning"
                )


def _may_order(scenario: Scenario, scope: Scope, actor: str) -> bool:
    """Whether any order is possible for the actor."""
    own = Scope({**scope, "actor": actor}, scope.derived)
    kinds = [order for order in scenario.orders.values() if actor in order.by]
    return any(all(_holds(need.expr, own) for need in order.needs) for order in kinds)


def _holds(formula: Formula, scope: Scope) -> bool:
    try:
        return formula.holds(scope)
    except FormulaError:
        return False


def _unreachable(bench: Compiler, scenario: Scenario, inject: Inject) -> None:
    place, trigger = Place("injects.yaml") / "injects" / inject.id, inject.trigger
    longest = max(len(clock.turns) for clock in scenario.clocks.values())
    if trigger.turn > longest:
        bench.problem(place / "trigger" / "turn", f"no clock has a turn {trigger.turn}; the longest has {longest}")
    if constant(trigger.when) == 0:
        bench.problem(place / "trigger" / "when", "this never holds, so the inject can never be fired")
    if constant(trigger.hazard) == 0:
        bench.problem(place / "trigger" / "hazard", "with this hazard the inject can never be fired")
    if trigger.kind == "not_done_by":
        bench.one_of(place / "trigger" / "order", trigger.order, scenario.orders, "order")
    for n, card in enumerate(inject.cards):
        bench.one_of(place / "cards" / n, card, scenario.start_cards, "start card")
