"""Somebody asks that their words be erased: they are gone from every place, and the log is as sound as before."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.exercises.acting import ENVOY, NORTH, dispatch, done, send, to_planning, world
from wargame.engine import commands as c
from wargame.exercises import drafts, erasure, queries, services, texts
from wargame.exercises.models import Draft, Exercise, Report, Seat, Text
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify


@pytest.fixture
def spoken(running: Exercise) -> Exercise:
    """North's chief and envoy have each written once."""
    to_planning(running)
    send(running, "d1", "My number is 555 0199")
    command, brought = dispatch("d2", "Mine is not")
    done(running, ENVOY, command, texts=brought)
    return running


def told(*arguments: object, **options: object) -> str:
    out = StringIO()
    call_command("erase_text", *arguments, stdout=out, **options)
    return out.getvalue()


def test_texts_are_found_by_their_words(spoken: Exercise) -> None:
    line = next(line for line in told(spoken.id).splitlines() if "555 0199" in line)
    ref, seat, kind, *_ = line.split()
    assert (seat, kind) == (NORTH, "DispatchSent")
    assert told(spoken.id, ref) == f"{spoken.id}: 1 text erased\n"
    assert "555 0199" not in told(spoken.id) and "Mine is not" in told(spoken.id)
    assert verify(spoken.id).problems == ()


def test_everything_of_a_seat(spoken: Exercise) -> None:
    Seat.objects.filter(exercise=spoken, key=NORTH).update(name="Ada", name_key="ada")
    draft = drafts.open_draft(spoken.id, NORTH, "talk", "N")
    drafts.edit_draft(spoken.id, NORTH, draft.id, "rationale", "I said so", 0)
    drafts.edit_draft(spoken.id, ENVOY, draft.id, "expected", "They listen", 0)
    assert json.loads(told(spoken.id, seat=NORTH, json=True))["erased"] == 2
    assert {one.seat for one in erasure.said(spoken.id)} == {ENVOY}
    assert Draft.objects.get(id=draft.id).fields.keys() == {"expected"}
    assert not Seat.objects.filter(name="Ada").exists()
    assert verify(spoken.id).problems == ()


def test_an_order_that_a_closing_turn_submitted_is_its_drafters(spoken: Exercise) -> None:
    draft = drafts.open_draft(spoken.id, NORTH, "talk", "N")
    drafts.edit_draft(spoken.id, NORTH, draft.id, "rationale", "Nobody else does", 0)
    drafts.edit_draft(spoken.id, NORTH, draft.id, "expected", "They listen", 0)
    drafts.edit_draft(spoken.id, NORTH, draft.id, "ready", True, 0)
    done(spoken, c.CONTROL_SEAT, c.ClosePhase(1, "planning"))
    assert "Nobody else does" in {one.body for one in erasure.said(spoken.id) if one.seat == NORTH}


def test_reports_that_hold_it_go_too(spoken: Exercise) -> None:
    report = services.request_report(spoken.id, "jsonl", "control")
    services.report_done(report.id, b"My number is 555 0199")
    erasure.erase(spoken.id, [one.ref for one in erasure.said(spoken.id)])
    assert not Report.objects.exists() and queries.jobs(spoken.id) == []


def test_what_a_rewind_voided_is_still_there_to_erase(spoken: Exercise) -> None:
    spoken.refresh_from_db()
    point, reason = spoken.head_seq, Texts()
    send(spoken, "d3", "Too much")
    done(spoken, c.CONTROL_SEAT, c.Rewind(point, reason.add("Again")), texts=reason)
    assert "d3" not in world(spoken).dispatches
    ref = next(one.ref for one in erasure.said(spoken.id) if one.body == "Too much")
    assert erasure.erase(spoken.id, [ref]) == 1
    assert verify(spoken.id).problems == ()


def test_another_exercises_texts_stay(spoken: Exercise) -> None:
    before = Text.objects.count()
    assert erasure.erase("0" * 16, [one.ref for one in erasure.said(spoken.id)]) == 0
    assert Text.objects.count() == before == len(texts.read(spoken.id, world(spoken).texts))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["0" * 16], "There is no exercise"),
        (["{id}", "abc"], "names no text"),
        (["{id}", "f" * 64], "names no text"),
        (["{id}", "--seat", "north.king"], "There is no seat north.king; choose one of: north.chief"),
    ],
)
def test_what_is_not_there_is_said(spoken: Exercise, arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        told(*[argument.format(id=spoken.id) for argument in arguments])
    assert len(erasure.said(spoken.id)) == 4
