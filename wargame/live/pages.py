"""The pages: thin shells in which the front end mounts its screen. They hold no state of the exercise."""

from collections.abc import Callable

from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from wargame.engine.observers import observer_title, observes
from wargame.exercises import queries, seats, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.live.assets import assets
from wargame.live.seat_auth import COOKIE

View = Callable[..., HttpResponse]


def shell(request: HttpRequest, page: str, title: str, **data: str) -> HttpResponse:
    """The page whose screen the front end finds by `data-page`, with `data` beside it."""
    named = {name.replace("_", "-"): value for name, value in data.items()}
    return render(request, "live/page.html", {"page": page, "title": title, "data": named, "assets": assets()})


def staff_only(view: View) -> View:
    """Others are sent to sign in."""
    guarded: View = staff_member_required(view, login_url="/login")
    return guarded


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def home(request: HttpRequest) -> HttpResponse:
    return shell(request, "home", "Exercises")


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def new(request: HttpRequest, scenario: str) -> HttpResponse:
    return shell(request, "new", "New exercise", scenario=scenario)


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def book(request: HttpRequest, scenario: str) -> HttpResponse:
    return shell(request, "book", "Scenario", scenario=scenario)


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def simulation(request: HttpRequest, scenario: str) -> HttpResponse:
    return shell(request, "simulation", "Simulation", scenario=scenario)


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def lobby(request: HttpRequest, exercise: str) -> HttpResponse:
    return _of_control(request, "lobby", "Lobby", exercise)


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def control(request: HttpRequest, exercise: str) -> HttpResponse:
    return _of_control(request, "control", "Control", exercise)


@require_safe
@never_cache
@ensure_csrf_cookie
@staff_only
def report(request: HttpRequest, exercise: str) -> HttpResponse:
    return _of_control(request, "report", "Report", exercise)


def _of_control(request: HttpRequest, page: str, title: str, exercise: str) -> HttpResponse:
    try:
        row = queries.exercise(exercise)
    except NoSuchExercise:
        raise Http404 from None
    return shell(
        request,
        page,
        title,
        exercise=exercise,
        socket=f"/e/{exercise}/socket",
        exercise_title=row.title,
        account=str(request.user.pk),
    )


@require_safe
@never_cache
@ensure_csrf_cookie
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    return shell(request, "join", "Join an exercise", code=code)


@require_safe
@never_cache
@ensure_csrf_cookie
def seat(request: HttpRequest, seat: str) -> HttpResponse:
    """A player's or an observer's screen; in the lobby what to wait for. Without the cookie: back to joining."""
    row = seats.seat_of(seat, request.COOKIES.get(COOKIE, ""))
    if row is None:
        return redirect("/join")
    page = "observer" if observes(row.key) else "seat"
    world = worlds.loaded(row.exercise_id).world
    office, team = world.seat(row.key), world.team(row.team)
    title = office.title if office else observer_title(row.key)
    return shell(
        request,
        page,
        title,
        socket=f"/s/{seat}/socket",
        seat=row.key,
        seat_title=title,
        team=row.team,
        team_name=team.name if team else row.team,
        name=row.name,
        exercise_title=row.exercise.title,
    )
