"""`manage.py serve`: the full topology natively: web processes behind one port, workers and beat, kept running.

The port's socket is opened here and inherited by every web process: whichever is free takes the next connection, and
while one is started again, the others, or the socket's queue, take its share.
"""

import os
import signal
from argparse import ArgumentParser
from collections.abc import Mapping
from threading import Event
from time import monotonic
from typing import Any
from urllib.request import urlopen

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from wargame import topology
from wargame.exercises.opening import open_record
from wargame.live.management.commands.play import EVERYWHERE, LOOPBACK, addresses, announcement, listen
from wargame.topology import Process

SECONDS_TO_ANSWER = 60.0
LOOK_EVERY = 0.2


class Command(BaseCommand):
    help = "Run the full topology on this machine, on the PostgreSQL and Redis that DATABASE_URL and REDIS_URL name."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="default: 8000; 0 takes a free one")
        parser.add_argument("--lan", action="store_true", help="listen on the network too, in plain HTTP")
        parser.add_argument("--web", type=int, default=2, help="web processes; default: 2")

    def handle(self, *args: Any, port: int, lan: bool, web: int, **options: Any) -> None:
        _check_urls()
        stop = Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        with listen(EVERYWHERE if lan else LOOPBACK, port) as door:
            door.listen(2048)
            port = door.getsockname()[1]
            hosts = addresses() if lan else []
            open_record()
            environment = _environment(hosts, port)
            processes = [
                topology.web(f"web {n}", environment, "--fd", str(door.fileno()), pass_fds=[door.fileno()])
                for n in range(1, web + 1)
            ]
            processes += [topology.worker(name, environment) for name in topology.PROCESSES]
            try:
                _start(processes, port, stop)
                if not stop.is_set():
                    self.stdout.write(announcement(port, hosts, self.style.SUCCESS))
                    self.stdout.flush()
                    connection.close()
                _keep(processes, stop)
            finally:
                topology.end(processes)


def _check_urls() -> None:
    if not (settings.DATABASE_URL and settings.REDIS_URL):
        raise CommandError(
            "Set DATABASE_URL (postgresql://user:password@host/name), REDIS_URL (redis://host:6379/0) and "
            "WARGAME_SECRET_KEY (a long random text); without a PostgreSQL and a Redis, `make play` needs none of it."
        )


def _environment(hosts: list[str], port: int) -> Mapping[str, str]:
    more = {"WARGAME_HOSTS": ",".join([*settings.ALLOWED_HOSTS, *hosts])}
    if hosts and not settings.PUBLIC_ORIGIN:
        more["WARGAME_ORIGIN"] = f"http://{hosts[0]}:{port}"  # for links and codes to scan
    return {**os.environ, **more}


def _start(processes: list[Process], port: int, stop: Event) -> None:
    for process in processes:
        process.start()
    until = monotonic() + SECONDS_TO_ANSWER
    while not stop.is_set() and not _answers(port):
        if monotonic() > until or not any(process.running for process in processes):
            raise CommandError("The web processes do not answer; what they said stands above.")
        stop.wait(LOOK_EVERY)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://{LOOPBACK}:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _keep(processes: list[Process], stop: Event) -> None:
    while not stop.wait(LOOK_EVERY):
        for process in processes:
            process.keep()
