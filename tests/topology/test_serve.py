"""`make serve` as an operator meets it: one port, processes that are kept running, and a clean end."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.topology.people import Desk
from tests.topology.processes import MANAGE, Topology, manage, ready, until, whole
from wargame.topology import PROCESSES


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[tuple["subprocess.Popen[str]", str, str]]:
    """The process, its address and the facilitator's token."""
    command = [sys.executable, MANAGE, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = ""
            while "/enter#" not in said and (line := process.stdout.readline()):
                said += line
            link = re.search(r"http://([\d.:]+)/enter#(\S+)", said)
            assert link, said
            yield process, link[1], link[2]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def children(process: "subprocess.Popen[str]") -> dict[int, str]:
    """What it has started, by process id."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            words = (folder / "cmdline").read_bytes().decode().split("\0")
        except OSError:
            continue  # it has just ended
        if parent == process.pid:
            found[int(folder.name)] = " ".join(words)
    return found


def test_one_port_for_all_of_it(grounds: Topology) -> None:
    with serving(grounds.environment) as (process, address, token):
        until(lambda: whole(address), "everything answers")
        desk = Desk(address, token)
        assert b'data-page="home"' in desk.get("/") and b"<svg" in desk.get("/static/icon.svg")
        started = children(process)
        webs = [pid for pid, command in started.items() if "manage.py web" in command]
        assert len(webs) == 2 and len(started) == 2 + len(PROCESSES)
        os.kill(webs[0], signal.SIGKILL)
        until(
            lambda: webs[0] not in children(process) and len(children(process)) == len(started), "it is started again"
        )
        assert ready(address)["ready"]
    assert process.returncode == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)


def test_without_a_database_it_says_what_to_set(grounds: Topology) -> None:
    environment = {k: v for k, v in grounds.environment.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    refused = manage(environment, "serve")
    said, _ = refused.communicate(timeout=30)
    assert refused.returncode == 1 and said.startswith("CommandError: Set DATABASE_URL") and len(said.splitlines()) == 1
