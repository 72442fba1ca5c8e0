"""`manage.py web`: one web process of the full topology. `serve` and docker-compose start several."""

import socket
from argparse import ArgumentParser
from typing import Any

import uvicorn
from django.core.management.base import BaseCommand

from wargame.exercises.opening import check_record
from wargame.live.management.commands.play import LOOPBACK, listen, server_config


class Command(BaseCommand):
    help = "Run one web process. It migrates nothing and starts no worker."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=LOOPBACK, help=f"default: {LOOPBACK}")
        parser.add_argument("--port", type=int, default=8000, help="default: 8000")
        parser.add_argument("--fd", type=int, help="a listening socket inherited from `serve`, instead of these")

    def handle(self, *args: Any, host: str, port: int, fd: int | None, **options: Any) -> None:
        check_record()
        door = listen(host, port) if fd is None else socket.socket(fileno=fd)
        uvicorn.Server(server_config()).run(sockets=[door])
