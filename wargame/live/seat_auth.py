"""Which socket is whose: by the seat's cookie, the staff's session or the wall's link, never by what a frame says."""

from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from typing import Any

from wargame.engine.commands import CONTROL_SEAT
from wargame.exercises import accounts, queries, seats
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.codes import hashed
from wargame.live.guest import WALL, Guest
from wargame.live.outbox import Outbox
from wargame.live.reading import reading

Scope = Any
"""ASGI's, with what the router and the session added."""
Whose = Callable[[Scope, Outbox], Awaitable[Guest | None]]
"""Makes the guest of a socket; none if it may not enter."""

COOKIE = "seat"
"""At the path `/s/<seat id>/`, so that two seats live in two tabs."""


def seat_path(seat_id: str) -> str:
    return f"/s/{seat_id}/"


async def by_seat(scope: Scope, outbox: Outbox) -> Guest | None:
    """A player."""
    token = cookie(scope, COOKIE)
    seat = await reading(seats.seat_of, scope["url_route"]["kwargs"]["seat"], token) if token else None
    return Guest(seat.exercise_id, seat.key, outbox, hashed(token)) if seat else None


async def by_session(scope: Scope, outbox: Outbox) -> Guest | None:
    """Control's people: staff who are signed in."""
    user = scope["user"]
    exercise = scope["url_route"]["kwargs"]["exercise"]
    if not (user.is_active and user.is_staff):
        return None
    return Guest(exercise, CONTROL_SEAT, outbox, account=user.id, name=accounts.name_of(user))


async def by_link(scope: Scope, outbox: Outbox) -> Guest | None:
    """The projector, and whoever else has the wall's link."""
    try:
        exercise = await reading(queries.wall, scope["url_route"]["kwargs"]["wall"])
    except NoSuchExercise:
        return None
    return Guest(exercise.id, WALL, outbox)


def cookie(scope: Scope, name: str) -> str:
    """A cookie's value; "" if there is none."""
    jar: SimpleCookie = SimpleCookie()
    jar.load("; ".join(value.decode("latin1") for header, value in scope["headers"] if header == b"cookie"))
    return jar[name].value if name in jar else ""
