"""Games in memory: the same as on record, and views read piece by piece are the views."""

import pytest

from wargame.bots import headless, runner, table
from wargame.engine.commands import CONTROL_SEAT, Setup
from wargame.engine.scenario import Scenario
from wargame.engine.sight import viewer_of
from wargame.engine.views import Glance, Kept, merged, view_for
from wargame.engine.world import World
from wargame.exercises import library, services, worlds
from wargame.exercises.setups import setup_of


def first_steps() -> tuple[Scenario, Setup]:
    pack = library.choices()["first_steps"]
    return pack, setup_of(pack)


def shown(world: World) -> object:
    """What came of a game; texts are salted on record, so what hangs on them is left out."""
    orders = [(o.id, o.kind, o.actor, o.turn, dict(o.form), o.status) for o in world.orders.values()]
    rulings = [(t.id, t.outcome, t.draw, t.changes) for t in world.rulings.values()]
    agreements = [(a.id, a.template, dict(a.terms), a.status) for a in world.agreements.values()]
    injects = [(i.id, i.status, i.turn) for i in world.injects.values()]
    return dict(world.state), orders, rulings, agreements, injects, dict(world.red_lines)


@pytest.mark.django_db(transaction=True)
def test_a_game_in_memory_is_the_game_on_record() -> None:
    pack, setup = first_steps()
    exercise = services.open_exercise("first_steps", "Bots", setup).id
    runner.play(exercise, 3)
    assert shown(headless.play(pack, setup, runner.seed_of(3))) == shown(worlds.catch_up(exercise).world)


def test_the_same_seed_is_the_same_game() -> None:
    pack, setup = first_steps()
    once, again = (headless.play(pack, setup, runner.seed_of(5)) for _ in range(2))
    assert once == again
    assert shown(headless.play(pack, setup, runner.seed_of(6))) != shown(once)


def test_a_glance_is_the_whole_view() -> None:
    pack, setup = first_steps()
    game, kept = headless.Headless(pack, setup, runner.seed_of(1)), Kept()
    seats = [CONTROL_SEAT, *(seat.id for team in game.world.teams for seat in team.seats)]
    for _ in range(4):
        for seat in seats:
            viewer = viewer_of(game.world, seat)
            assert dict(Glance(game.world, viewer, kept)) == merged(view_for(game.world, viewer))
        table.act_all(game, runner.seed_of(1))
        table.close_phase(game)
