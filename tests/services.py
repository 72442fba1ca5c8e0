"""A real PostgreSQL and a real Redis for as long as a `with` lasts, on free ports of this machine."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import redis

# What a test cannot bring along: the Debian package, and how to see that it is there.
PACKAGES: dict[str, Callable[[], object]] = {
    "postgresql": lambda: postgres_programs(),
    "redis-server": lambda: shutil.which("redis-server"),
    "chromium": lambda: chromium(),
}


def postgres_programs() -> Path | None:
    """Debian keeps `initdb` and `postgres` off the PATH; take the newest."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    beside = shutil.which("postgres")
    return found[-1].parent if found else Path(beside).parent if beside else None


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


class Server:
    """A program that answers at `url`. A test may take it away and bring it back: same port, same data."""

    def __init__(self, url: str, command: list[str], answers: Callable[[str], object], **options: Any) -> None:
        self.url = url
        self._command, self._answers, self._options = command, answers, options
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, seconds: float = 30) -> None:
        """Start it, and wait until it answers."""
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(self._command, stdout=quiet, stderr=quiet, **self._options)
        deadline = time.monotonic() + seconds
        while True:
            try:
                self._answers(self.url)
            except (OSError, psycopg.OperationalError, redis.ConnectionError):
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def send(self, number: signal.Signals) -> None:
        """To the server alone; PostgreSQL's own processes follow it."""
        if self._process is not None:
            self._process.send_signal(number)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it; SIGINT means to both servers: now, whoever is connected."""
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def postgres(durable: bool = False) -> Iterator[Server]:
    """A PostgreSQL in a folder of its own, which is thrown away. `durable`: it survives a power cut, as a real one."""
    programs = postgres_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    port = free_port()
    # PostgreSQL refuses to run as root, so root hands it to the user that its package made.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="wargame-postgres-", ignore_cleanup_errors=True) as folder:
        if user:
            owner = pwd.getpwnam(user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_user: dict[str, Any] = {"cwd": folder, "user": user, "group": user, "extra_groups": [] if user else None}
        data = f"{folder}/data"
        create = f"{programs}/initdb -D {data} -U wargame -A trust -E UTF8 --locale=C --no-sync".split()
        subprocess.run(create, check=True, stdout=subprocess.DEVNULL, **as_user)
        settings = {
            "port": port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": folder,
            "fsync": "on" if durable else "off",
            "full_page_writes": "on" if durable else "off",
            "max_connections": 200,
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        url = f"postgresql://wargame@127.0.0.1:{port}/postgres"
        server = Server(url, [f"{programs}/postgres", "-D", data, *options], _postgres_answers, **as_user)
        with running(server):
            yield server


@contextmanager
def redis_server() -> Iterator[Server]:
    """A Redis with nothing kept on disk."""
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = Server(f"redis://127.0.0.1:{port}/0", command, _redis_answers, cwd=tempfile.gettempdir())
    with running(server):
        yield server


@contextmanager
def running(server: Server) -> Iterator[None]:
    try:
        server.start()
        yield
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _postgres_answers(url: str) -> None:
    psycopg.connect(url, connect_timeout=2).close()


def _redis_answers(url: str) -> None:
    redis.Redis.from_url(url).ping()


def missing_packages() -> list[str]:
    return [package for package, is_there in PACKAGES.items() if not is_there()]


def install(packages: list[str]) -> bool:
    """Install Debian packages if we may: as root, and told to by CI or by YES=1. Say how otherwise."""
    command = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    allowed = os.environ.get("CI") == "true" or os.environ.get("YES") == "1"
    if os.geteuid() != 0 or not allowed or not shutil.which("apt-get"):
        print(f"Some tests need {', '.join(packages)}. This installs them:\n\n    {command}\n", file=sys.stderr)
        print("(as root, `YES=1 make test` does it for you; `make test PARTIAL=1` goes without)", file=sys.stderr)
        return False
    print(f"Installing {', '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["sh", "-c", command], env=environment, stdin=subprocess.DEVNULL)
    return done.returncode == 0
