"""The full topology as real processes on this machine: PostgreSQL, Redis, two web processes, a worker and beat."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import psycopg

from tests import services
from tests.services import Server
from wargame import topology
from wargame.live.management.commands.play import LOOPBACK
from wargame.topology import Process

MANAGE = str(topology.ROOT / "manage.py")
SECONDS = 40.0
"""Longest wait for something that must come to pass."""
BEFORE_IT_DECIDES = "SELECT 1 FROM exercises_exercise WHERE id = '{id}' FOR NO KEY UPDATE"
WHILE_IT_WRITES = "LOCK TABLE exercises_logentry IN SHARE MODE"
"""Locks that an adjudication waits for."""
KEY = "only for these tests, and the same for all processes"


@dataclass
class Topology:
    """What runs, and where the web processes answer (host:port)."""

    database: Server
    bell: Server
    environment: Mapping[str, str]
    addresses: list[str]
    processes: dict[str, Process]
    token: str
    """Signs a facilitator in, once."""

    def sql(self, query: str, *values: object) -> list[Any]:
        with psycopg.connect(self.database.url) as connection:
            return connection.execute(query, values).fetchall()

    def log(self, exercise: str, kind: str = "%") -> list[Any]:
        """(seq, kind, seat, request id) of the exercise's events of a kind."""
        columns = "seq, kind, seat, request_id"
        where = "exercise_id = %s AND kind LIKE %s ORDER BY seq"
        return self.sql(f"SELECT {columns} FROM exercises_logentry WHERE {where}", exercise, kind)

    def signal(self, name: str, number: signal.Signals) -> None:
        """To all of a process's group, its children included."""
        os.killpg(self.processes[name].pid, number)

    def start(self, name: str) -> None:
        """Start a process, or start it again; a web process answers after that."""
        self.processes[name].start()
        if name.startswith("web"):
            address = self.addresses[int(name.split()[1]) - 1]
            until(lambda: ready(address)["ready"], f"{name} answers")

    @contextmanager
    def holding(self, lock: str) -> Iterator[None]:
        """Whoever needs this lock waits."""
        with psycopg.connect(self.database.url) as connection:
            connection.execute(lock)
            yield

    def kill_in_the_middle(self, process: Process) -> None:
        """Of its work: once it waits for a lock that is held."""
        waits = "SELECT 1 FROM pg_stat_activity WHERE application_name = %s AND wait_event_type = 'Lock'"
        until(lambda: self.sql(waits, process.database_name), f"{process.name} is in the middle of it")
        process.kill()

    @contextmanager
    def worker_killed_at(self, lock: str) -> Iterator[None]:
        """The adjudication asked for in here has its worker killed where it needs the lock; nobody restarts it."""
        self.signal("worker", signal.SIGSTOP)  # until the lock is ours
        yield
        with self.holding(lock):
            self.signal("worker", signal.SIGCONT)
            self.kill_in_the_middle(self.processes["worker"])

    def sound(self, exercise: str) -> None:
        """The log is as it was written, and the tables agree with it."""
        commands = (["verify_log", exercise], ["rebuild_state", exercise, "--check"])
        running = [manage(self.environment, *command) for command in commands]
        for process in running:
            said, _ = process.communicate(timeout=60)
            assert process.returncode == 0, said


def until(found: Callable[[], Any], what: str, seconds: float = SECONDS) -> Any:
    """Ask until it is so; for what no socket tells."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if result := found():
                return result
        except (OSError, psycopg.OperationalError):
            pass  # it is just being started, or has just been killed
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.05)


def ready(address: str) -> Any:
    """What /readyz says."""
    try:
        with urlopen(f"http://{address}/readyz", timeout=10) as answer:
            return json.loads(answer.read())
    except HTTPError as error:
        return json.loads(error.read())


def whole(address: str) -> bool:
    """Whether everything that a web process stands on is there."""
    said = ready(address)
    return all(said[part]["ok"] for part in ("record", "bell", "workers"))


@contextmanager
def full(folder: Path, durable: bool = False, host: str = LOOPBACK, also: Sequence[str] = ()) -> Iterator[Topology]:
    """All of it, from nothing to nothing; `durable` as `services.postgres` has it.

    The web processes listen at `host`. `also`: more of `topology.PROCESSES`.
    """
    with ExitStack() as stack:
        database = stack.enter_context(services.postgres(durable))
        bell = stack.enter_context(services.redis_server())
        environment = environment_for(folder, database.url, bell.url, host)
        said, _ = manage(environment, "shell", "-c", PREPARE).communicate(timeout=60)
        ports = [services.free_port() for _ in range(2)]
        processes = {
            f"web {n}": topology.web(f"web {n}", environment, "--host", host, "--port", str(port))
            for n, port in enumerate(ports, 1)
        }
        processes |= {name: topology.worker(name, environment) for name in ("worker", "beat", *also)}
        stack.callback(topology.end, processes.values())
        addresses = [f"{host}:{port}" for port in ports]
        running = Topology(database, bell, environment, addresses, processes, said.split()[-1])
        for process in processes.values():
            process.start()
        until(lambda: all(whole(address) for address in addresses), "everything answers")
        yield running


PREPARE = """
from django.core.management import call_command
from wargame.live.management.commands.play import facilitator_token
call_command("migrate", verbosity=0)
print(facilitator_token())
"""


def environment_for(folder: Path, database: str, bell: str, host: str = LOOPBACK) -> dict[str, str]:
    ours = {
        "DJANGO_SETTINGS_MODULE": "wargame.settings",
        "DATABASE_URL": database,
        "REDIS_URL": bell,
        "WARGAME_SECRET_KEY": KEY,
        "WARGAME_DATA": str(folder),
        "WARGAME_HOSTS": host,
    }
    return {**os.environ, **ours}


def manage(environment: Mapping[str, str], *arguments: str) -> "subprocess.Popen[str]":
    """A command of manage.py, started."""
    command = [sys.executable, MANAGE, *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
