"""Work in workers: adjudication in a Celery worker, reports in a process of their own, and their jobs."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from celery import current_app
from django.test import override_settings
from django.utils import timezone

from tests.exercises.acting import NORTH, close, done, open_tiny, to_planning, world
from wargame.away import Away
from wargame.engine import commands as c
from wargame.engine.commands import Setup
from wargame.exercises import doorbell, embedded, jobs, leases, queries, services, tasks, worlds
from wargame.exercises.models import Exercise, Job, LogEntry
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify

FIRST_STEPS = Setup("quarter_hour", "full_lake", "steady", "two_teams", "engine")


class Bell:
    """Instead of the doorbell: a test waits until it has rung often enough for something to be true."""

    def __init__(self) -> None:
        self._rung = threading.Condition()

    def ring(self, exercise_id: str, what: str) -> None:
        with self._rung:
            self._rung.notify_all()

    def wait(self, true: Callable[[], bool]) -> None:
        with self._rung:
            assert self._rung.wait_for(true, 30)


@pytest.fixture
def bell(monkeypatch: pytest.MonkeyPatch) -> Bell:
    bell = Bell()
    monkeypatch.setattr(doorbell, "ring", bell.ring)
    return bell


@pytest.fixture
def adjudicating(running: Exercise) -> Exercise:
    """Planning has closed over one order."""
    to_planning(running)
    texts = Texts()
    order = c.SubmitOrder("o1", "talk", "N", {}, texts.add("Why"), texts.add("What for"))
    done(running, NORTH, order, texts=texts)
    close(running)
    return running


def states(exercise: Exercise) -> list[tuple[str, str, float]]:
    return [(job.kind, job.state, job.progress) for job in queries.jobs(exercise.id)]


def test_adjudication_is_a_job(adjudicating: Exercise) -> None:
    tasks.adjudicate(adjudicating.id)
    assert world(adjudicating).timer.phase == "feedback"
    assert states(adjudicating) == [("adjudication", "done", 1.0)]
    tasks.adjudicate(adjudicating.id)
    assert len(states(adjudicating)) == 1
    assert verify(adjudicating.id).problems == ()


def test_a_purged_exercise_needs_no_adjudication(transactional_db: None) -> None:
    tasks.adjudicate("0" * 16)


def test_a_worker_that_stumbles_says_so_and_the_next_goes_on(
    adjudicating: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError):
        broken.setattr(services, "run_due", lambda _: 1 / 0)
        tasks.adjudicate(adjudicating.id)
    assert states(adjudicating) == [("adjudication", "failed", 0.0)]
    tasks.adjudicate(adjudicating.id)
    assert states(adjudicating)[0] == ("adjudication", "done", 1.0)


def test_a_killed_workers_job_does_not_run_for_ever(adjudicating: Exercise) -> None:
    Job.objects.create(exercise=adjudicating, kind="adjudication", state=Job.State.RUNNING)
    tasks.adjudicate(adjudicating.id)
    assert states(adjudicating) == [("adjudication", "done", 1.0)]


def test_a_job_whose_worker_was_killed_at_its_end_is_ended_by_the_next(adjudicating: Exercise) -> None:
    services.run_due(adjudicating.id)
    Job.objects.create(exercise=adjudicating, kind="adjudication", state=Job.State.RUNNING)
    tasks.adjudicate(adjudicating.id)
    assert states(adjudicating) == [("adjudication", "done", 1.0)]


def test_two_workers_share_one_job(adjudicating: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody says of a worker that it was lost while it works."""
    run_due, seen = services.run_due, []

    def late(exercise_id: str) -> int:
        monkeypatch.setattr(services, "run_due", run_due)
        tasks.adjudicate(exercise_id)  # another one, meanwhile
        seen.extend(states(adjudicating))
        return run_due(exercise_id)

    monkeypatch.setattr(services, "run_due", late)
    tasks.adjudicate(adjudicating.id)
    assert seen == states(adjudicating) == [("adjudication", "done", 1.0)]


def test_the_tick_does_what_is_due_everywhere(transactional_db: None) -> None:
    exercises = [open_tiny(seconds={"briefing": 0.0001}) for _ in range(2)]
    for exercise in exercises:
        services.start_exercise(exercise.id)
    while any(world(exercise).timer.phase != "planning" for exercise in exercises):
        tasks.tick()


def test_one_broken_exercise_stops_no_others_clock(transactional_db: None, caplog: pytest.LogCaptureFixture) -> None:
    exercises = [open_tiny(seconds={"briefing": 0.0001}) for _ in range(2)]
    for exercise in exercises:
        services.start_exercise(exercise.id)
    broken, sound = sorted(exercises, key=lambda exercise: list(queries.running()).index(exercise.id))
    worlds.forget(broken.id)
    LogEntry.objects.filter(exercise=broken).update(version=99)
    while world(sound).timer.phase != "planning":
        tasks.tick()
    assert f"{broken.id}: what is due could not be done" in caplog.text


# The embedded worker


@pytest.fixture
def worker(transactional_db: None) -> Iterator[embedded.Worker]:
    made = embedded.start_worker()
    yield made
    made.stop()


def test_a_worker_adjudicates_what_is_closed(worker: embedded.Worker, bell: Bell, adjudicating: Exercise) -> None:
    bell.wait(lambda: ("adjudication", "done", 1.0) in states(adjudicating))
    assert world(adjudicating).timer.phase == "feedback"
    assert world(adjudicating).orders["o1"].status == "ruled"
    assert verify(adjudicating.id).problems == ()


def test_the_ticker_finds_what_nobody_started(
    worker: embedded.Worker, bell: Bell, running: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as lost:
        lost.setattr(jobs, "start", lambda *_: None)
        to_planning(running)
        close(running)
    bell.wait(lambda: world(running).timer.phase == "feedback")


# The process for reports


@pytest.fixture
def first_steps(transactional_db: None) -> Iterator[Exercise]:
    """Of a pack that the other process can read; heavy work is done there."""
    exercise = services.open_exercise("first_steps", "", FIRST_STEPS)
    services.start_exercise(exercise.id)
    with override_settings(EMBEDDED=True):
        yield exercise
        jobs.stop()


def test_a_report_is_built_in_another_process(bell: Bell, first_steps: Exercise) -> None:
    services.end_exercise(first_steps.id)
    report = services.request_report(first_steps.id, "jsonl", "public")
    bell.wait(lambda: states(first_steps)[0][1] in ("done", "failed"))
    found = queries.report(report.id)
    assert found and found.job.state == "done", found and found.job.text
    assert bytes(found.body).startswith(b"{")


def test_a_process_that_dies_is_replaced_and_the_report_still_made(
    bell: Bell, first_steps: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as deadly:
        deadly.setattr("wargame.exercises.heavy.work", die)
        services.request_report(first_steps.id, "jsonl", "public")
        bell.wait(lambda: "reports" not in jobs._pools)
    nobody_is_heard_of(first_steps)
    tasks.tick()
    bell.wait(lambda: states(first_steps)[0][1] == "done")


def die(name: str, ids: tuple[str, ...]) -> None:
    os._exit(1)


def test_a_process_that_dies_while_idle_is_replaced(bell: Bell, first_steps: Exercise) -> None:
    services.request_report(first_steps.id, "jsonl", "public")
    bell.wait(lambda: states(first_steps)[0][1] == "done")
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    services.request_report(first_steps.id, "jsonl", "public")
    bell.wait(
        lambda: "reports" not in jobs._pools or states(first_steps)[0][1] == "done"
    )  # asked before its end was noticed, or after
    nobody_is_heard_of(first_steps)
    tasks.tick()
    bell.wait(lambda: states(first_steps)[0][1] == "done")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The jobs that were asked for; nobody does them."""
    ids: list[tuple[str, ...]] = []
    monkeypatch.setattr(jobs, "start", lambda name, exercise_id, *more: ids.append(more))
    return ids


def nobody_is_heard_of(exercise: Exercise) -> None:
    Job.objects.filter(exercise=exercise).update(held_until=timezone.now() - timedelta(seconds=1))


def test_a_report_that_the_broker_lost_is_asked_for_again(asked: list[tuple[str, ...]], running: Exercise) -> None:
    report = services.request_report(running.id, "jsonl", "public")
    leases.ask_again()
    assert asked == [(report.id,)]
    nobody_is_heard_of(running)
    leases.ask_again()
    leases.ask_again()
    assert asked == [(report.id,)] * 2
    assert states(running) == [("report", "waiting", 0.0)]


def test_a_job_is_held_by_one_worker(asked: list[tuple[str, ...]], running: Exercise) -> None:
    job = services.request_report(running.id, "jsonl", "public").job
    with leases.held(job) as mine, leases.held(job) as other:
        assert mine and not other
        assert states(running)[0][1] == "running"
    with leases.held(Job(id="0" * 16)) as none:
        assert not none


def test_a_worker_that_lives_is_heard_of(
    asked: list[tuple[str, ...]], running: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = services.request_report(running.id, "jsonl", "public").job
    monkeypatch.setattr(leases, "EVERY", 0.01)
    with leases.held(job):
        nobody_is_heard_of(running)
        until(lambda: queries.jobs(running.id)[0].held_until > timezone.now())
        leases.ask_again()
    assert len(asked) == 1


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline


def test_a_report_that_kills_its_workers_is_given_up(asked: list[tuple[str, ...]], running: Exercise) -> None:
    report = services.request_report(running.id, "jsonl", "public")
    for _ in range(5):
        with leases.held(report.job):
            nobody_is_heard_of(running)
        leases.ask_again()
    assert len(asked) == leases.MOST_TRIES
    assert states(running)[0][1] == "failed"
    with leases.held(report.job) as mine:
        assert not mine


def test_a_report_that_is_no_longer_wanted_ends_quietly(asked: list[tuple[str, ...]], running: Exercise) -> None:
    report = services.request_report(running.id, "jsonl", "public")
    Job.objects.all().delete()
    services.report_progress(report.job_id, 0.4, "Setting the pages")
    services.report_done(report.id, b"{}")
    services.report_failed(report.id, "It is gone")
    assert queries.jobs(running.id) == []


def test_a_broker_that_is_away_delays_nobody(
    running: Exercise, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried = threading.Event()

    def away(*_: object, **__: object) -> None:
        tried.set()
        raise ConnectionError

    monkeypatch.setattr(jobs, "REDIS", Away())
    monkeypatch.setattr(current_app, "send_task", away)
    jobs.start(jobs.ADJUDICATE, running.id)
    assert tried.wait(5)
    again = threading.Event()
    monkeypatch.setattr(current_app, "send_task", lambda *_, **__: again.set())
    jobs.start(jobs.ADJUDICATE, running.id)
    assert again.wait(5)
    assert "Redis is away (ConnectionError)" in caplog.text
