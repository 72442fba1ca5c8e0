"""What a rewind made void is told apart, and to each reader only as far as it could be known when it was taken back."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.exercises.acting import NORTH, close, done, open_tiny, send, to_planning, world
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT
from wargame.exercises import services, worlds
from wargame.exercises.models import Exercise
from wargame.exercises.texts import Texts
from wargame.reports.build import build
from wargame.reports.profiles import profile_of
from wargame.reports.record import Json, Record, record_of
from wargame.reports.story import story

pytestmark = pytest.mark.django_db(transaction=True)

RATIONALE, LETTER, WHY, SHARED = "Zq-rationale", "Zq-letter", "Zq-why", "Zq-shared"
HIDDEN = 43.2187
"""A value that nobody but its owner could see, in the future that was taken back."""


@pytest.fixture
def record() -> Record:
    """A turn played and taken back, then another act taken back, then the end."""
    exercise = open_tiny(practice=True)
    services.start_exercise(exercise.id)
    to_planning(exercise)
    point = worlds.catch_up(exercise.id).seq
    order(exercise, "o1", RATIONALE)
    send(exercise, "d1", LETTER)
    texts = Texts()
    done(exercise, CONTROL_SEAT, c.AdjustVariable("will", HIDDEN, texts.add("Odd")), texts=texts)
    close(exercise)
    services.run_due(exercise.id)
    rewind(exercise, point, WHY, share=False)
    point = worlds.catch_up(exercise.id).seq
    send(exercise, "d2", LETTER)
    rewind(exercise, point, SHARED, share=True)
    services.end_exercise(exercise.id)
    assert not world(exercise).orders and len(world(exercise).rewinds) == 2
    return record_of(exercise.id)


def order(exercise: Exercise, id: str, why: str) -> None:
    texts = Texts()
    command = c.SubmitOrder(id, "talk", "N", {}, texts.add(why), texts.add("Peace"), turn=1)
    done(exercise, NORTH, command, texts=texts)


def rewind(exercise: Exercise, point: int, why: str, share: bool) -> None:
    texts = Texts()
    done(exercise, CONTROL_SEAT, c.Rewind(point, texts.add(why), share), texts=texts)


def pdf_text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).split())


def without(told: Json, key: str) -> str:
    return json.dumps({name: section for name, section in told.items() if name != key})


def test_control_reads_what_was_taken_back_apart_from_what_counts(record: Record) -> None:
    told = story(record, profile_of("control"))
    first, second = told["rewinds"]
    assert [(decision["mark"], decision["rationale"]) for decision in first["decisions"]] == [("V1-D1", RATIONALE)]
    assert first["rulings"] and all(ruling["mark"].startswith("V1-R") for ruling in first["rulings"])
    assert (first["why"], second["why"]) == (WHY, SHARED)
    assert not told["decisions"] and RATIONALE not in without(told, "rewinds")
    rows = [row for row in told["timeline"] if "went back" in row["sentence"]]
    assert [row["why"] for row in rows] == [WHY, SHARED]


def test_the_public_reads_that_control_went_back_and_nothing_that_was_secret_then(record: Record) -> None:
    told = story(record, profile_of("public"))
    everything = json.dumps(told)
    for secret in (RATIONALE, LETTER, WHY, str(HIDDEN)):
        assert secret not in everything
    first, second = told["rewinds"]
    assert first["sentence"] == "Control went back to the start of planning in turn 1"
    assert second["sentence"] == "Control went back to planning in turn 1"
    assert (first["why"], second["why"]) == ("", SHARED)
    assert all(ruling["turn"] == 1 for ruling in first["rulings"])


def test_both_files_tell_it(record: Record) -> None:
    control, public = (build(record, profile, "pdf") for profile in ("control", "public"))
    assert RATIONALE in pdf_text(control) and WHY in pdf_text(control)
    text = pdf_text(public)
    assert "Taken back" in text and SHARED in text
    attached = b"".join(part for parts in PdfReader(BytesIO(public)).attachments.values() for part in parts).decode()
    for secret in (RATIONALE, LETTER, WHY, str(HIDDEN)):
        assert secret not in text and secret not in attached
