"""A simulation outlives the worker that was playing it, and tells what it would have told."""

import json
from collections.abc import Iterator

import pytest

from tests.topology.people import Desk
from tests.topology.processes import Topology, manage, until
from wargame import topology
from wargame.topology import Process

WHILE_IT_KEEPS_THE_GAMES = "LOCK TABLE exercises_simulation IN SHARE MODE"
ASKED = {
    "scenario": "first_steps",
    "clock": "quarter_hour",
    "start_card": "full_lake",
    "rule_card": "steady",
    "team_set": "two_teams",
    "plays": "noise",
    "runs": 40,
    "seed": 7,
}


@pytest.fixture
def worker(grounds: Topology) -> Iterator[Process]:
    """The worker for games."""
    process = topology.worker("batch", grounds.environment)
    yield process
    process.kill()


def test_a_worker_in_the_middle_of_the_games(worker: Process, grounds: Topology, desk: Desk) -> None:
    made = desk.post("/api/simulations", ASKED)["id"]
    with grounds.holding(WHILE_IT_KEEPS_THE_GAMES):
        worker.start()
        grounds.kill_in_the_middle(worker)
    worker.start()

    until(lambda: json.loads(desk.get(f"/api/simulations/{made}"))["state"] == "done", "it is done", 90)
    command, _ = manage(
        grounds.environment, "simulate", "first_steps", "--runs", "40", "--seed", "7", "--json", "-"
    ).communicate(timeout=60)
    assert desk.get(f"/api/simulations/{made}/download").decode() == command
