"""The map in a view: shapes for everybody, a mark for those who know its values."""

from tests.engine.builders import lobby, tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, Play
from wargame.engine.commands import EndExercise, TextRef
from wargame.engine.sight import Viewer
from wargame.engine.views import control_part, public_part, seat_part, team_part, view_for
from wargame.engine.world import World


def marks(part: dict[str, object]) -> set[str]:
    found = part.get("marks", {})
    assert isinstance(found, dict)
    return set(found)


def whole(world: World, seat: str) -> set[str]:
    parts = view_for(world, Viewer("seat", seat, seat.partition(".")[0]))
    return {id for part in parts.values() for id in marks(part)}


def test_shapes_are_everybodys_and_said_once() -> None:
    world = Play().world
    found = public_part(world)["map"]
    assert isinstance(found, dict)
    assert found["window"] == [0.0, 0.0, 10.0, 10.0]
    assert found["features"]["z1"]["geometry"] == {"type": "Point", "coordinates": [5.0, 5.0]}
    assert found["features"]["ground"]["geometry"]["coordinates"][0][0] == [1.0, 1.0]
    assert "map" not in team_part(world, "north")
    assert "map" not in seat_part(world, NORTH)
    assert "map" in control_part(world)


def test_a_mark_lies_in_the_circle_that_knows_its_values() -> None:
    world = Play().world
    assert marks(public_part(world)) == {"tension", "danger"}
    assert marks(team_part(world, "north")) == {"north", "armies"}
    assert marks(team_part(world, "south")) == {"north", "armies"}, "the rival's army is estimated"
    assert marks(seat_part(world, SOUTH)) == {"tolerance"}
    assert marks(seat_part(world, ENVOY)) == set()
    assert marks(control_part(world)) == {"tension", "north", "armies", "tolerance", "danger"}


def test_after_the_end_the_marks_lie_open() -> None:
    play = Play()
    before = whole(play.world, NORTH)
    play.ask(CONTROL, EndExercise(TextRef(""), "seed", "nonce"))
    assert "tolerance" not in before
    assert marks(public_part(play.world)) == marks(control_part(play.world))


def test_a_scenario_without_a_map_says_nothing_of_one() -> None:
    world = lobby(tiny(map=None))
    for part in (public_part(world), team_part(world, "north"), control_part(world)):
        assert not {"map", "marks"} & set(part)
