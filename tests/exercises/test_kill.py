"""A process killed in the middle of appending: whatever it acked is in the log, and nothing is half there."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.exercises.acting import send, world
from wargame.exercises.models import Exercise, Text
from wargame.exercises.verify import verify

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("acks", [1, 37])
def test_what_was_acked_survives_a_kill(running: Exercise, acks: int) -> None:
    command = [sys.executable, "-m", "tests.exercises.child", str(connection.settings_dict["NAME"]), running.id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        acked = [child.stdout.readline().strip() for _ in range(acks)]
        child.kill()
        acked += [line.strip() for line in child.stdout if line.endswith("\n")]
    assert len(acked) >= acks
    kept = world(running).dispatches
    assert set(acked) <= set(kept)
    assert Text.objects.filter(exercise=running).count() == 2 * len(kept)
    assert verify(running.id).problems == ()
    assert send(running, "after").refused is None
    assert verify(running.id).problems == ()
