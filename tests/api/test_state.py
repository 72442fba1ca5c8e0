"""What scripts read and do: state, rulings, texts, the log by cursor, the clock; and that the schema tells no lie."""

import hashlib
import json
from typing import Any

import jsonschema
import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from rest_framework.test import APIClient

from tests.api.conftest import SETUP
from tests.bots.games import played
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.views import view_for
from wargame.exercises import jobs, services, worlds
from wargame.live.view_shape import Part

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def game() -> str:
    """An exercise that bots have played to its end."""
    return str(played("first_steps", 4, mode="umpire")["exercise"])


@pytest.fixture
def running(anna: APIClient, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(jobs, "start", lambda *_: None)
    made = str(anna.post("/api/exercises", SETUP).json()["id"])
    services.start_exercise(made)
    return made


def test_state_is_controls_view(anna: APIClient, game: str) -> None:
    state = anna.get(f"/api/exercises/{game}/state").json()
    world = worlds.catch_up(game).world
    seen = json.loads(json.dumps(view_for(world, CONTROL_VIEWER)["control"]))
    assert state["members"] == seen["actors"]
    assert state["variables"] == seen["variables"]
    assert state["red_lines"] == seen["red_lines"]
    assert (state["status"], state["seq"]) == ("ended", worlds.catch_up(game).seq)
    Part.model_validate({"actors": state["members"], "variables": state["variables"]})


def test_a_part_is_what_the_whole_has(anna: APIClient, game: str) -> None:
    state = anna.get(f"/api/exercises/{game}/state").json()
    for part in ("members", "variables", "pledges", "backstop", "red_lines"):
        assert anna.get(f"/api/exercises/{game}/state/{part}").json() == {part: state[part]}
    assert anna.get(f"/api/exercises/{game}/state/seed").status_code == 404


def test_rulings_and_their_reasons(anna: APIClient, game: str) -> None:
    rulings = anna.get(f"/api/exercises/{game}/rulings").json()["rulings"]
    assert set(rulings) == set(worlds.catch_up(game).world.rulings)
    ref = next(ref for ref in worlds.catch_up(game).world.texts)
    assert anna.get(f"/api/exercises/{game}/texts/{ref}").json()["body"]
    assert anna.get(f"/api/exercises/{game}/texts/{'0' * 64}").status_code == 404


def test_a_text_of_another_exercise_is_not_found(anna: APIClient, game: str, running: str) -> None:
    ref = next(ref for ref in worlds.catch_up(game).world.texts)
    assert anna.get(f"/api/exercises/{running}/texts/{ref}").status_code == 404


def pages(anna: APIClient, game: str, **asked: str) -> list[dict[str, Any]]:
    """The log, page by page, until there is no more."""
    entries: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = anna.get(f"/api/exercises/{game}/log", dict(**asked, **cursor)).json()
        if not page["entries"]:
            return entries
        entries += page["entries"]
        if not page["cursor"]:
            return entries
        cursor = {"cursor": page["cursor"]}


@pytest.mark.parametrize("limit", [1, 7, 500])
def test_the_log_comes_whole_from_either_end(anna: APIClient, game: str, limit: int) -> None:
    head = worlds.catch_up(game).seq
    assert [one["seq"] for one in pages(anna, game, limit=str(limit))] == list(range(head, 0, -1))
    assert [one["seq"] for one in pages(anna, game, limit=str(limit), order="oldest")] == list(range(1, head + 1))


def test_a_script_can_check_the_chain(anna: APIClient, game: str) -> None:
    before = ""
    for one in pages(anna, game, order="oldest", limit="500"):
        assert one["prev_hash"] == before
        names = ("at", "exercise_id", "kind", "request_id", "salt", "seat", "seq", "version")
        header = {name.removesuffix("_id") if name == "exercise_id" else name: one[name] for name in names}
        said = f"{before}{canonical(header)}\n{canonical(one['body'])}"
        before = hashlib.sha256(said.encode()).hexdigest()
        assert before == one["hash"]
    assert before == anna.get(f"/api/exercises/{game}/log").json()["head_hash"]


def canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_cursor_waits_for_what_is_still_to_come(anna: APIClient, running: str) -> None:
    path = f"/api/exercises/{running}/log"
    seen = anna.get(path, {"order": "oldest", "limit": "500"}).json()
    assert anna.get(path, {"order": "oldest", "cursor": seen["cursor"]}).json()["entries"] == []
    anna.post(f"/api/exercises/{running}/pause")
    (new,) = anna.get(path, {"order": "oldest", "cursor": seen["cursor"]}).json()["entries"]
    assert new["kind"] == "Paused"


@pytest.mark.parametrize(
    "asked",
    [{"cursor": "x"}, {"cursor": "-1"}, {"cursor": "9" * 30}, {"limit": "0"}, {"limit": "501"}, {"order": "up"}],
)
def test_a_page_that_is_none(anna: APIClient, running: str, asked: dict[str, str]) -> None:
    answer = anna.get(f"/api/exercises/{running}/log", asked)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


def test_the_clock_is_kept_by_a_script(anna: APIClient, running: str) -> None:
    path = f"/api/exercises/{running}"
    assert anna.post(f"{path}/pause").json()["paused"] is True
    assert anna.post(f"{path}/resume").json()["paused"] is False
    briefing = {"turn": 1, "phase": "briefing"}
    assert anna.post(f"{path}/close", briefing).json()["phase"] == "planning"
    again = anna.post(f"{path}/close", briefing)
    assert again.status_code == 409 and set(again.json()) == {"code", "text"}
    assert anna.post(f"{path}/end", {"reason": "Enough"}).json()["status"] == "ended"
    assert anna.post(f"{path}/pause").status_code == 409


@pytest.mark.parametrize(
    ("what", "body"),
    [("close", {}), ("close", {"turn": "x", "phase": "briefing"}), ("close", {"turn": 1, "phase": "lunch"}),
     ("close", {"turn": 10**30, "phase": "briefing"}), ("end", {"reason": "x" * 4001}), ("end", {"reason": {}})],
)  # fmt: skip
def test_a_bad_command_changes_nothing(anna: APIClient, running: str, what: str, body: dict[str, Any]) -> None:
    before = worlds.catch_up(running).seq
    assert anna.post(f"/api/exercises/{running}/{what}", body).json()["code"] == "bad_request"
    assert worlds.catch_up(running).seq == before


def test_what_is_not_there_is_not_found(anna: APIClient) -> None:
    for path in ("state", "state/variables", "rulings", "log", "texts/0"):
        answer = anna.get(f"/api/exercises/{'0' * 16}/{path}")
        assert (answer.status_code, set(answer.json())) == (404, {"code", "text"})
    for what, body in (("close", {"turn": 1, "phase": "briefing"}), ("pause", {}), ("end", {})):
        assert anna.post(f"/api/exercises/{'0' * 16}/{what}", body).status_code == 404


# The schema


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return json.loads(json.dumps(made, default=str))  # type: ignore[no-any-return]  # it was a dict before


def test_the_schema_is_sound(schema: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    validate_schema(schema)
    assert "warning" not in capsys.readouterr().err.lower()
    operations = [one for methods in schema["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for one in operations:
        assert one["responses"]["default"]["content"]["application/json"]["schema"]["$ref"].endswith("/Refused")
        assert {"token": []} in one["security"] and {"cookieAuth": []} in one["security"]


def strict(part: Any) -> Any:
    """The schema in which an object has no key that is not declared."""
    if isinstance(part, list):
        return [strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {key: strict(one) for key, one in part.items()}
    if closed.get("type") == "object" and "properties" in closed:
        closed.setdefault("additionalProperties", False)
    return closed


@pytest.mark.parametrize(
    "path",
    ["scenarios", "exercises", "exercises/{exercise_id}", "exercises/{exercise_id}/reports",
     "exercises/{exercise_id}/state", "exercises/{exercise_id}/state/members", "exercises/{exercise_id}/rulings",
     "exercises/{exercise_id}/log"],
)  # fmt: skip
def test_answers_are_as_the_schema_says(anna: APIClient, game: str, schema: dict[str, Any], path: str) -> None:
    declared = schema["paths"][f"/api/{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = anna.get(f"/api/{path}".format(exercise_id=game)).json()
    assert answer or path.endswith("reports")
    jsonschema.validate(answer, strict({**declared, "components": schema["components"]}))
