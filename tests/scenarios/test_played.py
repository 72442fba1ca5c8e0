"""Every shipped scenario is played to its last turn on every card: all orders that can be given are, nothing fails."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.engine.play import TEXT, Play
from wargame.engine.commands import SubmitOrder
from wargame.engine.events import RulingIssued
from wargame.engine.forms import bounds
from wargame.engine.formula import Value
from wargame.engine.menu import for_actor
from wargame.engine.phases import is_last
from wargame.engine.refusals import Refused
from wargame.engine.scenario import OrderKind, Scenario
from wargame.engine.sight import sight, viewer_of
from wargame.exercises.packs import find_packs, load_pack

PACKS = {folder.name: load_pack(folder) for folder in find_packs(settings.BASE_DIR / "scenarios")}


def choices(scenario: Scenario) -> Iterator[tuple[str, str, str, str]]:
    """Clock, cards and team set: every start card with every rule card, and with each the next clock and team set."""
    clocks, team_sets = list(scenario.clocks), list(scenario.team_sets)
    for n, start in enumerate(scenario.start_cards):
        for m, rules in enumerate(scenario.rule_cards):
            yield clocks[(n - m) % len(clocks)], start, rules, team_sets[(n + m) % len(team_sets)]


CASES = [
    pytest.param(scenario, choice, id="-".join([name, *choice]))
    for name, scenario in PACKS.items()
    for choice in choices(scenario)
]


@pytest.mark.parametrize(("scenario", "choice"), CASES)
def test_it_is_played_to_the_end(scenario: Scenario, choice: tuple[str, str, str, str]) -> None:
    clock, start_card, rule_card, team_set = choice
    play = Play(scenario, clock=clock, start_card=start_card, rule_card=rule_card, team_set=team_set)
    while not (play.world.timer.phase == "feedback" and is_last(play.world)):
        if play.world.timer.phase == "planning":
            given = order_everything(play)
            idle = [team.name for team in play.world.teams if given[team.id] < 2]
            assert idle == [], f"turn {play.world.timer.turn}: fewer than two live choices"
        play.close()
        play.settle_all()
    tickets = [entry.event.ticket for entry in play.log if isinstance(entry.event, RulingIssued)]
    assert {ticket.rule for ticket in tickets} & set(scenario.orders)
    assert [(ticket.rule, ticket.inputs["fault"]) for ticket in tickets if "fault" in ticket.inputs] == []


def order_everything(play: Play) -> Counter[str]:
    """Each team's leader submits each order for each actor, if it is possible now. How many each team gave."""
    given: Counter[str] = Counter()
    for team in play.world.teams:
        leader = next(seat.id for seat in team.seats if seat.leads)
        for kind in play.world.scenario.orders.values():
            for actor in set(kind.by) & set(team.actors):
                order = SubmitOrder(f"o{len(play.log)}", kind.id, actor, form(play, kind, leader, actor), TEXT, TEXT)
                try:
                    play.ask(leader, order)
                    given[team.id] += 1
                except Refused as refused:
                    assert refused.code.value in ("not_possible", "over_budget", "too_many", "bad_value"), refused.text
    return given


def form(play: Play, kind: OrderKind, seat: str, actor: str) -> dict[str, Value]:
    """The lowest numbers and first choices."""
    scope = for_actor(sight(play.world, viewer_of(play.world, seat)), actor)
    filled: dict[str, Value] = {}
    for field in kind.form:
        low = bounds(field, scope)[0] or 0.0
        lowest: Value = int(low) if field.kind == "whole" else low
        filled[field.id] = field.choices[0][0] if field.choices else field.kind != "flag" and lowest
    return filled
