"""The servers that are measured: started on free ports of this machine, ended by their process ids."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.services import free_port, postgres_programs
from tests.topology.people import Desk
from tests.topology.processes import full as whole_topology
from wargame.topology import ROOT


@dataclass(frozen=True)
class Grounds:
    """Where a wargame answers."""

    addresses: list[str]
    desk: Desk
    pids: list[int]
    """Of the web processes."""


def has_services() -> bool:
    """Whether PostgreSQL and Redis are installed."""
    return postgres_programs() is not None and shutil.which("redis-server") is not None


@contextmanager
def embedded() -> Iterator[Grounds]:
    """As `make play`: one process, SQLite that survives a power cut."""
    with tempfile.TemporaryDirectory(prefix="wargame-bench-") as folder:
        command = [sys.executable, "manage.py", "play", "--port", "0"]
        with _running(command, alone(Path(folder))) as process:
            address, token = _announced(process)
            yield Grounds([address], Desk(address, token), [process.pid])


@contextmanager
def full() -> Iterator[Grounds]:
    """PostgreSQL that survives a power cut, Redis, two web processes, a worker and beat."""
    with tempfile.TemporaryDirectory(prefix="wargame-bench-") as folder, whole_topology(Path(folder), True) as all:
        pids = [all.processes[name].pid for name in ("web 1", "web 2")]
        yield Grounds(all.addresses, Desk(all.addresses[0], all.token), pids)


@contextmanager
def ceiling() -> Iterator[tuple[str, int]]:
    """Uvicorn with the options of the wargame's own, and an application that does nothing: address and pid."""
    port = free_port()
    options = "--ws websockets-sansio --ws-per-message-deflate false --log-level critical --no-access-log"
    program = ["-m", "uvicorn", "benchmarks.ceiling_app:app", "--port", str(port), "--lifespan", "off"]
    with _running([sys.executable, *program, *options.split()], dict(os.environ)) as process:
        _answers(f"http://127.0.0.1:{port}/")
        yield f"127.0.0.1:{port}", process.pid


def alone(folder: Path) -> dict[str, str]:
    """The environment of an embedded wargame with its data in this folder."""
    theirs = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return {**theirs, "WARGAME_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "wargame.settings"}


@contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> "Iterator[subprocess.Popen[str]]":
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _announced(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """host:port and the facilitator's token, from what the terminal shows."""
    assert process.stdout is not None
    for line in process.stdout:
        if link := re.search(r"http://(\S+)/enter#(\S+)", line):
            return link[1], link[2]
    raise RuntimeError("the server ended before it answered")


def _answers(url: str, seconds: float = 20) -> None:
    """Wait until something answers there, be it an error."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urlopen(url, timeout=2).close()
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                return
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nothing answers at {url}")
