"""What the people in these tests do."""

from dataclasses import replace
from typing import Any

from tests.engine.builders import SETUP, tiny
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, Command
from wargame.engine.world import World
from wargame.exercises import library, services, worlds
from wargame.exercises.asked import Answer, Asked, new_request
from wargame.exercises.models import Exercise
from wargame.exercises.texts import Texts
from wargame.exercises.writer import execute

NORTH, ENVOY, SOUTH = "north.chief", "north.envoy", "south.chief"


def open_tiny(**setup: Any) -> Exercise:
    """A lobby."""
    scenario = library.remember(tiny())
    library.store(scenario, {})
    return services.open_with(scenario.pack_hash, "A test", replace(SETUP, **setup))


def do(exercise: Exercise, seat: str, command: Command, **more: Any) -> Answer:
    return execute(exercise.id, Asked(seat, more.pop("request_id", None) or new_request(), command, **more))


def done(exercise: Exercise, seat: str, command: Command, **more: Any) -> Answer:
    """As `do`, and it is not refused."""
    answer = do(exercise, seat, command, **more)
    assert answer.refused is None, answer.refused
    return answer


def refused(exercise: Exercise, seat: str, command: Command, **more: Any) -> str:
    """The code with which a command is refused."""
    answer = do(exercise, seat, command, **more)
    assert answer.refused is not None and not answer.events
    return answer.refused.code


def dispatch(id: str, body: str = "Let us talk.") -> tuple[c.SendDispatch, Texts]:
    """A dispatch to South, and its texts."""
    texts = Texts()
    return c.SendDispatch(id, ("team:south",), texts.add("Talks"), texts.add(body)), texts


def send(exercise: Exercise, id: str, body: str = "Let us talk.", **more: Any) -> Answer:
    """North's dispatch."""
    command, texts = dispatch(id, body)
    return do(exercise, NORTH, command, texts=texts, **more)


def world(exercise: Exercise) -> World:
    return worlds.catch_up(exercise.id).world


def close(exercise: Exercise) -> Answer:
    """Control closes the phase."""
    timer = world(exercise).timer
    return do(exercise, CONTROL_SEAT, c.ClosePhase(timer.turn, timer.phase))


def to_planning(exercise: Exercise) -> None:
    while world(exercise).timer.phase != "planning":
        assert close(exercise).refused is None
