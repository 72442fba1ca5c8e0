"""The processes of the full topology, as docker-compose.yml starts them, and what keeps them running natively."""

import logging
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent
WORKER = "celery -A wargame --quiet worker --without-gossip --without-mingle --loglevel warning"

PROCESSES: Mapping[str, str] = {
    # A turn waits for adjudication, so it shares its worker with nothing.
    "worker": f"{WORKER} --queues adjudication --hostname adjudication@%h --concurrency 2",
    "bots": f"{WORKER} --queues bots --hostname bots@%h --concurrency 1",
    "reports": f"{WORKER} --queues reports --hostname reports@%h --concurrency 1 --max-tasks-per-child 50",
    # Many games without people: it stands back whenever somebody else wants the processor.
    "batch": f"{WORKER} --queues batch --hostname batch@%h --concurrency 2",
    # It asks again for whatever a lost worker left undone. It remembers nothing, and a second one does no harm.
    "beat": "celery -A wargame --quiet beat --scheduler celery.beat:Scheduler --pidfile= --loglevel warning",
}
"""Beside the web processes; by docker-compose's name."""

NICENESS = {"batch": 15}
"""How far a process stands back when others want the processor, if it does."""

PATIENCE = 12.0
"""Seconds that a process has to end by itself; a web process gives its sockets three."""
AT_MOST_EVERY = 1.0
"""Seconds between two starts of one process."""


@dataclass
class Process:
    """One program in a process group of its own, so that a signal reaches its children and nobody else."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    pass_fds: Sequence[int] = ()
    niceness: int = 0
    _running: "subprocess.Popen[bytes] | None" = None
    _started: float = 0.0

    def start(self) -> None:
        self._started = monotonic()
        self._running = subprocess.Popen(
            [sys.executable, *self.command],
            cwd=ROOT,
            env={**self.environment, "PGAPPNAME": self.database_name},
            pass_fds=self.pass_fds,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        if self.niceness > os.getpriority(os.PRIO_PROCESS, 0):
            os.setpriority(os.PRIO_PROCESS, self._running.pid, self.niceness)  # its children will have it too

    @property
    def database_name(self) -> str:
        """Who it is to PostgreSQL, in pg_stat_activity."""
        return f"wargame {self.name}"

    @property
    def pid(self) -> int:
        """Also its group's. Raises LookupError if it was never started."""
        if self._running is None:
            raise LookupError(self.name)
        return self._running.pid

    @property
    def running(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def keep(self) -> None:
        """Start it again if it has died."""
        if not self.running and monotonic() - self._started > AT_MOST_EVERY:
            self._signal(signal.SIGKILL)  # children that outlived it
            log.warning("%s ended and is started again", self.name)
            self.start()

    def kill(self) -> None:
        """As if the power went."""
        self._signal(signal.SIGKILL)
        if self._running is not None:
            self._running.wait()

    def terminate(self) -> None:
        """Ask it to end; a worker asks its own children."""
        if self._running is not None and self.running:
            self._running.terminate()

    def wait(self, until: float) -> None:
        """Wait for its end, and make an end of it at `until` (monotonic)."""
        if self._running is None:
            return
        try:
            self._running.wait(max(0.0, until - monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("%s did not end and is killed", self.name)
        self.kill()

    def _signal(self, number: signal.Signals) -> None:
        if self._running is not None:
            with suppress(ProcessLookupError):  # all of it has ended
                os.killpg(self._running.pid, number)


def worker(name: str, environment: Mapping[str, str]) -> Process:
    """One of `PROCESSES`."""
    return Process(name, ["-m", *shlex.split(PROCESSES[name])], environment, niceness=NICENESS.get(name, 0))


def web(name: str, environment: Mapping[str, str], *options: str, pass_fds: Sequence[int] = ()) -> Process:
    """A web process; for `options` see `manage.py web --help`."""
    return Process(name, [str(ROOT / "manage.py"), "web", *options], environment, pass_fds)


def end(processes: Iterable[Process]) -> None:
    """End them all, by process id, side by side."""
    ending = list(processes)
    until = monotonic() + PATIENCE
    for process in ending:
        process.terminate()
    for process in ending:
        process.wait(until)
