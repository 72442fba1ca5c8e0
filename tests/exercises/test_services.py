"""From lobby to EndEx through the verbs of the doors."""

from tests.exercises.conftest import open_tiny
from wargame.exercises import services, worlds, verify
from wargame.exercises.models import Exercise
from wargame.engine import commands as c


def test_start(running: Exercise) -> None:
    assert running.status == "running"
    assert not verify.verify(running.id).problems
