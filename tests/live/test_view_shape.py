"""Whatever the engine makes of a world has the shape that the browser was promised, to the letter."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.engine.builders import lobby
from tests.engine.play import ENVOY, NORTH, SOUTH
from tests.engine.random_play import Numbers, RandomPlay, games
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Viewer
from wargame.engine.views import view_for
from wargame.engine.world import World
from wargame.live.view_shape import Parts

VIEWERS = (
    PUBLIC_VIEWER,
    CONTROL_VIEWER,
    Viewer("observer"),
    *(Viewer("seat", seat, seat.partition(".")[0]) for seat in (NORTH, ENVOY, SOUTH)),
)


def check(world: World) -> None:
    for viewer in VIEWERS:
        made = view_for(world, viewer)
        parsed = Parts.model_validate(made)
        assert parsed.model_dump(exclude_unset=True) == made
        assert "null" not in json.dumps(made, allow_nan=False)


@pytest.mark.parametrize("status", ["lobby", "running", "ended"])
def test_a_world_without_events_has_the_shape(status: str) -> None:
    check(replace(lobby(), status=status))  # type: ignore[arg-type]  # the three that there are


@settings(max_examples=40, deadline=None, derandomize=True)
@given(games())
def test_every_view_of_a_random_game_has_the_shape(game: tuple[dict[str, object], list[Numbers]]) -> None:
    setup, moves = game
    play = RandomPlay(**setup)  # type: ignore[arg-type]  # the set-up names real fields
    for n, move in enumerate(moves):
        for _ in play.move(move):
            pass
        if n % 10 == 0:
            check(play.world)
    check(play.world)
