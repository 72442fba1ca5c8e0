"""What every shipped scenario must pass."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.conf import settings

from wargame.engine.formula import Scope, Value
from wargame.engine.scenario import Effect, OrderKind, Resolution, Scenario
from wargame.exercises.packs import check, find_packs, load_pack
from wargame.exercises.packs.files import YAML_FILES
from wargame.exercises.packs.reading import read

LIBRARY = Path(settings.BASE_DIR) / "scenarios"
PACKS = {folder.name: folder for folder in find_packs(LIBRARY)}
SCHEMA: dict[str, Any] = json.loads((LIBRARY / "schema.json").read_text())


@pytest.fixture(params=PACKS.values(), ids=list(PACKS))
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def scenario(folder: Path) -> Scenario:
    return load_pack(folder)


def test_there_are_scenarios() -> None:
    assert "first_steps" in PACKS


def test_it_has_no_problems(folder: Path) -> None:
    assert [str(problem) for problem in check(folder)] == []


def test_editors_agree(folder: Path) -> None:
    for name in YAML_FILES:
        if (folder / name).exists():
            jsonschema.validate(read(name, (folder / name).read_bytes()).plain(), SCHEMA)


def test_every_formula_works_at_the_start(scenario: Scenario) -> None:
    for card, rules in product(scenario.start_cards, scenario.rule_cards):
        scope = at_start(scenario, card, rules)
        for derived in scenario.derived.values():
            derived.formula.number(scope)
        for order in scenario.orders.values():
            for actor in order.by:
                _works(scenario, order.resolution, with_form(scope, order, actor))
        for rule in scenario.rules:
            for member in scenario.sets[rule.over] if rule.over else ("",):
                _works(scenario, rule.resolution, Scope({**scope, rule.member_name: member}, scope.derived))
        for inject in scenario.injects.values():
            assert inject.headline(scope)
            assert inject.body(scope)
        for score in scenario.scores:
            assert 0 <= score.formula.number(scope) <= 100


def test_no_red_line_is_crossed_at_the_start(scenario: Scenario) -> None:
    for card, rules in product(scenario.start_cards, scenario.rule_cards):
        scope = at_start(scenario, card, rules)
        assert [line.id for line in scenario.red_lines.values() if line.crossed.holds(scope)] == []


def test_every_team_has_something_to_order_at_the_start(scenario: Scenario) -> None:
    for card, team_set in product(scenario.start_cards, scenario.team_sets.values()):
        scope = at_start(scenario, card, next(iter(scenario.rule_cards)))
        for team in team_set.teams:
            possible = [
                order.id
                for order in scenario.orders.values()
                for actor in set(order.by) & set(team.actors)
                if all(need.expr.holds(with_form(scope, order, actor)) for need in order.needs)
            ]
            assert len(possible) >= 2, f"{team.name} on {card}"


def test_it_names_offices_and_explains_itself(scenario: Scenario) -> None:
    assert scenario.content_note
    assert scenario.limits
    assert len(scenario.objectives) >= 3
    assert len(scenario.hot_wash) >= 3
    for team_set in scenario.team_sets.values():
        assert all(team.brief and team.aim for team in team_set.teams)


def at_start(scenario: Scenario, card: str, rules: str) -> Scope:
    """The true values before the first month."""
    values: dict[str, Value] = {path: variable.start[card] for path, variable in scenario.variables.items()}
    constants = {f"k.{name}": value for name, value in scenario.rule_cards[rules].constants.items()}
    return Scope({**values, **constants, "turn": 1, "month": 1, "months": 1}, scenario.derived)


def with_form(scope: Scope, order: OrderKind, actor: str) -> Scope:
    """The scope of an order filled in with its lowest values or first choices."""
    filled = Scope({**scope, "actor": actor}, scope.derived)
    for field in order.form:
        low = field.low(filled) if field.low else False
        filled[f"form.{field.id}"] = field.choices[0][0] if field.choices else low
    return filled


def _works(scenario: Scenario, resolution: Resolution, scope: Scope) -> None:
    """Terms, chance and every outcome can be worked out, and what is written exists."""
    scope["total"] = sum(term.value.number(scope) for term in resolution.terms)
    if resolution.chance:
        args = [arg.number(scope) for arg in resolution.chance.args]
        assert resolution.chance.law != "bernoulli" or 0 <= args[0] <= 1
        scope["draw"] = 0.5
    for outcome in resolution.outcomes:
        assert outcome.sentence(scope)
        if outcome.share is not None:
            outcome.share.number(scope)
        for effect in outcome.effects:
            for member in scenario.sets[effect.over] if effect.over else ("",):
                _acts(effect, Scope({**scope, effect.member_name: member}, scope.derived))


def _acts(effect: Effect, scope: Scope) -> None:
    if effect.when is not None and not effect.when.holds(scope):
        return
    for part in (effect.to, effect.after):
        if part is not None:
            part(scope)
    target = effect.set or effect.add
    assert target is None or target(scope) in scope
