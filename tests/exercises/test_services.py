"""An exercise from its lobby to EndEx, by the verbs of the doors."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.engine.builders import SETUP
from tests.exercises.acting import NORTH, close, done, open_tiny, refused, send, to_planning, world
from tests.scenarios.tiny import spoiled
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, Setup
from wargame.engine.dice import commit
from wargame.engine.refusals import Code, Refused
from wargame.exercises import event_log, library, queries, services, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Exercise, PackFile, Report, Scenario
from wargame.exercises.packs import PackError, accepted, from_files
from wargame.exercises.packs.files import pack_hash
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify

FIRST_STEPS = Setup("quarter_hour", "full_lake", "steady", "two_teams", "engine")


def test_a_lobby_keeps_the_very_pack(transactional_db: None) -> None:
    exercise = services.open_exercise("first_steps", "Monday\x00 group", FIRST_STEPS)
    assert exercise.title == "Monday group"
    assert services.open_exercise("first_steps", "", FIRST_STEPS).title == "First steps on the Arn"
    assert Scenario.objects.count() == 1
    kept = {file.path: bytes(file.body) for file in PackFile.objects.all()}
    assert pack_hash(kept) == exercise.scenario.hash
    library._known.clear()
    assert library.scenario(exercise.scenario.hash).id == "first_steps"
    assert verify(exercise.id).problems == ()


def test_a_kept_pack_is_not_held_to_newer_checks(transactional_db: None) -> None:
    """It passed those of its day, and is being played."""
    files = spoiled("orders.yaml", "expr: strength[actor] > 10", "expr: secret > 1")
    with pytest.raises(PackError):
        from_files(files)
    row = library.store(accepted(files), files)
    library._known.clear()
    assert library.scenario(row.hash).title == "Tiny"


def test_first_steps_starts(transactional_db: None) -> None:
    exercise = services.open_exercise("first_steps", "", FIRST_STEPS)
    assert services.start_exercise(exercise.id).refused is None
    assert verify(exercise.id).problems == ()


@pytest.mark.parametrize("pack", ["", "no_such", "../scenarios/first_steps", "first_steps/briefs"])
def test_an_unknown_pack_is_refused(transactional_db: None, pack: str) -> None:
    with pytest.raises(Refused) as error:
        services.open_exercise(pack, "", FIRST_STEPS)
    assert error.value.code == Code.UNKNOWN_SCENARIO


@pytest.mark.parametrize(
    "wrong",
    [
        {"clock": "hour"},
        {"start_card": "x"},
        {"rule_card": ""},
        {"team_set": "x"},
        {"mode": "free"},
        {"seconds": {"planning": -1}},
        {"seconds": {"planning": float("nan")}},
        {"seconds": {"lunch": 60}},
    ],
)
def test_an_unknown_choice_is_refused(transactional_db: None, wrong: dict[str, object]) -> None:
    with pytest.raises(Refused) as error:
        open_tiny(**wrong)
    assert error.value.code == Code.UNKNOWN_SETUP
    assert not Exercise.objects.exists()


def test_set_up_may_change_the_phases(transactional_db: None) -> None:
    exercise = open_tiny(seconds={"briefing": 7.0})
    services.start_exercise(exercise.id)
    assert world(exercise).timer.ends_at == 7.0


def test_startex_commits_to_a_secret_seed(lobby: Exercise) -> None:
    assert (lobby.seed, lobby.nonce) == ("", "")
    services.start_exercise(lobby.id)
    lobby.refresh_from_db()
    now, pack = world(lobby), world(lobby).scenario
    seed, nonce = bytes.fromhex(lobby.seed), bytes.fromhex(lobby.nonce)
    assert now.commitment == commit(seed, nonce, pack.pack_hash, pack.rules_hash)
    assert lobby.status == "running" and lobby.started_at
    assert worlds.loaded(lobby.id).now() >= 0


def test_startex_happens_once(lobby: Exercise) -> None:
    def start(_: int) -> bool:
        try:
            return services.start_exercise(lobby.id).refused is None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        assert sum(people.map(start, range(4))) == 1
    lobby.refresh_from_db()
    seed = lobby.seed
    again = services.start_exercise(lobby.id).refused
    assert again and again.code == Code.ALREADY_STARTED
    lobby.refresh_from_db()
    assert lobby.seed == seed
    services.end_exercise(lobby.id)
    assert verify(lobby.id).problems == ()


def test_a_chosen_seed_is_for_practice(transactional_db: None) -> None:
    with pytest.raises(Refused):
        services.start_exercise(open_tiny().id, seed=b"s" * 32)
    one, other = open_tiny(practice=True), open_tiny(practice=True)
    for exercise in (one, other):
        services.start_exercise(exercise.id, seed=b"s" * 32)
    assert world(one).estimates == world(other).estimates


def test_endex_reveals_and_ends(running: Exercise) -> None:
    assert services.end_exercise(running.id, "Time is up").refused is None
    assert refused(running, NORTH, c.CallControl("c1", Texts().add("?"))) == Code.ENDED
    running.refresh_from_db()
    assert running.status == "ended"


def test_whoever_ends_it_the_seed_comes_from_the_record(running: Exercise) -> None:
    done(running, CONTROL_SEAT, c.EndExercise(c.NO_TEXT, seed="ff" * 32, nonce="ff" * 32))
    running.refresh_from_db()
    assert world(running).seed == running.seed
    assert verify(running.id).problems == ()


def test_a_lobby_can_be_deleted_a_running_exercise_cannot(lobby: Exercise) -> None:
    other = open_tiny()
    services.delete_exercise(other.id)
    with pytest.raises(NoSuchExercise):
        services.delete_exercise(other.id)
    services.start_exercise(lobby.id)
    with pytest.raises(Refused) as error:
        services.delete_exercise(lobby.id)
    assert error.value.code == Code.ALREADY_STARTED
    with pytest.raises(NoSuchExercise):
        services.start_exercise("0" * 16)


# What is due


def test_nothing_is_due_twice(running: Exercise) -> None:
    to_planning(running)
    close(running)
    assert services.run_due(running.id) > 0
    assert world(running).timer.phase == "feedback"
    assert services.run_due(running.id) == 0
    assert verify(running.id).problems == ()


def test_two_workers_adjudicate_once(running: Exercise) -> None:
    to_planning(running)
    close(running)

    def work(_: int) -> int:
        try:
            return services.run_due(running.id)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))
    kinds = [row.kind for row in event_log.read(running.id)]
    assert kinds.count("TurnAdjudicated") == 1
    assert verify(running.id).problems == ()


def test_the_clock_closes_phases(transactional_db: None) -> None:
    exercise = open_tiny(seconds={"briefing": 0.001})
    services.start_exercise(exercise.id)
    while world(exercise).timer.phase == "briefing":
        services.do_what_is_due(exercise.id)
    assert world(exercise).timer.phase == "planning"


def test_keeping_time_leaves_adjudication_to_a_worker(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr("wargame.exercises.jobs.start", lambda name, *ids: started.append(name))
    to_planning(running)
    close(running)
    assert services.do_what_is_due(running.id) == 0
    assert world(running).timer.phase == "adjudication"
    assert set(started) == {"exercises.adjudicate"}


def test_umpires_rulings_wait_for_control(transactional_db: None) -> None:
    exercise = open_tiny(mode="umpire")
    services.start_exercise(exercise.id)
    to_planning(exercise)
    texts = Texts()
    command = c.SubmitOrder("o1", "talk", "N", {}, texts.add("Why"), texts.add("What for"))
    done(exercise, NORTH, command, texts=texts)
    close(exercise)
    while services.run_due(exercise.id) or world(exercise).proposed:
        for ruling in world(exercise).proposed:
            done(exercise, CONTROL_SEAT, c.AcceptRuling(ruling))
    assert world(exercise).orders["o1"].status == "ruled"
    assert world(exercise).timer.phase == "feedback"
    assert verify(exercise.id).problems == ()


def test_a_whole_exercise_is_sound(running: Exercise) -> None:
    while world(running).timer.turn < 2 or world(running).timer.phase != "feedback":
        if world(running).timer.phase == "planning":
            turn = world(running).timer.turn
            texts = Texts()
            order = c.SubmitOrder(f"o{turn}", "talk", "N", {}, texts.add("Why"), texts.add("What for"))
            done(running, NORTH, order, texts=texts)
        assert close(running).refused is None or world(running).timer.phase == "adjudication"
        services.run_due(running.id)
    services.end_exercise(running.id)
    texts = Texts()
    question = next(iter(world(running).scenario.hot_wash))
    done(running, NORTH, c.AnswerHotWash(question, texts.add("Calm")), texts=texts)
    assert verify(running.id).problems == ()


# Reports


def test_a_report_is_asked_for_with_reason(running: Exercise, lobby: Exercise) -> None:
    for format, profile, why in (
        ("docx", "control", Code.UNKNOWN_FORMAT),
        ("pdf", "press", Code.UNKNOWN_PROFILE),
    ):
        with pytest.raises(Refused) as error:
            services.request_report(running.id, format, profile)
        assert error.value.code == why
    with pytest.raises(Refused):
        services.request_report(open_tiny().id, "pdf", "control")
    assert not Report.objects.exists()


def test_a_report_tells_how_far_it_is(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wargame.exercises.jobs.start", lambda *_: None)
    report = services.request_report(running.id, "jsonl", "public")
    services.report_progress(report.job_id, 0.5, "Half")
    assert [(job.state, job.progress) for job in queries.jobs(running.id)] == [("running", 0.5)]
    services.report_done(report.id, b"lines")
    found = queries.report(report.id)
    assert found and bytes(found.body) == b"lines" and found.job.state == "done"
    other = services.request_report(running.id, "pdf", "public")
    services.report_failed(other.id, "No ink")
    assert [one.job.state for one in queries.reports(running.id)] == ["failed", "done"]
    assert queries.report("0" * 16) is None


# Reads


def test_log_pages_go_back_to_the_beginning(running: Exercise) -> None:
    for n in range(7):
        send(running, f"d{n}")
    lines, head, head_hash = queries.log_page(running.id, most=5)
    assert [line.logged.seq for line in lines] == list(range(head, head - 5, -1))
    assert lines[0].hash == head_hash
    assert {line.turn for line in lines} == {1}
    seen = [line.logged.seq for line in lines]
    while seen[-1] > 1:
        page, _, _ = queries.log_page(running.id, seen[-1], 5)
        seen += [line.logged.seq for line in page]
    assert seen == list(range(head, 0, -1))
    assert queries.log_page(running.id, 1) == ([], head, head_hash)
    assert queries.log_page(running.id, 2)[0][0].turn == 0


def test_news_is_read_once_and_from_memory(running: Exercise) -> None:
    lagging = worlds.catch_up(running.id)
    before = lagging.seq
    assert worlds.peek(running.id, before) == (lagging, ())
    send(running, "d1")
    found = worlds.peek(running.id, before)
    assert found and [entry.seq for entry in found[1]] == [before + 1]
    assert worlds.news(running.id, before) == found
    assert worlds.news(running.id, found[0].seq) == (found[0], ())
    assert queries.heads([running.id]) == {running.id: before + 1}
    worlds.forget(running.id)
    assert worlds.peek(running.id, before) is None
    now, new = worlds.news(running.id, 0)
    assert len(new) == now.seq == before + 1


def test_news_is_what_another_process_wrote_too(running: Exercise) -> None:
    """This process knows of one more than its room has read, and of nothing that the other wrote after it."""
    room = worlds.catch_up(running.id)
    send(running, "d1")
    ours = worlds.loaded(running.id)
    send(running, "d2")
    worlds.forget(running.id)
    worlds.keep(ours)
    assert worlds.peek(running.id, room.seq) == (ours, ours.recent[-1:])
    now, new = worlds.news(running.id, room.seq)
    assert now.seq == room.seq + 2 and [entry.seq for entry in new] == [now.seq - 1, now.seq]


def test_news_from_long_ago_is_read_from_the_log(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "RECENT", 2)
    for n in range(5):
        send(running, f"d{n}")
    now, new = worlds.news(running.id, 1)
    assert [entry.seq for entry in new] == list(range(2, now.seq + 1))


def test_only_so_many_worlds_are_kept(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "MOST", 2)
    ids = [open_tiny().id for _ in range(4)]
    for id in ids:
        worlds.catch_up(id)
    assert list(worlds._shelf) == ids[-2:]


def test_a_world_that_somebody_holds_is_not_read_anew(running: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "MOST", 1)
    held = worlds.catch_up(running.id)
    worlds.catch_up(open_tiny().id)
    assert running.id not in worlds._shelf
    assert worlds.loaded(running.id) is held
    send(running, "d1")
    found = worlds.peek(running.id, held.seq)
    assert found and found[1]


def test_exercises_are_found_by_id_wall_and_state(running: Exercise) -> None:
    other = open_tiny()
    assert [row.id for row in queries.exercises()] == [other.id, running.id]
    assert queries.exercises()[0].seats_all == 3  # type: ignore[attr-defined]  # annotated
    assert queries.exercise(running.id) == queries.wall(running.wall_id) == running
    assert list(queries.running()) == [running.id]
    for unknown in (queries.exercise, queries.wall):
        with pytest.raises(NoSuchExercise):
            unknown("0" * 16)


def test_setup_is_what_was_chosen(lobby: Exercise) -> None:
    assert worlds.SETUP.load(lobby.setup) == SETUP
