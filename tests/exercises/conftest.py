"""Exercises of the engine's tiny scenario: North (chief, envoy) and South (chief), two turns of two months."""

from dataclasses import replace

import pytest

from tests.engine.builders import SETUP, tiny
from wargame.exercises import library, services, worlds
from wargame.exercises.models import Exercise


def open_tiny(**setup: object) -> Exercise:
    """A lobby."""
    scenario = library.remember(tiny())
    library.store(scenario, {})
    return services.open_with(scenario.pack_hash, "A test", replace(SETUP, **setup))


@pytest.fixture
def lobby(transactional_db: None) -> Exercise:
    return open_tiny()


@pytest.fixture
def running(lobby: Exercise) -> Exercise:
    """Just after StartEx."""
    assert services.start_exercise(lobby.id).refused is None
    worlds.catch_up(lobby.id)
    lobby.refresh_from_db()
    return lobby
