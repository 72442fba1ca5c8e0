"""The doors for people: pages, joining with a code, the facilitator's link, accounts."""

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.exercises.acting import open_tiny
from tests.live.conftest import NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, staff
from wargame.exercises import codes, queries
from wargame.exercises.models import Exercise
from wargame.live.attempts import MOST

pytestmark = pytest.mark.usefixtures("nobody_tried_before")


@pytest.fixture
def exercise(transactional_db: None) -> Exercise:
    return open_tiny()


@pytest.fixture
def code(exercise: Exercise) -> str:
    return queries.join_codes(exercise.id)[""].code


def post(client: Client, path: str, body: object) -> Any:
    return client.post(path, json.dumps(body), content_type="application/json")


def take(client: Client, code: str, **changes: object) -> Any:
    return post(client, f"/join/{code}", {"seat": NORTH_CHIEF, "name": "Ada", "consent": True, **changes})


def test_a_code_shows_the_seats_and_no_names(client: Client, code: str) -> None:
    take(client, code)
    shown = client.get(f"/join/{code.lower()}/seats").json()
    assert shown["title"] == "A test"
    assert shown["teams"]["north"]["seats"][NORTH_CHIEF]["free"] is False
    assert shown["teams"]["south"]["seats"][SOUTH_CHIEF]["free"] is True
    assert "Ada" not in json.dumps(shown)


def test_joining_sets_a_cookie_for_that_seat_alone(client: Client, code: str) -> None:
    answer = take(client, code)
    assert answer.status_code == 201
    cookie = answer.cookies["seat"]
    assert cookie["path"] == answer.json()["url"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    page = client.get(answer.json()["url"])
    assert b'data-page="seat"' in page.content and b'data-seat="north.chief"' in page.content


def test_a_seat_page_without_its_cookie_leads_to_joining(client: Client, code: str) -> None:
    path = take(client, code).json()["url"]
    assert Client().get(path)["Location"] == "/join"


@pytest.mark.parametrize(
    ("changes", "status", "refused"),
    [
        ({"consent": False}, 400, "consent_missing"),
        ({"name": "<b>Ada</b>"}, 400, "bad_name"),
        ({"name": "Control"}, 400, "bad_name"),
        ({"name": "A\u200bda"}, 400, "bad_name"),
        ({"name": "x" * 41}, 400, "bad_name"),
        ({"seat": "north.king"}, 400, "unknown_seat"),
        ({"seat": 5}, 400, "bad_request"),
        ({"team": "south"}, 400, "bad_request"),
    ],
)
def test_nobody_joins_like_that(
    client: Client, code: str, changes: dict[str, object], status: int, refused: str
) -> None:
    answer = take(client, code, **changes)
    assert (answer.status_code, answer.json()["code"]) == (status, refused)
    assert "seat" not in answer.cookies


def test_one_seat_one_person_one_name(client: Client, code: str) -> None:
    take(client, code)
    assert take(client, code, name="Bea").json()["code"] == "seat_taken"
    assert take(client, code, seat=NORTH_ENVOY).json()["code"] == "name_taken"
    assert take(client, code, seat=SOUTH_CHIEF).status_code == 201, "who sits in another team is nobody's to find out"


def test_guessing_codes_is_slow(client: Client, code: str) -> None:
    for _ in range(MOST["code"]):
        assert client.get("/join/AAAAAA/seats").status_code == 404
    assert client.get("/join/AAAAAA/seats").status_code == 429
    assert client.get(f"/join/{code}/seats").status_code == 429


def test_a_body_that_is_none(client: Client, code: str) -> None:
    for body in ("{", "[]", "x" * 10_000):
        answer = client.post(f"/join/{code}", body, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_a_link_works_once(client: Client, transactional_db: None) -> None:
    user = get_user_model().objects.create(username="facilitator", is_staff=True)
    token = codes.new_link(user)
    answer = post(client, "/enter", {"token": token})
    assert answer.status_code == 200 and client.cookies["sessionid"]["httponly"]
    assert client.get("/").status_code == 200
    again = post(Client(), "/enter", {"token": token})
    assert (again.status_code, again.json()["code"]) == (410, "link_used")
    never = post(Client(), "/enter", {"token": "x" * 43})
    assert (never.status_code, never.json()["code"]) == (410, "link_expired")


def test_signing_in(client: Client, transactional_db: None) -> None:
    get_user_model().objects.create_user("fay", password="a long password", is_staff=True)
    wrong = post(client, "/login", {"username": "fay", "password": "wrong"})
    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong_password")
    right = {"username": "fay", "password": "a long password", "next": "//elsewhere.example/"}
    assert post(client, "/login", right).json() == {"to": "/"}
    assert client.get("/").status_code == 200
    post(client, "/logout", {})
    assert client.get("/")["Location"].startswith("/login")


def test_a_player_is_no_staff(client: Client, transactional_db: None) -> None:
    get_user_model().objects.create_user("pat", password="a long password")
    answer = post(client, "/login", {"username": "pat", "password": "a long password"})
    assert answer.json()["code"] == "wrong_password"


@pytest.mark.parametrize("path", ["/", "/new/tiny", "/e/{id}/", "/e/{id}/control"])
def test_staff_only(client: Client, exercise: Exercise, path: str) -> None:
    path = path.format(id=exercise.id)
    assert client.get(path)["Location"] == f"/login?next={path}"
    assert staff().get(path).status_code == 200


def test_the_wall_needs_its_link_alone(client: Client, exercise: Exercise) -> None:
    assert b'data-page="wall"' in client.get(f"/w/{exercise.wall_id}/").content
    assert client.get(f"/w/{exercise.id}/").status_code == 404
    assert staff().get("/e/0000000000000000/").status_code == 404


@pytest.mark.parametrize("path", ["/join/ABCDEF", "/enter", "/login", "/logout"])
def test_a_post_from_elsewhere_is_refused(path: str, transactional_db: None) -> None:
    assert post(Client(enforce_csrf_checks=True), path, {}).status_code == 403


def test_pages_run_no_inline_script(client: Client) -> None:
    page = client.get("/join/ABC%22%3E%3Cscript%3E")
    policy = page["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert page["Referrer-Policy"] == "no-referrer"
    assert b"<script>" not in page.content


def test_an_observer_joins_without_choosing_a_seat(client: Client, exercise: Exercise) -> None:
    code = queries.join_codes(exercise.id)["observer"].code
    assert client.get(f"/join/{code}/seats").json()["observers"] is True
    assert client.get(f"/join/{code}/seats").json()["teams"] == {}
    answer = take(client, code, seat="", name="Olga")
    assert (answer.status_code, answer.json()["confirmed"]) == (201, True)
    page = client.get(answer.json()["url"]).content
    assert b'data-page="observer"' in page and b'data-seat-title="Observer 1"' in page
