"""The set-up of a game that bots alone play: what was chosen, else the first that the pack has."""

from collections.abc import Iterable
from typing import Any

from wargame.engine.commands import Setup
from wargame.engine.decisions.course import check_setup
from wargame.engine.scenario import Scenario


def setup_of(
    pack: Scenario, *, teams: str = "", start: str = "", rules: str = "", clock: str = "", mode: Any = "engine"
) -> Setup:
    """A set-up for bots alone. Raises `Refused` if the pack has no such choice."""
    setup = Setup(
        clock=clock or _first(pack.clocks),
        start_card=start or _first(pack.start_cards),
        rule_card=rules or _first(pack.rule_cards),
        team_set=teams or _first(pack.team_sets),
        mode=mode,
        auto_advance=False,
        practice=True,
    )
    check_setup(pack, setup)
    return setup


def _first(choices: Iterable[str]) -> str:
    return next(iter(choices))
