"""How players get in: a code shows the seats, a name and consent take one, a cookie keeps it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wargame.engine.scenario import Team
from wargame.exercises import seats, worlds
from wargame.exercises.seats import Sitting
from wargame.live import pages
from wargame.live.replies import Body, body, guarded
from wargame.live.seat_auth import COOKIE, seat_path

COOKIE_SECONDS = 7 * 24 * 3600


class TakeSeat(Body):
    seat: str = ""
    """The scenario's seat id; with the observers' code none."""
    name: str
    consent: bool


@require_safe
@never_cache
@guarded("code")
def seats_of_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the code opens: the exercise, its content note, and which seats are free. No names."""
    opened = seats.joinable(code)
    exercise, world = opened.exercise, worlds.loaded(opened.exercise.id).world
    free = {row.key: row.state == "free" for row in opened.seats}
    return JsonResponse(
        {
            "title": exercise.title,
            "scenario": world.scenario.title,
            "content_note": world.scenario.content_note,
            "status": exercise.status,
            "observers": opened.observers,
            "teams": {
                team.id: _team(team, order, free) for order, team in enumerate(world.teams) if _opens(team, free)
            },
        }
    )


@require_POST
@guarded("code")
def take_seat(request: HttpRequest, code: str) -> HttpResponse:
    """Sit down. Answers with the seat's page, and its cookie."""
    asked = body(request, TakeSeat)
    sitting = seats.take_seat(code, asked.seat, asked.name, asked.consent)
    path = seat_path(sitting.seat.id)
    answer = JsonResponse({"seat": sitting.seat.id, "url": path, "confirmed": sitting.seat.state == "confirmed"})
    answer.status_code = 201
    keep_seat(answer, sitting)
    return answer


def keep_seat(answer: HttpResponse, sitting: Sitting) -> None:
    """Set the seat's cookie, which no script can read and no other seat's page gets."""
    answer.set_cookie(
        COOKIE,
        sitting.token,
        max_age=COOKIE_SECONDS,
        path=seat_path(sitting.seat.id),
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )


def by_code(request: HttpRequest, code: str) -> HttpResponseBase:
    """`/join/<code>`: the page, or the taking of a seat."""
    return take_seat(request, code=code) if request.method == "POST" else pages.join(request, code=code)


def _opens(team: Team, free: dict[str, bool]) -> bool:
    return any(seat.id in free for seat in team.seats)


def _team(team: Team, order: int, free: dict[str, bool]) -> dict[str, Any]:
    return {
        "name": team.name,
        "letters": team.letters,
        "slot": team.slot,
        "order": order,
        "seats": {
            seat.id: {
                "title": seat.title,
                "initials": seat.initials,
                "leads": seat.leads,
                "order": n,
                "free": free[seat.id],
            }
            for n, seat in enumerate(team.seats)
            if seat.id in free
        },
    }
