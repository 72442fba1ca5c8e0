"""Bots play every shipped scenario to its end, through the real services."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.bots.games import played
from wargame.engine.evolve import replay
from wargame.exercises import event_log, library, queries, worlds

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("pack", sorted(library.choices()))
@pytest.mark.parametrize("mode", ["engine", "umpire"])
def test_a_scenario_is_played_to_its_end(pack: str, mode: str) -> None:
    told = played(pack, 7, mode=mode)
    loaded = worlds.catch_up(told["exercise"])
    world = loaded.world
    assert queries.exercise(loaded.exercise_id).status == "ended"
    assert world.timer.turn == len(world.clock.turns)
    assert not world.proposed
    assert all(order.status != "submitted" for order in world.orders.values())
    assert told["orders"] > world.timer.turn


@pytest.mark.parametrize("pack", sorted(library.choices()))
def test_the_world_is_the_replay_of_the_log(pack: str) -> None:
    exercise_id = played(pack, 3)["exercise"]
    start = worlds.lobby(exercise_id).world
    assert replay(start, event_log.read_events(exercise_id)) == worlds.catch_up(exercise_id).world


def test_the_same_seed_plays_the_same_game() -> None:
    first, second = played("first_steps", 5), played("first_steps", 5)
    worlds_then = [worlds.catch_up(game["exercise"]).world for game in (first, second)]
    assert worlds_then[0].state == worlds_then[1].state
    assert [len(world.orders) for world in worlds_then] == [first["orders"], second["orders"]]


def test_another_seed_plays_another_game() -> None:
    states = [worlds.catch_up(played("first_steps", seed)["exercise"]).world.state for seed in (1, 2)]
    assert states[0] != states[1]


def test_the_last_line_names_the_exercise() -> None:
    out = StringIO()
    call_command("play_bots", "first_steps", seed=1, stdout=out)
    word, exercise_id = out.getvalue().splitlines()[-1].split()
    assert word == "exercise"
    assert queries.exercise(exercise_id).title == "First steps on the Arn, bots, seed 1"


def test_an_unknown_scenario_is_a_sentence() -> None:
    with pytest.raises(CommandError, match="There is no scenario nowhere"):
        call_command("play_bots", "nowhere", seed=1)


def test_json_is_one_object() -> None:
    out = StringIO()
    call_command("play_bots", "first_steps", seed=1, json=True, stdout=out)
    assert set(json.loads(out.getvalue())) >= {"exercise", "turns", "events", "head_hash"}
