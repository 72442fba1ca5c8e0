"""The topology, started once for this folder, and an exercise in it for each test."""

from collections.abc import Iterator

import pytest

from tests.topology.people import Desk
from tests.topology.processes import Topology, full


@pytest.fixture(scope="package")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Topology]:
    """PostgreSQL, Redis, two web processes, a worker and beat."""
    with full(tmp_path_factory.mktemp("topology")) as running:
        yield running


@pytest.fixture(scope="package")
def desk(grounds: Topology) -> Desk:
    """The facilitator, signed in."""
    return Desk(grounds.addresses[0], grounds.token)
