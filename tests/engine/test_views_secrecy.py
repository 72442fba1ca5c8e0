"""What must hold of views in every game: nobody learns too much, and what is kept is never stale."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from tests.engine.play import ENVOY, NORTH, SOUTH, Play
from tests.engine.random_play import COMMANDS, Numbers, RandomPlay, games
from wargame.engine import events as e
from wargame.engine.commands import Setup, TextRef
from wargame.engine.events import Event
from wargame.engine.evolve import evolve
from wargame.engine.formula import Value
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Viewer, may_see, viewer_of
from wargame.engine.tickets import Ticket
from wargame.engine.views import (
    Kept,
    control_part,
    public_part,
    seat_part,
    team_part,
    touches,
    view_for,
)
from wargame.engine.views.touches import everything
from wargame.engine.world import World

PLAYERS = (Viewer("seat", NORTH, "north"), Viewer("seat", ENVOY, "north"), Viewer("seat", SOUTH, "south"))
SECRET = TextRef("secret text")

play_settings = settings(max_examples=60, deadline=None, derandomize=True)


def part(world: World, name: str, kept: Kept | None = None) -> str:
    kind, _, who = name.partition(":")
    makers: dict[str, Callable[[], object]] = {
        "public": lambda: public_part(world, kept),
        "team": lambda: team_part(world, who, kept),
        "seat": lambda: seat_part(world, who, kept),
        "control": lambda: control_part(world, kept),
    }
    return json.dumps(makers[kind]())


@play_settings
@given(games())
def test_an_event_changes_only_the_parts_it_touches_and_what_is_kept_is_never_stale(
    game: tuple[dict[str, object], list[Numbers]],
) -> None:
    setup, moves = game
    play, kept = RandomPlay(**setup), Kept()  # type: ignore[arg-type]  # the set-up names real fields
    names = sorted(everything(play.world))
    before = {name: part(play.world, name, kept) for name in names}
    for move in moves:
        for _, event, world in play.move(move):
            now = {name: part(world, name, kept) for name in names}
            assert now == {name: part(world, name) for name in names}, event
            assert {name for name in names if now[name] != before[name]} <= touches(world, event), event
            before = now


@play_settings
@given(games())
def test_what_a_viewer_cannot_see_changes_no_byte_of_its_view(
    game: tuple[dict[str, object], list[Numbers]],
) -> None:
    setup, moves = game
    play = RandomPlay(**setup)  # type: ignore[arg-type]  # the set-up names real fields
    for move in moves:
        for _ in play.move(move):
            pass
    if play.world.status != "running":
        return
    for viewer in (*PLAYERS, PUBLIC_VIEWER, Viewer("observer")):
        seen = json.dumps(view_for(play.world, viewer))
        for other in otherwise(play.world, viewer):
            assert json.dumps(view_for(other, viewer)) == seen, viewer


def otherwise(world: World, viewer: Viewer) -> Iterator[World]:
    """The world with other things in it that this viewer may not see: each alone, and then all."""
    yield hidden_values(world, viewer)
    yield others_estimates(world, viewer)
    altogether = others_estimates(hidden_values(world, viewer), viewer)
    for event in hidden_events(world, viewer):
        assert not may_see(world, viewer, event.audience)
        yield evolve(world, event, world.last_at + 7)
        altogether = evolve(altogether, event, altogether.last_at + 7)
    yield altogether


def hidden_values(world: World, viewer: Viewer) -> World:
    def other(state: dict[str, Value]) -> dict[str, Value]:
        variables = world.scenario.variables
        return {p: v if may_see(world, viewer, variables[p].see) else float(v) + 1.5 for p, v in state.items()}

    history = {turn: other(dict(state)) for turn, state in world.history.items()}
    return replace(world, state=other(dict(world.state)), history=history)


def others_estimates(world: World, viewer: Viewer) -> World:
    def other(estimates: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        return {
            team: values if team == viewer.team else {path: value + 5 for path, value in values.items()}
            for team, values in estimates.items()
        }

    believed = {turn: other(dict(then)) for turn, then in world.believed.items()}  # type: ignore[arg-type]
    return replace(world, estimates=other(dict(world.estimates)), believed=believed)  # type: ignore[arg-type]


def hidden_events(world: World, viewer: Viewer) -> Iterator[Event]:
    rival, rival_lead = ("south", SOUTH) if viewer.team == "north" else ("north", NORTH)
    actor = {"north": "N", "south": "S"}[rival]
    theirs, turn = (f"team:{rival}",), world.timer.turn
    if not world.setup.show_readiness:
        yield e.OrderSubmitted(
            theirs, "hidden", "talk", actor, rival_lead, turn, {}, {f"pc.{actor}": 1.0}, SECRET, SECRET, SECRET
        )
    yield e.DispatchSent((*theirs, "control"), "hidden", rival_lead, rival, ("control",), SECRET, SECRET, "")
    yield e.ControlCalled(("control", *theirs), "hidden", rival_lead, SECRET)
    yield e.InjectImprovised(theirs, "hidden", "flash", SECRET, SECRET, answer=True)
    yield e.ObservationRecorded(("control",), "hidden", "control", "lo1", viewer.team, SECRET)
    yield e.HotWashAnswered((*theirs, "control"), "surprise", rival_lead, SECRET)
    yield e.AgreementProposed(
        theirs, "hidden", "truce", ("N", "S"), rival_lead, actor, {"aid": 1, "inspections": False}, SECRET, "h"
    )
    yield e.RulingProposed(("control",), ticket(("all",), "proposed"))
    yield e.RulingIssued(theirs, ticket(theirs, "private"))
    held = next((state.id for state in world.injects.values() if state.status == "armed"), None)
    if held:
        yield e.InjectHeld(("control",), held)
        yield e.InjectMoved(("control",), held, 2, "planning", 30.0, SECRET)


def ticket(audience: tuple[str, ...], id: str) -> Ticket:
    return Ticket(id, "rule", "incident", "incident", 1, "Incident", 1, 1, "", audience, "shot", "Shot.", ())


@pytest.mark.parametrize("viewer", [*PLAYERS, PUBLIC_VIEWER])
def test_no_reference_to_another_sides_text_is_in_a_view(viewer: Viewer) -> None:
    world = Play().to(1, "planning").world
    for event in hidden_events(world, viewer):
        world = evolve(world, event, world.last_at + 1)
    view = json.dumps(view_for(world, viewer))
    assert SECRET not in view
    assert "hidden" not in view
    assert SECRET in json.dumps(view_for(world, CONTROL_VIEWER))


def test_the_random_game_reaches_the_far_corners() -> None:
    """Otherwise the tests above would prove little."""
    seen: set[str] = set()
    for seed in range(40):
        chance = Random(seed)
        play = RandomPlay(mode=("engine", "umpire")[seed % 2])
        for _ in range(80):
            move = (chance.randrange(len(COMMANDS)), chance.randrange(12), chance.randrange(12))
            seen |= {type(event).__name__ for _, event, _ in play.move(move)}
    unreached = set(e.EVENTS) - seen - {"ExerciseStarted", "CardDealt", "Rewound"}
    assert not unreached


def test_seats_are_their_teams() -> None:
    world = Play().world
    assert [viewer_of(world, viewer.seat) for viewer in PLAYERS] == list(PLAYERS)
    assert isinstance(world.setup, Setup)
