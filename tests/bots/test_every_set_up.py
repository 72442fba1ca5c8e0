"""Bots play every shipped scenario to its end, on three seeds, for every start card, team set and rule card."""

from itertools import product

import pytest
from django.conf import settings

from wargame.bots.balance.cells import CHARACTERS, NOISE
from wargame.bots.simulation.game import played
from wargame.engine.scenario import Scenario
from wargame.exercises.packs import find_packs, load_pack
from wargame.exercises.setups import setup_of

PACKS = {folder.name: load_pack(folder) for folder in find_packs(settings.SCENARIOS)}
SEEDS = range(3)
PLAYS = (NOISE, *CHARACTERS)
CASES = [
    pytest.param(pack, cards, id="-".join([name, *cards]))
    for name, pack in PACKS.items()
    for cards in product(pack.start_cards, pack.rule_cards, pack.team_sets)
]


@pytest.mark.parametrize(("pack", "cards"), CASES)
def test_it_is_played_to_its_end(pack: Scenario, cards: tuple[str, str, str]) -> None:
    """Policies and clocks take turns, so that each meets every card."""
    start, rules, teams = cards
    turn = list(product(pack.start_cards, pack.rule_cards, pack.team_sets)).index(cards)
    for seed in SEEDS:
        clock = list(pack.clocks)[(turn + seed) % len(pack.clocks)]
        setup = setup_of(pack, start=start, rules=rules, teams=teams, clock=clock)
        game = played(pack, setup, PLAYS[(turn + seed) % len(PLAYS)], seed, turn)
        stopped = pack.stop_when is not None and game.turns < len(pack.clocks[clock].turns)
        assert stopped or game.turns == len(pack.clocks[clock].turns)
        assert game.orders, "nobody ordered anything"
        assert game.faults == ()
        assert min(game.choices.values()) >= 1, "somebody had nothing to order"
