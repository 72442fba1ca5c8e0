"""The REST door: a facilitator sets up, opens, fills and starts an exercise; others are kept out."""

import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from tests.api.conftest import SETUP, signed_in
from wargame.api import urls
from wargame.exercises import codes, jobs, queries, seats, services

pytestmark = pytest.mark.django_db(transaction=True)

ANY_PART = r"\(\?P[^)]*\)|<[^>]*>"
"""Of a path: what Django fills in."""


@pytest.fixture
def lobby(anna: APIClient) -> dict[str, Any]:
    answer = anna.post("/api/exercises", SETUP)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_the_lobby_says_how_to_join_and_what_is_missing(anna: APIClient, lobby: dict[str, Any]) -> None:
    found = anna.get(f"/api/exercises/{lobby['id']}").json()
    assert found["status"] == "lobby"
    assert found["join"]["link"].endswith(f"/join/{found['join']['code']}")
    assert found["join"]["qr"].startswith("data:image/svg+xml")
    assert len({found["join"]["qr"], *(team["qr"] for team in found["teams"])}) == 1 + len(found["teams"])
    assert [team["name"] for team in found["teams"]] == ["Hollin", "Merrow"]
    assert {seat["state"] for team in found["teams"] for seat in team["seats"]} == {"free"}
    assert any(not line["done"] and line["remedy"] for line in found["missing"])


def test_new_codes_end_the_old_ones(anna: APIClient, lobby: dict[str, Any]) -> None:
    found = anna.post(f"/api/exercises/{lobby['id']}/codes").json()
    old, new = ({one["join"]["code"], *(team["code"] for team in one["teams"])} for one in (lobby, found))
    assert len(old) == len(new) == 3
    assert not old & new


def test_a_seat_is_confirmed_and_freed(anna: APIClient, lobby: dict[str, Any]) -> None:
    key = lobby["teams"][0]["seats"][0]["key"]
    seats.take_seat(lobby["join"]["code"], key, "Ines", consent=True)
    path = f"/api/exercises/{lobby['id']}/seats/{key}"
    states = [anna.post(f"{path}/{change}").json()["teams"][0]["seats"][0]["state"] for change in ("confirm", "free")]
    assert states == ["confirmed", "free"]


def test_bots_take_the_free_seats_and_give_them_back(anna: APIClient, lobby: dict[str, Any]) -> None:
    key = lobby["teams"][0]["seats"][0]["key"]
    seats.take_seat(lobby["join"]["code"], key, "Ines", consent=True)
    path = f"/api/exercises/{lobby['id']}"

    def states(found: dict[str, Any]) -> list[str]:
        return [seat["state"] for team in found["teams"] for seat in team["seats"]]

    assert states(anna.post(f"{path}/bots").json()) == ["taken", *["bot"] * 5]
    last = lobby["teams"][-1]["seats"][-1]["key"]
    assert states(anna.post(f"{path}/seats/{last}/free").json()) == ["taken", *["bot"] * 4, "free"]
    assert states(anna.post(f"{path}/seats/{last}/bot").json())[-1] == "bot"
    changed = anna.post(f"{path}/seats/{last}/bot", {"policy": "opportunist"}).json()
    assert changed["teams"][-1]["seats"][-1]["policy"] == "opportunist"
    assert {seat["policy"] for seat in changed["teams"][0]["seats"] if seat["state"] == "bot"} == {"cautious"}
    assert anna.post(f"{path}/seats/{last}/bot", {"policy": "mean"}).status_code == 400


def test_startex_happens_once(anna: APIClient, lobby: dict[str, Any]) -> None:
    path = f"/api/exercises/{lobby['id']}/start"
    assert anna.post(path).json()["status"] == "running"
    again = anna.post(path)
    assert (again.status_code, again.json()["code"]) == (409, "already_started")
    assert anna.delete(f"/api/exercises/{lobby['id']}").status_code == 409


def test_a_lobby_can_be_deleted(anna: APIClient, lobby: dict[str, Any]) -> None:
    path = f"/api/exercises/{lobby['id']}"
    assert anna.delete(path).status_code == 204
    assert anna.get(path).json()["code"] == "no_such_exercise"


def test_the_list_tells_where_each_exercise_stands(anna: APIClient, lobby: dict[str, Any]) -> None:
    anna.post(f"/api/exercises/{lobby['id']}/start")
    (line,) = anna.get("/api/exercises").json()
    assert (line["title"], line["status"], line["turn"], line["phase"]) == ("Group A", "running", 1, "briefing")
    assert (line["seats"], line["seats_taken"]) == (6, 0)


def test_a_second_facilitators_link_works_once(anna: APIClient, lobby: dict[str, Any]) -> None:
    path = f"/api/exercises/{lobby['id']}/links"
    token = anna.post(path, {"name": "Ben Berg"}).json()["link"].split("#")[1]
    user = codes.use_link(token)
    assert (user.get_username(), user.is_staff, user.is_superuser) == ("Ben Berg", True, False)
    assert anna.post(path, {"name": "<b>"}).json()["code"] == "bad_name"
    assert anna.post(path).status_code == 400
    with pytest.raises(Exception, match="has been used"):
        codes.use_link(token)


def test_a_report_is_asked_for_watched_and_downloaded(
    anna: APIClient, lobby: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "start", lambda *ids: None)  # the test is the worker
    path = f"/api/exercises/{lobby['id']}/reports"
    assert anna.post(path, {"format": "pdf", "profile": "public"}).json()["code"] == "not_running"
    services.start_exercise(lobby["id"])
    made = anna.post(path, {"format": "pdf", "profile": "public"}).json()
    assert (made["state"], made["link"]) == ("waiting", "")
    assert anna.get(f"/api/reports/{made['id']}/download").status_code == 404
    services.report_done(made["id"], b"%PDF-1.7 made")
    (done,) = anna.get(path).json()
    file = anna.get(done["link"])
    assert file.content == b"%PDF-1.7 made"
    assert file["Content-Disposition"] == 'attachment; filename="after-action-report-public.pdf"'
    assert file["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"scenario": "nowhere"}, 404, "unknown_scenario"),
        ({"scenario": "../../etc"}, 404, "unknown_scenario"),
        ({"rule_card": "none"}, 409, "unknown_setup"),
        ({"mode": "dice"}, 400, "bad_request"),
        ({"title": "x" * 500}, 400, "bad_request"),
        ({"title": ["a"]}, 400, "bad_request"),
        ({"seconds": {"planning": -1}}, 400, "bad_request"),
        ({"seconds": {"lunch": 60}}, 409, "unknown_setup"),
        ({"seconds": "long"}, 400, "bad_request"),
        ({"practice": "perhaps"}, 400, "bad_request"),
    ],
)
def test_a_bad_setup_is_refused_and_opens_nothing(
    anna: APIClient, change: dict[str, Any], status: int, code: str
) -> None:
    answer = anna.post("/api/exercises", {**SETUP, **change})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["text"]
    assert not queries.exercises()


@pytest.mark.parametrize("body", [b"[1]", b"{", b"\xff", b'"text"', b"null", b"9" * 20])
def test_a_body_of_the_wrong_shape_is_refused(anna: APIClient, body: bytes) -> None:
    answer = anna.post("/api/exercises", body, content_type="application/json")
    assert answer.status_code == 400
    assert set(answer.json()) == {"code", "text"}


def test_a_huge_body_is_refused(anna: APIClient) -> None:
    answer = anna.post("/api/exercises", b'{"title": "' + b"x" * 2_000_000 + b'"}', content_type="application/json")
    assert answer.status_code in (400, 413)
    assert not queries.exercises()


PATHS = [
    ("get", "/api/scenarios"),
    ("get", "/api/scenarios/first_steps"),
    ("get", "/api/exercises"),
    ("post", "/api/exercises"),
    ("get", "/api/exercises/{id}"),
    ("delete", "/api/exercises/{id}"),
    ("post", "/api/exercises/{id}/start"),
    ("post", "/api/exercises/{id}/seats/hollin.chair/free"),
    ("post", "/api/exercises/{id}/seats/hollin.chair/bot"),
    ("delete", "/api/exercises/{id}/observers/observer.1"),
    ("post", "/api/exercises/{id}/bots"),
    ("post", "/api/exercises/{id}/codes"),
    ("post", "/api/exercises/{id}/links"),
    ("post", "/api/exercises/{id}/close"),
    ("post", "/api/exercises/{id}/pause"),
    ("post", "/api/exercises/{id}/resume"),
    ("post", "/api/exercises/{id}/end"),
    ("get", "/api/exercises/{id}/state"),
    ("get", "/api/exercises/{id}/state/members"),
    ("get", "/api/exercises/{id}/state/variables"),
    ("get", "/api/exercises/{id}/state/pledges"),
    ("get", "/api/exercises/{id}/state/backstop"),
    ("get", "/api/exercises/{id}/state/red_lines"),
    ("get", "/api/exercises/{id}/rulings"),
    ("get", "/api/exercises/{id}/texts/0123456789abcdef"),
    ("get", "/api/exercises/{id}/log"),
    ("get", "/api/exercises/{id}/reports"),
    ("post", "/api/exercises/{id}/reports"),
    ("get", "/api/reports/0123456789abcdef"),
    ("get", "/api/reports/0123456789abcdef/download"),
    ("get", "/api/simulations"),
    ("post", "/api/simulations"),
    ("get", "/api/simulations/0123456789abcdef"),
    ("post", "/api/simulations/0123456789abcdef/cancel"),
    ("get", "/api/simulations/0123456789abcdef/download"),
    ("get", "/api/schema"),
]


def test_no_path_is_forgotten() -> None:
    """The two lists of this door agree: its paths, and those that are tried below."""
    tried = {re.sub(r"\{id\}|[0-9a-f]{16}|hollin\.chair|free|first_steps|observer\.1", "*", path) for _, path in PATHS}
    routes = {f"/api/{re.sub(ANY_PART, '*', str(one.pattern)).strip('^$')}" for one in urls.urlpatterns}
    assert tried == routes


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_only_staff_come_in(lobby: dict[str, Any], method: str, path: str) -> None:
    """Neither a stranger nor somebody with an account who is not of the staff."""
    for client, status in ((APIClient(), 401), (signed_in("charlie"), 403)):
        answer = getattr(client, method)(path.format(id=lobby["id"]))
        assert answer.status_code == status
        assert set(answer.json()) == {"code", "text"}


def test_a_session_alone_cannot_write(lobby: dict[str, Any]) -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(User.objects.get(username="anna"))
    assert client.post(f"/api/exercises/{lobby['id']}/start").status_code == 403


def test_what_does_not_exist_is_said_in_the_same_shape(anna: APIClient) -> None:
    for path in (
        "/api/exercises/0123456789abcdef",
        "/api/reports/0123456789abcdef",
        "/api/exercises/%00",
        "/api/exercises?a=%00",
    ):
        answer = anna.get(path)
        assert answer.status_code == 404
        assert set(answer.json()) == {"code", "text"}


def test_a_scenario_is_read_chapter_by_chapter(anna: APIClient) -> None:
    book = anna.get("/api/scenarios/first_steps").json()
    assert book["scenario"]["title"] == "First steps on the Arn"
    chapters = {chapter["id"]: chapter for chapter in book["chapters"]}
    assert "order-patch_gate" in [entry["id"] for entry in chapters["orders"]["entries"]]
    assert anna.get("/api/scenarios/nothing").status_code == 404


def test_another_pack_of_the_same_name_and_version_is_told(
    anna: APIClient, lobby: dict[str, Any], settings: Any, tmp_path: Path
) -> None:
    """Two packs that call themselves alike: the one that was played, and the one that lies in the folder now."""
    assert not anna.get("/api/scenarios/first_steps").json()["scenario"]["rewritten"]
    copytree(settings.SCENARIOS / "first_steps", tmp_path / "first_steps")
    brief = tmp_path / "first_steps" / "briefs" / "situation.md"
    brief.write_text(brief.read_text() + "\nThe river has risen since.\n")
    settings.SCENARIOS = tmp_path
    told = {one["id"]: one["rewritten"] for one in anna.get("/api/scenarios").json()}
    assert told == {"first_steps": True}
    before = anna.get(f"/api/exercises/{lobby['id']}").json()
    assert before["status"] == "lobby", "what was opened keeps the pack that it was opened with"


def test_observers_have_their_own_invitation(anna: APIClient, lobby: dict[str, Any]) -> None:
    code = lobby["observers"]["join"]["code"]
    assert code not in (lobby["join"]["code"], *(team["code"] for team in lobby["teams"]))
    seats.take_seat(code, "", "Olga", consent=True)
    path = f"/api/exercises/{lobby['id']}"
    here = [{"key": "observer.1", "title": "Observer 1", "name": "Olga"}]
    assert anna.get(path).json()["observers"]["here"] == here
    assert anna.delete(f"{path}/observers/observer.1").json()["observers"]["here"] == []
    assert anna.delete(f"{path}/observers/observer.1").json()["code"] == "unknown_seat"


def test_a_parameter_of_the_log_that_is_none_is_refused(anna: APIClient, lobby: dict[str, Any]) -> None:
    answer = anna.get(f"/api/exercises/{lobby['id']}/log?after=abc")
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert answer.json()["text"].startswith("after: There is no such parameter")


def test_treatments_are_offered_chosen_and_shown_in_the_lobby(anna: APIClient) -> None:
    offered = {one["id"]: one for one in anna.get("/api/scenarios").json()}["reassurance_force"]
    arms = {one["id"]: [arm["id"] for arm in one["arms"]] for one in offered["treatments"]}
    assert arms["threshold"] == ["low", "high"]
    first = {key: offered[f"{key}s"][0]["id"] for key in ("clock", "start_card", "rule_card", "team_set")}
    setup = SETUP | first | {"scenario": "reassurance_force", "treatments": {"threshold": "high"}}
    rows = anna.post("/api/exercises", setup, format="json").json()["setup"]
    assert ["How sure before accusing", "From 0.80"] in rows
    assert "Who breaks truces" not in [label for label, _ in rows]  # as usual
    answer = anna.post("/api/exercises", setup | {"treatments": {"threshold": "iron"}}, format="json")
    assert answer.status_code == 409
    assert "choose one of low, high" in answer.json()["text"]
