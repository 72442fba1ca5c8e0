"""An inject that control moved says so in control's report, and in nobody else's."""

import pytest

from tests.exercises.acting import done, open_tiny, to_planning
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT
from wargame.exercises import services
from wargame.exercises.texts import Texts
from wargame.reports.build import build
from wargame.reports.profiles import profile_of
from wargame.reports.record import Record, record_of
from wargame.reports.story import story

pytestmark = pytest.mark.django_db(transaction=True)

WHY = "Zq-slower"


@pytest.fixture
def record() -> Record:
    exercise = open_tiny(practice=True)
    services.start_exercise(exercise.id)
    to_planning(exercise)
    texts = Texts()
    done(exercise, CONTROL_SEAT, c.MoveInject("opening", 1, "planning", 90, texts.add(WHY)), texts=texts)
    done(exercise, CONTROL_SEAT, c.FireInject("opening"))
    services.end_exercise(exercise.id)
    return record_of(exercise.id)


def test_controls_register_says_from_where_to_where_and_why(record: Record) -> None:
    moved = story(record, profile_of("control"))["injects"][0]["moved"]
    assert moved == f"Moved by control from turn 1, planning, 1 min in to turn 1, planning, 1:30 min in: {WHY}"
    assert build(record, "control", "pdf").startswith(b"%PDF")


def test_the_public_is_told_nothing_of_it(record: Record) -> None:
    assert story(record, profile_of("public"))["injects"][0]["moved"] == ""
    assert WHY.encode() not in build(record, "public", "jsonl")
