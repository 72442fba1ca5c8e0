"""Which entries of a pack acted in seeded games: what was displayed, evaluated or fired, by the entry's anchor."""

from collections.abc import Iterator

from wargame.bots import table
from wargame.bots.headless import Headless
from wargame.bots.policies import Policy, View, Wish, noise
from wargame.bots.runner import seed_of
from wargame.bots.whim import Whim
from wargame.engine.commands import Setup
from wargame.engine.scenario import Scenario
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.views import Glance
from wargame.engine.world import World
from wargame.exercises.book.page import anchor
from wargame.exercises.setups import setup_of

DISPLAYED = {"actors": "actor", "red_lines": "line", "templates": "agreement"}
"""Parts of a view, and the kind of entry that they display."""


def acted_in_games(scenario: Scenario, seeds: range) -> set[str]:
    """Anchors of all that acted in one game for each seed on each start card; cards and team sets take turns."""
    rules, teams = list(scenario.rule_cards), list(scenario.team_sets)
    found: set[str] = set()
    for card in scenario.start_cards:
        for seed in seeds:
            chosen = {"start": card, "rules": rules[seed % len(rules)], "teams": teams[seed % len(teams)]}
            found |= _acted(scenario, setup_of(scenario, **chosen), seed_of(seed))
    return found


def _acted(scenario: Scenario, setup: Setup, seed: bytes) -> set[str]:
    game, found = Headless(scenario, setup, seed), set[str]()

    def looks(view: View, whim: Whim) -> Iterator[Wish]:
        if view["timer"]["phase"] == "feedback":  # what a turn has brought stands on the screen then
            found.update(_displayed(scenario, view))
        return noise(view, whim)

    def sits(seat: str) -> Policy:
        return looks

    table.play(game, seed, sits)
    found.update(_displayed(scenario, Glance(game.world, CONTROL_VIEWER, game.kept)))
    return found | set(_happened(game.world))


def _displayed(scenario: Scenario, view: View) -> Iterator[str]:
    for part, kind in DISPLAYED.items():
        yield from (anchor(kind, id) for id in view.get(part, {}))
    for path in view.get("variables", {}):
        variable = scenario.variables.get(path)
        yield anchor("value", variable.group if variable else path)


def _happened(world: World) -> Iterator[str]:
    for ticket in world.rulings.values():
        yield anchor("order" if ticket.kind == "order" else "rule", ticket.rule)
        if ticket.kind == "drift":
            names = [*(term.id for term in ticket.terms), *(name.removeprefix("draw of ") for name in ticket.inputs)]
            yield from (anchor("rule", name.partition(":")[0]) for name in names)
    yield from (anchor("inject", state.id) for state in world.injects.values() if state.status == "fired")
