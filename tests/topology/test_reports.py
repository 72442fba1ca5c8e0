"""A report outlives the worker that was making it."""

import json
from collections.abc import Iterator

import pytest

from tests.topology.people import Desk
from tests.topology.processes import Topology, until
from wargame import topology
from wargame.topology import Process

WHILE_IT_KEEPS_THE_FILE = "LOCK TABLE exercises_report IN SHARE MODE"


@pytest.fixture
def worker(grounds: Topology) -> Iterator[Process]:
    """The worker for reports."""
    process = topology.worker("reports", grounds.environment)
    yield process
    process.kill()


def test_a_worker_in_the_middle_of_a_report(worker: Process, grounds: Topology, desk: Desk) -> None:
    exercise = desk.running().id
    report = desk.post(f"/api/exercises/{exercise}/reports", {"format": "jsonl", "profile": "public"})["id"]
    with grounds.holding(WHILE_IT_KEEPS_THE_FILE):
        worker.start()
        grounds.kill_in_the_middle(worker)
    worker.start()

    until(lambda: json.loads(desk.get(f"/api/reports/{report}"))["state"] == "done", "the report is there", 60)
    header, *_ = desk.get(f"/api/reports/{report}/download").splitlines()
    assert json.loads(header)["title"] == "A storm on the line"
    assert grounds.sql("SELECT kind, state, tries FROM exercises_job WHERE exercise_id = %s", exercise) == [
        ("report", "done", 2)
    ]
