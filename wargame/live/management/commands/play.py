"""`manage.py play`: the whole wargame in one process on this machine, for this machine or for the room."""

import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wargame.exercises import codes
from wargame.exercises.opening import in_words, open_record

FACILITATOR = "facilitator"
"""The account that the link signs in. It has no password."""
LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"


class Announced(uvicorn.Server):
    """Says where it is once it answers, and not before."""

    def __init__(self, config: uvicorn.Config, announcement: str) -> None:
        super().__init__(config)
        self.announcement = announcement

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self.announcement, flush=True)


class Command(BaseCommand):
    help = "Open the wargame on this machine. --lan opens it to phones in the room."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="default: 8000; 0 takes a free one")
        parser.add_argument("--lan", action="store_true", help="listen on the network too, in plain HTTP")

    def handle(self, *args: Any, port: int, lan: bool, **options: Any) -> None:
        door = listen(EVERYWHERE if lan else LOOPBACK, port)
        hosts = addresses() if lan else []
        settings.ALLOWED_HOSTS += hosts
        if hosts:
            settings.PUBLIC_ORIGIN = f"http://{hosts[0]}:{door.getsockname()[1]}"  # for links and codes to scan
        open_record()
        with in_words():
            said = announcement(door.getsockname()[1], hosts, self.style.SUCCESS)
        with suppress(KeyboardInterrupt):  # uvicorn has closed everything by then
            Announced(server_config(), said).run(sockets=[door])


def server_config() -> uvicorn.Config:
    """Quiet, because its lines would name seats' links; frames uncompressed, because patches do more for less."""
    return uvicorn.Config(
        "wargame.asgi:application",
        lifespan="on",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=2 * 1024 * 1024,  # a frame far too large is answered; only beyond this is the line cut
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket on this port. Raises CommandError if it is taken."""
    door = socket.socket()
    if sys.platform != "win32":
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OverflowError:
        raise CommandError(f"Port {port}: choose one from 1024 to 65535, as in: make play PORT=8001") from None
    except OSError as error:
        other = port + 1 if 1024 <= port < 65535 else 8001
        raise CommandError(f"Port {port}: {error.strerror}. Try another: make play PORT={other}") from None
    return door


def addresses() -> list[str]:
    """This machine's addresses in the network, the one that leads out first. Nothing is sent."""
    found = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: it picks the way out
            found[probe.getsockname()[0]] = True
        except OSError:
            pass  # no network at all
    for *_, address in known_addresses():
        found[str(address[0])] = True
    return [address for address in found if not address.startswith("127.")]


def known_addresses() -> list[Any]:
    try:
        return socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []


def facilitator_token() -> str:
    """The token of a link for the facilitator's account."""
    user, new = get_user_model().objects.get_or_create(
        username=FACILITATOR, defaults={"is_staff": True, "first_name": "Facilitator"}
    )
    if new:
        user.set_unusable_password()
        user.save()
    return codes.new_link(user)


def announcement(port: int, hosts: list[str], highlight: Any) -> str:
    """What the terminal shows."""
    here = f"http://{LOOPBACK}:{port}"
    outside = [f"http://{host}:{port}" for host in hosts] or [here]
    lines = ["", highlight("The wargame is open.") + "  Ctrl-C closes it; nothing is lost.", ""]
    if not Path(settings.FRONTEND_MANIFEST).exists():
        lines += ["  The front end is not built: run `make setup`.", ""]
    if hosts:
        lines += ["  Everybody in this network can reach it, in plain HTTP: play only in a network that you trust.", ""]
    lines += [f"  Players join at  {base}/join" for base in outside]
    lines += [f"  You enter at     {here}/enter#{facilitator_token()}   (once, within ten minutes)", ""]
    return "\n".join(lines)
