"""Orders not yet submitted: a team's own, a revision a field, none lost, and read when planning closes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.exercises.acting import ENVOY, NORTH, SOUTH, close, done, refused, to_planning, world
from wargame.engine import commands as c
from wargame.engine.formula import Value
from wargame.engine.refusals import Code, Refused
from wargame.exercises import drafts, queries, texts, worlds
from wargame.exercises.models import Draft, Exercise
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify


@pytest.fixture
def planning(running: Exercise) -> Exercise:
    to_planning(running)
    return running


def opened(exercise: Exercise, seat: str = NORTH, kind: str = "talk", actor: str = "N") -> Draft:
    return drafts.open_draft(exercise.id, seat, kind, actor)


def of_team(exercise: Exercise, team: str) -> list[Draft]:
    return [draft for draft in queries.drafts(exercise.id) if draft.team == team]


def edit(exercise: Exercise, draft: Draft, field: str, value: Value, revision: int = 0, seat: str = NORTH) -> int:
    return drafts.edit_draft(exercise.id, seat, draft.id, field, value, revision)


def fill(exercise: Exercise, draft: Draft, **more: Value) -> None:
    """Everything that the order needs, and `more`."""
    for field, value in {"rationale": "They listen", "expected": "Calm", "ready": True, **more}.items():
        edit(exercise, draft, field, value)


def code(exercise: Exercise, draft: Draft, field: str, value: Value, revision: int = 0, seat: str = NORTH) -> str:
    with pytest.raises(Refused) as refused:
        edit(exercise, draft, field, value, revision, seat)
    return refused.value.code


def test_a_draft_is_the_teams(planning: Exercise) -> None:
    draft = opened(planning)
    assert (draft.team, draft.seat, draft.turn) == ("north", NORTH, 1)
    assert of_team(planning, "north") == [draft]
    assert of_team(planning, "south") == []
    assert edit(planning, draft, "rationale", "Two write", seat=ENVOY) == 1
    assert code(planning, draft, "rationale", "A spy writes", 1, SOUTH) == Code.UNKNOWN_DRAFT


@pytest.mark.parametrize(
    ("kind", "actor", "why"),
    [
        ("talk", "S", Code.UNKNOWN_ACTOR),
        ("talk", "", Code.UNKNOWN_ACTOR),
        ("sing", "N", Code.UNKNOWN_ORDER),
        ("", "N", Code.UNKNOWN_ORDER),
    ],
)
def test_what_the_team_could_never_submit_is_not_begun(planning: Exercise, kind: str, actor: str, why: Code) -> None:
    with pytest.raises(Refused) as refused:
        opened(planning, kind=kind, actor=actor)
    assert refused.value.code == why


def test_drafts_open_while_the_exercise_runs(lobby: Exercise) -> None:
    with pytest.raises(Refused) as refused:
        opened(lobby)
    assert refused.value.code == Code.NOT_RUNNING


def test_a_team_has_so_many_and_no_more(planning: Exercise) -> None:
    for _ in range(drafts.MOST):
        opened(planning, kind="free")
    with pytest.raises(Refused) as refused:
        opened(planning)
    assert refused.value.code == Code.TOO_MANY


def test_a_change_names_the_revision_it_saw(planning: Exercise) -> None:
    draft = opened(planning)
    assert edit(planning, draft, "rationale", "First") == 1
    assert code(planning, draft, "rationale", "Blind", seat=ENVOY) == Code.DRAFT_CHANGED
    assert edit(planning, draft, "rationale", "Second", 1, ENVOY) == 2
    assert edit(planning, draft, "expected", "Another field") == 1
    draft.refresh_from_db()
    assert draft.fields["rationale"] == {"value": "Second", "revision": 2, "seat": ENVOY}


def test_of_two_at_once_one_is_told(planning: Exercise) -> None:
    draft = opened(planning)

    def write(n: int) -> bool:
        try:
            edit(planning, draft, "rationale", f"Version {n}")
        except Refused as refused:
            assert refused.code == Code.DRAFT_CHANGED
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(write, range(6))) == 1


def test_fields_at_once_are_all_kept(planning: Exercise) -> None:
    draft = opened(planning)

    def write(field: str) -> None:
        try:
            edit(planning, draft, field, field)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as people:
        list(people.map(write, drafts.TEXT_FIELDS))
    draft.refresh_from_db()
    assert set(draft.fields) == set(drafts.TEXT_FIELDS)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("ready", "yes", Code.BAD_VALUE),
        ("ready", 1, Code.BAD_VALUE),
        ("rationale", 3, Code.BAD_VALUE),
        ("rationale", "x" * 4001, Code.BAD_VALUE),
        ("form.wings", 2, Code.UNKNOWN_FIELD),
        ("team", "south", Code.UNKNOWN_FIELD),
        ("__class__", "x", Code.UNKNOWN_FIELD),
    ],
)
def test_a_bad_field_changes_nothing(planning: Exercise, field: str, value: Value, why: Code) -> None:
    draft = opened(planning, kind="probe")
    assert code(planning, draft, field, value) == why
    draft.refresh_from_db()
    assert draft.fields == {}


@pytest.mark.parametrize("id", ["", "0" * 16, "\x00", "'"])
def test_an_unknown_draft_is_refused(planning: Exercise, id: str) -> None:
    for attempt in (
        lambda: drafts.drop_draft(planning.id, NORTH, id),
        lambda: drafts.edit_draft(planning.id, NORTH, id, "rationale", "x", 0),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == Code.UNKNOWN_DRAFT


def test_a_draft_is_dropped_by_its_own_team(planning: Exercise) -> None:
    draft = opened(planning)
    with pytest.raises(Refused):
        drafts.drop_draft(planning.id, SOUTH, draft.id)
    drafts.drop_draft(planning.id, ENVOY, draft.id)
    assert not Draft.objects.exists()


def test_odd_characters_are_left_out(planning: Exercise) -> None:
    draft = opened(planning)
    edit(planning, draft, "rationale", "A\x00 line\nand \ud800another\x1b")
    draft.refresh_from_db()
    assert draft.fields["rationale"]["value"] == "A line\nand another"


# Submitting


def test_closing_planning_submits_what_is_ready(planning: Exercise) -> None:
    ready, unfinished = opened(planning, kind="probe"), opened(planning)
    fill(planning, ready, **{"form.strength": 2})
    edit(planning, unfinished, "rationale", "Not yet")
    assert close(planning).refused is None
    order = world(planning).orders[ready.id]
    assert (order.kind, order.team, order.form) == ("probe", "north", {"strength": 2})
    assert texts.read(planning.id, [order.rationale]) == {order.rationale: "They listen"}
    assert list(Draft.objects.all()) == [unfinished]
    assert verify(planning.id).problems == ()


def test_a_ready_draft_that_is_not_legal_stays_a_draft(planning: Exercise) -> None:
    draft = opened(planning)
    edit(planning, draft, "ready", True)
    assert close(planning).refused is None
    assert world(planning).orders == {}
    assert of_team(planning, "north") == [draft]


def test_taking_ready_back_keeps_the_draft(planning: Exercise) -> None:
    draft = opened(planning)
    fill(planning, draft)
    edit(planning, draft, "ready", False, 1)
    close(planning)
    assert world(planning).orders == {}
    assert Draft.objects.exists()


def test_a_submission_deletes_the_draft_it_came_from(planning: Exercise) -> None:
    draft = opened(planning)
    brought = Texts()
    command = c.SubmitOrder(draft.id, "talk", "N", {}, brought.add("They listen"), brought.add("Calm"))
    done(planning, NORTH, command, texts=brought, draft=draft.id)
    assert not Draft.objects.exists()
    assert refused(planning, NORTH, command, texts=brought, draft=draft.id) == Code.TWICE


def test_a_refused_submission_keeps_the_draft(planning: Exercise) -> None:
    draft = opened(planning)
    assert refused(planning, NORTH, c.SubmitOrder(draft.id, "talk", "N"), draft=draft.id) == Code.MISSING_TEXT
    assert Draft.objects.exists()


def test_an_order_takes_no_id_but_its_teams_drafts(planning: Exercise) -> None:
    theirs = opened(planning, SOUTH, "talk", "S")
    for id in (theirs.id, "0" * 16, "'; --"):
        brought = Texts()
        command = c.SubmitOrder(id, "talk", "N", {}, brought.add("They listen"), brought.add("Calm"))
        assert refused(planning, NORTH, command, texts=brought, draft=id) == Code.UNKNOWN_DRAFT
    assert world(planning).orders == {}
    assert of_team(planning, "south") == [theirs]


def test_drafts_stay_when_other_phases_close(running: Exercise) -> None:
    draft = opened(running)
    fill(running, draft)
    assert worlds.catch_up(running.id).world.timer.phase == "briefing"
    close(running)
    assert world(running).orders == {}
    assert Draft.objects.exists()


def test_a_request_that_comes_again_is_done_once(planning: Exercise) -> None:
    first = drafts.open_draft(planning.id, NORTH, "talk", "N", id="d" * 16)
    assert drafts.open_draft(planning.id, NORTH, "talk", "N", id="d" * 16) == first
    assert edit(planning, first, "rationale", "Once") == edit(planning, first, "rationale", "Once") == 1
    assert code(planning, first, "rationale", "Once", seat=ENVOY) == Code.DRAFT_CHANGED
