"""What every answer says to the browser, and which cookies it sets."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.exercises.acting import open_tiny
from tests.live.conftest import NORTH_CHIEF, seated, staff
from wargame.exercises import codes, queries
from wargame.exercises.models import Exercise

PAGES = [
    "/", "/new/tiny", "/e/{id}/", "/e/{id}/control", "/e/{id}/report", "/w/{wall}/", "/join", "/join/ABCDEF",
    "/join/ABCDEF/seats", "/enter", "/login", "/healthz", "/readyz", "/api/exercises", "/api/exercises/{id}/log",
    "/api/schema", "/admin/", "/admin/exercises/exercise/", "/nowhere", "/static/icon.svg",
]  # fmt: skip


pytestmark = pytest.mark.usefixtures("nobody_tried_before")


@pytest.fixture
def exercise(transactional_db: None) -> Exercise:
    return open_tiny()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("client", [Client(), None], ids=["stranger", "staff"])
def test_every_answer_is_guarded(exercise: Exercise, client: Client | None, path: str) -> None:
    answer = (client or staff()).get(path.format(id=exercise.id, wall=exercise.wall_id))
    policy = answer["Content-Security-Policy"]
    for rule in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy and "*" not in policy
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.status_code >= 300 or path.startswith("/static") or answer["X-Frame-Options"] == "DENY"
    assert "Access-Control-Allow-Origin" not in answer


def test_what_depends_on_who_asks_is_not_kept(exercise: Exercise) -> None:
    for path in ("/", f"/e/{exercise.id}/control", f"/w/{exercise.wall_id}/", "/join", "/login", "/enter"):
        assert "no-store" in staff().get(path)["Cache-Control"]


@pytest.mark.parametrize("https", [False, True])
def test_cookies_are_for_us_alone(exercise: Exercise, settings: Any, https: bool) -> None:
    settings.HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = https
    client = Client()
    code = queries.join_codes(exercise.id)[""].code
    client.get("/join")
    body = json.dumps({"seat": NORTH_CHIEF, "name": "Ada", "consent": True})
    seat = client.post(f"/join/{code}", body, content_type="application/json").cookies["seat"]
    assert seat["path"].startswith("/s/") and len(seat["path"]) == len("/s//") + 16
    token = json.dumps({"token": codes.new_link(User.objects.create_user("fay", is_staff=True))})
    session = client.post("/enter", token, content_type="application/json").cookies["sessionid"]
    csrf = client.cookies["csrftoken"]
    for cookie in (seat, session, csrf):
        assert cookie["samesite"] == "Lax" and bool(cookie["secure"]) is https and not cookie["domain"]
    assert seat["httponly"] and session["httponly"]


def test_seats_live_side_by_side(exercise: Exercise) -> None:
    """A cookie of one seat opens no other."""
    table = seated(exercise)
    paths = {who: path.removesuffix("socket") for who, path in table.paths.items() if path.startswith("/s/")}
    tokens = {who: table.cookies[who].removeprefix("seat=") for who in paths}
    for who, path in paths.items():
        for other, token in tokens.items():
            answer = Client(headers={"cookie": f"seat={token}"}).get(path)
            assert answer.status_code == (200 if other == who else 302)
