"""Exercises of the engine's tiny scenario: North (chief, envoy) and South (chief), two turns of two months."""

import pytest

from tests.exercises.acting import open_tiny
from wargame.exercises import services
from wargame.exercises.models import Exercise


@pytest.fixture
def lobby(transactional_db: None) -> Exercise:
    return open_tiny()


@pytest.fixture
def running(lobby: Exercise) -> Exercise:
    """Just after StartEx: the first turn's briefing."""
    assert services.start_exercise(lobby.id).refused is None
    lobby.refresh_from_db()
    return lobby
