"""The report of a whole game, for each profile."""

import json
import re
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from tests.bots.games import played
from wargame.engine.commands import CONTROL_SEAT, RecordObservation, Setup
from wargame.exercises import erasure, jobs, queries, seats, services, worlds
from wargame.exercises.asked import Asked, new_request
from wargame.exercises.texts import Texts
from wargame.exercises.writer import execute
from wargame.reports.build import build
from wargame.reports.profiles import profile_of
from wargame.reports.record import record_of
from wargame.reports.story import story
from wargame.reports.tasks import build_report

pytestmark = pytest.mark.django_db(transaction=True)

MARKED = "ZQSECRETXV"


@pytest.fixture
def game() -> str:
    """A finished game by bots."""
    return str(played("first_steps", 7, mode="umpire")["exercise"])


def lines(body: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in body.decode().splitlines()]


def pdf_text(body: bytes) -> str:
    """The PDF's text, spaces and line breaks made even."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).split())


def test_controls_pdf_tells_every_decision_and_ruling(game: str) -> None:
    text = pdf_text(build(record_of(game), "control", "pdf"))
    world = worlds.catch_up(game).world
    for order in world.orders.values():
        title = world.scenario.orders[order.kind].title if order.kind != "free" else ""
        assert title in text
    for ticket in world.rulings.values():
        assert ticket.kind == "drift" or ticket.title in text
    assert world.seed in text.replace(" ", "")
    assert world.commitment in text.replace(" ", "")


def test_the_chain_in_controls_jsonl_can_be_checked_without_us(game: str) -> None:
    entries = [line for line in lines(build(record_of(game), "control", "jsonl")) if line["record"] == "entry"]
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert all(later["prev_hash"] == entry["hash"] for entry, later in zip(entries, entries[1:], strict=False))
    assert entries[-1]["hash"] == queries.exercise(game).head_hash


def test_the_public_file_holds_nothing_that_was_private(game: str) -> None:
    """Every private text, every entry of the log, every seat's secret card: none of it is in any byte."""
    record = record_of(game)
    world = record.world
    private = [ref for ref, audience in world.texts.items() if "all" not in audience]
    bodies = record.read(private).values()
    assert bodies
    public = build(record, "public", "jsonl").decode()
    document = build(record, "public", "pdf")
    attached = b"".join(part for parts in PdfReader(BytesIO(document)).attachments.values() for part in parts).decode()
    for body in bodies:
        assert body not in public
        assert body not in attached
    assert '"record":"entry"' not in public
    assert attached == public
    assert json.loads(public.splitlines()[0])["log"]["events"] is None


def test_a_marked_dispatch_and_note_reach_only_control() -> None:
    """Unlike the bots' words, these cannot be in the file by chance."""
    exercise_id = str(played("first_steps", 2)["exercise"])
    for seat in (CONTROL_SEAT, "observer.2"):
        brought = Texts()
        note = RecordObservation(seat, "reasons" if seat == CONTROL_SEAT else "", brought.add(f"{MARKED} {seat}"))
        answer = execute(exercise_id, Asked(seat, new_request(), note, brought))
        assert answer.refused is None
    record = record_of(exercise_id)
    assert MARKED in build(record, "control", "jsonl").decode()
    assert MARKED not in build(record, "public", "jsonl").decode()
    assert MARKED not in pdf_text(build(record, "public", "pdf"))
    text = pdf_text(build(record, "control", "pdf"))
    assert f"{MARKED} control" in text and f"{MARKED} observer.2" in text and "Observer 2" in text
    assert "Observer 2" not in build(record, "public", "jsonl").decode()


def test_properties_of_the_public_pdf_say_nothing_else(game: str) -> None:
    info = PdfReader(BytesIO(build(record_of(game), "public", "pdf"))).metadata
    assert info is not None
    assert info.author == "Wargame"
    assert set(info) <= {"/Title", "/Author", "/Keywords", "/Creator", "/CreationDate", "/ModDate", "/Producer"}


@pytest.mark.parametrize(
    "typed", ["🙂 smile", "漢字", "#let x = 1 $a$ <b>", "a\u202eb", "\\u{7}", '"quoted"', "\ufffe"]
)
def test_whatever_a_player_types_the_report_is_made(typed: str) -> None:
    exercise_id = str(played("first_steps", 2)["exercise"])
    brought = Texts()
    note = RecordObservation("b" * 16, "reasons", brought.add(f"note {typed} end"))
    assert execute(exercise_id, Asked(CONTROL_SEAT, new_request(), note, brought)).refused is None
    body = build(record_of(exercise_id), "control", "pdf")
    assert "note" in pdf_text(body)


def test_markup_stays_text(game: str) -> None:
    brought = Texts()
    note = RecordObservation("c" * 16, "reasons", brought.add("#pagebreak() *bold* $x$"))
    execute(game, Asked(CONTROL_SEAT, new_request(), note, brought))
    assert "#pagebreak() *bold* $x$" in pdf_text(build(record_of(game), "control", "pdf"))


def test_the_registers_lose_nothing_to_being_compact(game: str) -> None:
    """Whatever decided a ruling, and whatever it changed, is in the PDF: every term and every draw."""
    record = record_of(game)
    text = pdf_text(build(record, "control", "pdf"))
    for ticket in record.world.rulings.values():
        for term in ticket.terms if ticket.kind != "drift" else ():
            assert term.label in text
        assert ticket.kind == "drift" or ticket.sentence.rstrip(".") in text
    for variable in record.world.scenario.variables.values():
        if len({repr(values[variable.path]) for values in record.world.history.values()}) > 1:
            assert record.world.scenario.name_of(variable.path) in text


def test_the_summary_stands_first_and_says_by_which_rule_it_was_computed(game: str) -> None:
    reader = PdfReader(BytesIO(build(record_of(game), "public", "pdf")))
    first = " ".join(reader.pages[0].extract_text().split())
    assert "Executive summary" in first and "How it ended" in first and "Computed, not judged" in first


def test_turning_points_are_the_largest_changes_and_name_rulings_of_their_turn(game: str) -> None:
    told = story(record_of(game), profile_of("public"))
    turns = {ruling["mark"]: ruling["turn"] for ruling in told["rulings"]}
    points = told["summary"]["turning_points"]["points"]
    assert 1 <= len(points) <= 3
    for point in points:
        marks = [mark for cause in point["causes"] for mark in re.findall(r"\bR\d+\b", cause)]
        assert all(turns[mark] == point["turn"] for mark in marks)
    assert any(point["causes"] for point in points)


def test_an_erased_text_is_said_to_be_erased(game: str) -> None:
    record = record_of(game)
    kept = dict(record.read(record.world.texts))
    gone = next(iter(kept))
    assert erasure.erase(game, [gone])
    assert "(Erased on request.)" in build(record_of(game), "control", "jsonl").decode()


def test_a_worker_makes_the_report_and_says_how_far_it_is(game: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(jobs, "start", lambda name, exercise_id, *ids: started.extend(ids))
    row = services.request_report(game, "pdf", "public")
    assert started == [row.id]
    build_report(row.id)
    made = queries.report(row.id)
    assert made is not None
    assert (made.job.state, made.job.progress) == ("done", 1.0)
    assert bytes(made.body).startswith(b"%PDF")


def test_the_command_writes_a_file(game: str, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    call_command("build_aar", game, profile="public", output=target)
    assert target.read_bytes().startswith(b"%PDF")
    with pytest.raises(CommandError, match="There is no exercise"):
        call_command("build_aar", "0" * 16, profile="public", output=target)


def test_a_seat_that_a_bot_played_says_so_to_whoever_knew(transactional_db: None) -> None:
    setup = Setup("quarter_hour", "full_lake", "steady", "two_teams", "engine")
    exercise = services.open_exercise("first_steps", "", setup).id
    services.start_exercise(exercise)
    for change in (seats.bot_free_seats, partial(seats.free_seat, key="hollin.chair")):
        change(exercise)
    services.end_exercise(exercise)
    told = story(record_of(exercise), profile_of("control"))
    chair, *others = [seat for team in told["teams"] for seat in team["seats"]]
    assert chair == "Chair of the board (a bot for a time)"
    assert others and all(seat.endswith(" (bot)") for seat in others)
    assert "bot" not in str(story(record_of(exercise), profile_of("public"))["teams"])
