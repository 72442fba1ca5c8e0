"""The one way to change an exercise: each command once, each on its own, whatever the database does."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from tests.exercises.acting import NORTH, SOUTH, dispatch, do, done, open_tiny, refused, send, to_planning, world
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, NO_TEXT
from wargame.engine.decide import decide
from wargame.engine.refusals import Code
from wargame.exercises import batch, doorbell, erasure, event_log, services, texts, worlds, writer
from wargame.exercises.asked import Answer, Asked, NoSuchExercise, Unavailable, new_request
from wargame.exercises.models import Answered, Exercise, LogEntry, Text
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify


def sound(exercise: Exercise) -> bool:
    return verify(exercise.id).problems == ()


def test_a_command_is_in_the_log_when_it_is_answered(running: Exercise) -> None:
    answer = send(running, "d1")
    assert answer.made == "d1"
    row = LogEntry.objects.get(exercise=running, seq=answer.events[-1].seq)
    assert (row.kind, row.seat) == ("DispatchSent", NORTH)
    assert sound(running)


def test_a_repeat_gets_the_first_answer(running: Exercise) -> None:
    request = new_request()
    first = send(running, "d1", request_id=request)
    again = send(running, "d2", request_id=request)
    assert again == first
    assert list(world(running).dispatches) == ["d1"]
    assert Text.objects.filter(exercise=running).count() == 2


def test_two_alike_in_one_batch_are_one(running: Exercise) -> None:
    command, brought = dispatch("d1")
    asked = Asked(NORTH, new_request(), command, brought)
    first, again = (future.result() for future in [writer.submit(running.id, asked) for _ in range(2)])
    assert first == again
    assert len(world(running).dispatches) == 1


def test_a_request_id_is_a_seats_own(running: Exercise) -> None:
    request = new_request()
    send(running, "d1", request_id=request)
    done(running, SOUTH, c.SendDispatch("d2", ("team:north",), NO_TEXT, Texts().add("No.")), request_id=request)
    assert set(world(running).dispatches) == {"d1", "d2"}


def test_a_refusal_changes_nothing_and_is_asked_anew(running: Exercise) -> None:
    before = worlds.catch_up(running.id)
    request = new_request()
    brought = Texts()
    order = c.SubmitOrder("o1", "talk", "N", rationale=brought.add("They listen"), expected=brought.add("Calm"))
    assert refused(running, NORTH, order, request_id=request, texts=brought) == Code.WRONG_PHASE
    assert worlds.catch_up(running.id) is before
    to_planning(running)
    assert done(running, NORTH, order, request_id=request, texts=brought).made == "o1"


def test_a_bug_in_one_command_harms_no_other(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(world: Any, ask: Any, dice: Any) -> Any:
        return 1 / 0 if isinstance(ask.command, c.CallControl) else decide(world, ask, dice)

    monkeypatch.setattr("wargame.exercises.batch.decide", broken)
    command, brought = dispatch("d1")
    items = [
        (running.id, Asked(NORTH, new_request(), c.CallControl("c1", NO_TEXT))),
        (running.id, Asked(NORTH, new_request(), command, brought)),
    ]
    outcomes, rings = batch.carry_out(items)
    assert isinstance(outcomes[0], ZeroDivisionError)
    assert isinstance(outcomes[1], Answer) and outcomes[1].made == "d1"
    assert rings == [(running.id, "log")]
    assert sound(running)


def test_rows_that_the_database_refuses_harm_no_other(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    command, brought = dispatch("d1")
    other, _ = dispatch("d2")
    alike = [Asked(NORTH, new_request(), one, brought) for one in (command, other)]  # a text cannot be stored twice
    with held_up(monkeypatch):
        send_first = writer.submit(running.id, Asked(NORTH, new_request(), c.Pause()))
        futures = [writer.submit(running.id, asked) for asked in alike]  # wait together, and so are one batch
    assert send_first.result().refused
    assert futures[0].result().made == "d1"
    with pytest.raises(IntegrityError):
        futures[1].result()
    assert list(world(running).dispatches) == ["d1"]
    assert sound(running)


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The writer carries nothing out meanwhile."""
    go_on = threading.Event()

    def later(items: Any) -> Any:
        go_on.wait()
        return batch.carry_out(items)

    with monkeypatch.context() as patched:
        patched.setattr(writer, "carry_out", later)
        yield
        go_on.set()


def test_texts_are_kept_only_with_their_command(running: Exercise) -> None:
    brought = Texts()
    refused = do(running, NORTH, c.SubmitOrder("o1", "talk", "N", rationale=brought.add("Because")), texts=brought)
    assert refused.refused
    assert not Text.objects.exists()


def test_an_unknown_exercise_is_told(running: Exercise) -> None:
    future = writer.submit("0" * 16, Asked(NORTH, new_request(), c.Pause()))
    with pytest.raises(NoSuchExercise):
        future.result()
    assert send(running, "d1").refused is None


def test_nobody_waits_for_the_writer_inside_a_transaction(running: Exercise) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="inside a transaction"):
        send(running, "d1")


def test_a_bell_that_breaks_leaves_no_command_unanswered(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    told = threading.Event()

    def broken(exercise_id: str, what: str) -> None:
        told.set()
        raise RuntimeError("the loop is closed")

    monkeypatch.setattr(doorbell, "ring", broken)
    assert send(running, "d1").made == "d1"
    assert told.wait(10)
    writers = {thread for thread in threading.enumerate() if thread.name == "writer"}
    assert send(running, "d2").made == "d2"
    assert writers and all(thread.is_alive() for thread in writers)


def test_a_lost_connection_is_made_anew(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, times=1)
    assert send(running, "d1").refused is None
    assert sound(running)


def test_a_database_that_stays_away_is_told_to_all_who_wait(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    request = new_request()
    fail(monkeypatch, times=2)
    with pytest.raises(Unavailable):
        send(running, "d1", request_id=request)
    assert send(running, "d1", request_id=request).made == "d1"
    assert len(world(running).dispatches) == 1


def test_a_commit_that_was_not_heard_of_happened_once(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection breaks after the commit: the retry finds the request id and answers from the log."""
    carry_out = batch.carry_out
    lost = iter([True])

    def unheard(items: Any) -> Any:
        result = carry_out(items)
        if next(lost, False):
            raise OperationalError
        return result

    monkeypatch.setattr(writer, "carry_out", unheard)
    assert send(running, "d1").made == "d1"
    assert LogEntry.objects.filter(exercise=running, kind="DispatchSent").count() == 1
    assert sound(running)


def fail(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Break the connection as often, when the log is written."""
    left = iter(range(times))
    append = event_log.append

    def broken(rows: Any) -> None:
        if next(left, None) is not None:
            connection.close()
            raise OperationalError("the server closed the connection")
        append(rows)

    monkeypatch.setattr(event_log, "append", broken)


def test_a_connection_that_the_server_ended_is_made_anew(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    send(running, "d1")
    cut = iter([True])

    def without_a_line(items: Any) -> Any:
        if next(cut, False):
            connection.connection.close()  # behind Django's back
        return batch.carry_out(items)

    monkeypatch.setattr(writer, "carry_out", without_a_line)
    assert send(running, "d2").refused is None
    assert sound(running)


# Many at once


def test_many_threads_leave_one_gapless_chain(running: Exercise) -> None:
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda n: send(running, f"d{n}"), range(80)))
    seqs = list(LogEntry.objects.filter(exercise=running).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, len(seqs) + 1))
    assert len(world(running).dispatches) == 80
    assert sound(running)


def test_many_exercises_are_carried_out_together(transactional_db: None) -> None:
    exercises = [open_tiny() for _ in range(4)]
    for exercise in exercises:
        services.start_exercise(exercise.id)
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda n: send(exercises[n % 4], f"d{n}"), range(80)))
    assert [len(world(exercise).dispatches) for exercise in exercises] == [20] * 4
    assert all(sound(exercise) for exercise in exercises)


def test_several_writers_agree(running: Exercise) -> None:
    """As several processes would: each with a connection of its own, over the same rows."""
    several = [writer.Writer() for _ in range(3)]
    request = new_request()
    futures = []
    for n in range(30):
        command, brought = dispatch(f"d{n}")
        futures.append(several[n % 3].submit(running.id, Asked(NORTH, new_request(), command, brought)))
        command, brought = dispatch("same")
        futures.append(several[n % 3].submit(running.id, Asked(NORTH, request, command, brought)))
    assert all(future.result().refused is None for future in futures)
    for one in several:
        one.stop()
    assert len(world(running).dispatches) == 31
    assert Answered.objects.filter(request_id=request).count() == 1
    assert sound(running)


def test_two_facilitators_close_the_turn_in_the_same_instant(running: Exercise) -> None:
    to_planning(running)
    timer = world(running).timer
    command = c.ClosePhase(timer.turn, timer.phase)
    futures = [writer.submit(running.id, Asked(CONTROL_SEAT, new_request(), command)) for _ in range(2)]
    answers = [future.result() for future in futures]
    assert sorted(answer.refused is None for answer in answers) == [False, True]
    assert world(running).timer.phase == "adjudication"
    assert sound(running)


# Rewinding


def test_a_rewind_voids_and_the_tables_follow(running: Exercise) -> None:
    to_planning(running)
    point = worlds.catch_up(running.id).seq
    reason = Texts()
    done(running, CONTROL_SEAT, c.AdjustVariable("tension", 9.0, reason.add("Typed wrong")), texts=reason)
    send(running, "d1")
    reason = Texts()
    done(running, CONTROL_SEAT, c.Rewind(point, reason.add("Again")), texts=reason)
    now = world(running)
    assert (now.attempt, dict(now.dispatches)) == (1, {})
    assert now.timer.phase == "planning"
    assert sound(running)
    worlds.forget(running.id)
    assert world(running) == now


def test_a_rewind_in_the_same_batch_as_what_it_voids(running: Exercise) -> None:
    point = worlds.catch_up(running.id).seq
    command, brought = dispatch("d1")
    reason = Texts()
    items = [
        (running.id, Asked(NORTH, new_request(), command, brought)),
        (running.id, Asked(CONTROL_SEAT, new_request(), c.Rewind(point, reason.add("Again")), reason)),
    ]
    batch.carry_out(items)
    assert not world(running).dispatches
    assert sound(running)


@pytest.mark.parametrize("seq", [1, 2, 4])
def test_a_rewind_tears_no_command_apart(running: Exercise, seq: int) -> None:
    """StartEx is many events; whoever rewinds to one of them gets all of them."""
    started = world(running)
    to_planning(running)
    reason = Texts()
    done(running, CONTROL_SEAT, c.Rewind(seq, reason.add("Again")), texts=reason)
    now = world(running)
    assert (now.timer.turn, now.timer.phase) == (1, "briefing")
    assert now.estimates == started.estimates
    assert sound(running)


@pytest.mark.parametrize("ahead", [0, 1, 10_000])
def test_a_rewind_to_what_has_not_happened_is_refused(running: Exercise, ahead: int) -> None:
    reason = Texts()
    command = c.Rewind(running.head_seq + ahead, reason.add("Forward"))
    assert refused(running, CONTROL_SEAT, command, texts=reason) == Code.UNKNOWN_POINT


@pytest.mark.parametrize("to", [-1, 0, 2])
def test_a_rewind_that_would_void_nothing_or_all_is_refused(running: Exercise, to: int) -> None:
    """Number 2 is of StartEx, which nothing has followed."""
    reason = Texts()
    command = c.Rewind(to, reason.add("Again"))
    assert refused(running, CONTROL_SEAT, command, texts=reason) == Code.UNKNOWN_POINT


def test_a_point_that_was_itself_taken_back_is_refused(running: Exercise) -> None:
    point = worlds.catch_up(running.id).seq
    to_planning(running)
    void = worlds.catch_up(running.id).seq
    reason = Texts()
    done(running, CONTROL_SEAT, c.Rewind(point, reason.add("Again")), texts=reason)
    reason = Texts()
    assert refused(running, CONTROL_SEAT, c.Rewind(void, reason.add("Further")), texts=reason) == Code.UNKNOWN_POINT


# Time


def test_time_never_runs_backwards(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    first = send(running, "d1").events[0].at
    monkeypatch.setattr("wargame.exercises.worlds.datetime", Earlier)
    second = send(running, "d2").events[0].at
    assert second >= first
    assert sound(running)


class Earlier(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return datetime.fromtimestamp(0, tz)


def test_a_damaged_head_stops_this_exercise_alone(running: Exercise) -> None:
    other = open_tiny()
    services.start_exercise(other.id)
    Exercise.objects.filter(id=running.id).update(head_hash="0" * 64)
    with pytest.raises(event_log.LogError):
        send(running, "d1")
    assert send(other, "d2").refused is None


def test_what_the_other_process_wrote_is_read_first(running: Exercise) -> None:
    known = worlds.catch_up(running.id)
    send(running, "d1")
    with worlds._lock:
        worlds._shelf[running.id] = known  # as if another process had carried it out
    assert send(running, "d2").refused is None
    assert list(world(running).dispatches) == ["d1", "d2"]
    assert sound(running)


def test_erasing_a_text_leaves_the_chain_whole(running: Exercise) -> None:
    send(running, "d1", "Erase me")
    ref = world(running).dispatches["d1"].body
    assert texts.read(running.id, [ref]) == {ref: "Erase me"}
    assert erasure.erase(running.id, [ref])
    assert texts.read(running.id, [ref]) == {}
    assert not erasure.erase(running.id, [ref])
    assert sound(running)
