"""What /readyz says of servers that take a connection and then say nothing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.services import free_port
from tests.topology.processes import environment_for, ready, until
from wargame import topology


@contextmanager
def silent() -> Iterator[int]:
    """A port where somebody seems to listen: the system takes the connections, and nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door.getsockname()[1]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A web process that stands on two such ports."""
    port = free_port()
    with silent() as database, silent() as bell:
        environment = environment_for(
            tmp_path, f"postgresql://wargame@127.0.0.1:{database}/wargame", f"redis://127.0.0.1:{bell}/0"
        )
        process = topology.web("web", environment, "--port", str(port))
        process.start()
        until(lambda: urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).status == 200, "it answers")
        yield f"127.0.0.1:{port}"
        process.kill()


def test_a_server_that_never_answers_is_away(address: str) -> None:
    """However often it is asked: no health check gives up before the answer comes."""
    for _ in range(4):
        with pytest.raises(HTTPError) as unready:
            urlopen(f"http://{address}/readyz", timeout=3)  # PostgreSQL's own patience is five seconds
        assert unready.value.code == 503
        unready.value.close()
    assert ready(address) == {part: {"ok": False} for part in ("record", "bell", "workers")} | {"ready": False}
