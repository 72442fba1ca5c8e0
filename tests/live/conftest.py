"""A real server in a thread, and exercises of the tiny scenario with people in their seats."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event, Thread

import pytest
import uvicorn
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import Settings

from tests.exercises.acting import open_tiny
from wargame.engine.observers import OBSERVERS
from wargame.exercises import queries, seats, services, worlds
from wargame.exercises.models import Exercise
from wargame.exercises.seats import Sitting
from wargame.live.management.commands.play import server_config

NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF = "north.chief", "north.envoy", "south.chief"
WATCHING = "observer.1"
NAMES = {NORTH_CHIEF: "Ada", NORTH_ENVOY: "Ben", SOUTH_CHIEF: "Cem"}


@dataclass(frozen=True)
class Table:
    """An exercise and how its people get in."""

    id: str
    wall: str
    paths: dict[str, str]
    """Socket path, by seat, `control`, `wall` and an observer's seat."""
    cookies: dict[str, str]


@pytest.fixture
def lobby(transactional_db: None) -> Table:
    """Everybody has a seat, and control has confirmed nobody."""
    return seated(open_tiny())


@pytest.fixture
def table(lobby: Table) -> Table:
    """Just after StartEx, in the first briefing."""
    return started(lobby)


def seated(exercise: Exercise) -> Table:
    code = queries.join_codes(exercise.id)[""].code
    paths = {"control": f"/e/{exercise.id}/socket", "wall": f"/w/{exercise.wall_id}/socket"}
    cookies = {"control": f"sessionid={staff().cookies['sessionid'].value}", "wall": ""}
    for key, name in NAMES.items():
        sit(seats.take_seat(code, key, name, consent=True), paths, cookies)
    sit(seats.take_seat(queries.join_codes(exercise.id)[OBSERVERS].code, "", "Olga", consent=True), paths, cookies)
    return Table(exercise.id, exercise.wall_id, paths, cookies)


def sit(sitting: Sitting, paths: dict[str, str], cookies: dict[str, str]) -> None:
    paths[sitting.seat.key] = f"/s/{sitting.seat.id}/socket"
    cookies[sitting.seat.key] = f"seat={sitting.token}"


def started(table: Table) -> Table:
    assert services.start_exercise(table.id).refused is None
    worlds.catch_up(table.id)
    return table


def staff() -> Client:
    """A browser that is signed in as staff."""
    user, _ = get_user_model().objects.get_or_create(username="facilitator", defaults={"is_staff": True})
    client = Client()
    client.force_login(user)
    return client


class Serving(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@pytest.fixture
def address(transactional_db: None, settings: Settings) -> Iterator[str]:
    """host:port of a server in this process, as `play` runs it but without a worker."""
    settings.EMBEDDED = False
    door = socket.create_server(("127.0.0.1", 0))
    server = Serving(server_config())
    thread = Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    assert server.ready.wait(20)
    yield f"127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
