"""Simulations at the REST door: what a facilitator asks for and gets, and that no exercise's secret is in it."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from tests.api.conftest import SETUP, signed_in
from wargame.bots import tasks
from wargame.exercises import jobs, seats
from wargame.exercises.models import Exercise, Simulation

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = {name: SETUP[name] for name in ("scenario", "clock", "start_card", "rule_card", "team_set")} | {
    "plays": "noise",
    "runs": 2,
    "seed": 7,
}


@pytest.fixture(autouse=True)
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests are the workers."""
    monkeypatch.setattr(jobs, "start", lambda *_: None)


def asked(client: APIClient, **other: Any) -> dict[str, Any]:
    answer = client.post("/api/simulations", ASKED | other)
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_a_simulation_is_asked_for_watched_and_read(anna: APIClient) -> None:
    made = asked(anna)
    assert (made["state"], made["games"], made["runs"], made["link"]) == ("waiting", 0, 2, "")
    path = f"/api/simulations/{made['id']}"
    assert anna.get(f"{path}/download").status_code == 404
    tasks.play_games()
    found = anna.get(path).json()
    assert (found["state"], found["games"]) == ("done", 2)
    told = found["told"]
    assert [score["team"] for score in told["scores"]] == ["Hollin", "Merrow"]
    assert told["scores"][0]["spread"]["games"] == 2
    assert all(one["title"] and 0 <= one["share"] <= 1 for one in told["orders"] + told["injects"])
    file = anna.get(found["link"])
    assert file.content.decode() == Simulation.objects.get().told
    assert file["Content-Disposition"] == 'attachment; filename="first_steps-noise-2-7.json"'
    assert [one["id"] for one in anna.get("/api/simulations?scenario=first_steps").json()] == [made["id"]]
    assert anna.get("/api/simulations?scenario=other").json() == []


def test_a_simulation_is_cancelled(anna: APIClient) -> None:
    path = f"/api/simulations/{asked(anna)['id']}"
    assert [anna.post(f"{path}/cancel").json()["state"] for _ in range(2)] == ["cancelled"] * 2
    asked(anna)


def test_one_at_a_time_for_each_person(anna: APIClient) -> None:
    asked(anna)
    answer = anna.post("/api/simulations", ASKED)
    assert (answer.status_code, answer.json()["code"]) == (409, "simulation_running")
    assert "cancel it" in answer.json()["text"]
    asked(signed_in("ben", is_staff=True))


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"scenario": "nowhere"}, 404, "unknown_scenario"),
        ({"scenario": "../../etc"}, 404, "unknown_scenario"),
        ({"start_card": "winter"}, 409, "unknown_setup"),
        ({"plays": "aide"}, 409, "unknown_plan"),
        ({"runs": 100_000}, 409, "bad_value"),
        ({"runs": 0}, 400, "bad_request"),
        ({"runs": "many"}, 400, "bad_request"),
        ({"seed": 10**12}, 400, "bad_request"),
        ({"seed": None}, 400, "bad_request"),
    ],
)
def test_what_cannot_be_played_is_one_sentence(anna: APIClient, change: dict[str, Any], status: int, code: str) -> None:
    answer = anna.post("/api/simulations", ASKED | change)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["text"]
    assert not Simulation.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_unknown_simulation(anna: APIClient, method: str) -> None:
    path = "/api/simulations/0123456789abcdef" + ("/cancel" if method == "post" else "")
    answer = getattr(anna, method)(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_simulation")


@pytest.fixture
def running(anna: APIClient) -> dict[str, Any]:
    """An exercise of the same pack, with somebody in a seat and an observer."""
    lobby: dict[str, Any] = anna.post("/api/exercises", SETUP).json()
    lobby["cookies"] = [
        seats.take_seat(lobby["join"]["code"], "hollin.chair", "Ines", consent=True).token,
        seats.take_seat(lobby["observers"]["join"]["code"], "", "Olga", consent=True).token,
    ]
    anna.post(f"/api/exercises/{lobby['id']}/start")
    return lobby


def test_who_plays_or_watches_learns_nothing(anna: APIClient, running: dict[str, Any]) -> None:
    """A seat's cookie, or an account that is no staff's, opens nothing, and cannot even tell what is there."""
    made = asked(anna)
    guests = [APIClient() for _ in range(3)]
    for guest, token in zip(guests, running["cookies"], strict=False):
        guest.cookies["seat"] = token
    for guest in (*guests, signed_in("pia")):
        said = {}
        for id in (made["id"], "0" * 16):
            paths = [f"/api/simulations/{id}", f"/api/simulations/{id}/download", "/api/simulations"]
            answers = [guest.get(path) for path in paths]
            answers += [guest.post(f"/api/simulations/{id}/cancel"), guest.post("/api/simulations", ASKED)]
            assert {answer.status_code for answer in answers} <= {401, 403}
            said[id] = [answer.content for answer in answers]
        assert said[made["id"]] == said["0" * 16]
    assert [row.state for row in Simulation.objects.all()] == ["waiting"]


def test_no_exercise_is_in_it(anna: APIClient, running: dict[str, Any]) -> None:
    made = asked(anna)
    tasks.play_games()
    paths = (f"/api/simulations/{made['id']}", f"/api/simulations/{made['id']}/download", "/api/simulations")
    said = "".join(anna.get(path).content.decode() for path in paths)
    row = Exercise.objects.get(id=running["id"])
    for secret in (row.id, row.wall_id, row.seed, row.nonce, row.head_hash, row.title, "Ines", "Olga"):
        assert secret and secret not in said
