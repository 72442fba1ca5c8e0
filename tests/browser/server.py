"""The wargame as `make play LAN=1` opens it: one process, its own data, reached over the network's address."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Address:
    """Where to enter."""

    facilitator: str
    """The one-use link, on loopback."""
    players: str
    """The origin that phones in the room use: this machine's address in its network."""

    @property
    def desk(self) -> str:
        return self.facilitator.split("/enter")[0]


@contextmanager
def play(data: Path) -> Iterator[Address]:
    """Start `manage.py play --lan` on a free port; stop it by its process id."""
    environment = {**os.environ, "WARGAME_DATA": str(data), "DJANGO_SETTINGS_MODULE": "wargame.settings"}
    for name in ("DATABASE_URL", "REDIS_URL"):
        environment.pop(name, None)
    command = [sys.executable, str(ROOT / "manage.py"), "play", "--lan", "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield _announced(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _announced(process: "subprocess.Popen[str]") -> Address:
    """What the terminal shows, once the server answers."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        link = re.search(r"(http://\S+/enter#\S+)", said)
        if link:
            origins = re.findall(r"(http://\S+)/join", said)
            return Address(link[1], origins[0])
    raise AssertionError(f"the server ended: {said}")
