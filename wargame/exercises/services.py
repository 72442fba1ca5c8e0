"""What doors may do with an exercise, from its opening to its end. Seats, drafts, codes, texts have their own modules.

Nothing here decides a rule: commands go to the engine through `writer`, which is the only way that a log grows.
"""

import secrets

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT, Adjudicate, Ask, EndExercise, Setup, StartExercise
from wargame.engine.decisions.course import check_setup
from wargame.engine.dice import commit
from wargame.engine.due import due
from wargame.engine.refusals import Code, Refused
from wargame.exercises import bot_seats, codes, doorbell, jobs, leases, library, projection, queries, worlds
from wargame.exercises.asked import Answer, Asked, new_request
from wargame.exercises.models import Exercise, Job, Report, Seat
from wargame.exercises.report_kinds import FORMATS, PROFILES
from wargame.exercises.texts import Texts, clean
from wargame.exercises.writer import execute

MOST_STEPS = 1000
"""Due commands carried out in one go; more means that something never gets done."""


def open_exercise(pack: str, title: str, setup: Setup, user: User | None = None) -> Exercise:
    """Open a lobby for the pack with this id: seats, a join code, the state of its start card. Raises `Refused`."""
    return open_with(library.add(pack).hash, title, setup, user)


def open_with(pack_hash: str, title: str, setup: Setup, user: User | None = None) -> Exercise:
    """As `open_exercise`, with a scenario that is already stored."""
    scenario = library.scenario(pack_hash)
    check_setup(scenario, setup)
    row = library.row(pack_hash)
    with transaction.atomic():
        exercise = Exercise.objects.create(
            scenario=row,
            title=clean(title)[:200] or scenario.title,
            setup=worlds.SETUP.dump(setup),
            opened_by=user,
        )
        world = worlds.lobby(exercise.id).world
        places = [seat for team in world.teams for seat in team.seats]
        Seat.objects.bulk_create(
            Seat(exercise=exercise, key=seat.id, team=seat.team, order=n) for n, seat in enumerate(places)
        )
        codes.new_codes(exercise, (team.id for team in world.teams))
        projection.project(exercise.id, None, world)
    return exercise


def start_exercise(exercise_id: str, request_id: str = "", seed: bytes = b"", account: int = 0) -> Answer:
    """StartEx: deal the seed, publish its commitment, open the first turn. The teams' codes end; whoever sits, plays.

    `seed` (32 bytes) is chosen only for practice. Raises `NoSuchExercise`.
    """
    row = queries.exercise(exercise_id)
    loaded = worlds.loaded(exercise_id)
    if seed and not loaded.world.setup.practice:
        raise Refused(Code.BAD_VALUE, "A seed is chosen for practice only; mark the exercise as practice.")
    seed, nonce = _dealt(row, seed)
    pack, rules = loaded.scenario.pack_hash, loaded.scenario.rules_hash
    command = StartExercise(loaded.world.setup, pack, rules, commit(seed, nonce, pack, rules))
    return execute(exercise_id, Asked(CONTROL_SEAT, request_id or new_request(), command, account=account))


def end_exercise(exercise_id: str, reason: str = "", request_id: str = "", account: int = 0) -> Answer:
    """EndEx: reveal seed and nonce (the writer adds them)."""
    texts = Texts()
    command = EndExercise(texts.add(reason), seed="", nonce="")
    return execute(exercise_id, Asked(CONTROL_SEAT, request_id or new_request(), command, texts, account=account))


def delete_exercise(exercise_id: str) -> None:
    """Delete a lobby. Once an exercise has a log, only `purge_exercise` removes it. Raises `Refused`."""
    deleted, _ = Exercise.objects.filter(id=exercise_id, head_seq=0).delete()
    if not deleted:
        queries.exercise(exercise_id)
        raise Refused(Code.ALREADY_STARTED, "The exercise has started; end it, and let its record expire.")
    worlds.forget(exercise_id)


def run_due(exercise_id: str) -> int:
    """Carry out what is due by the clock, adjudication included, until nothing is. How many commands were.

    May run anywhere, twice at once, or be killed: what was already done is no longer due.
    """
    return _run_due(exercise_id, adjudicate=True)


def may_be_due(exercise_id: str, head: int) -> bool:
    """Whether something is due, told from memory alone if the log still ends at the number that is known here."""
    loaded = worlds.loaded(exercise_id)
    return loaded.seq != head or bool(due(loaded.world, loaded.now()))


def do_what_is_due(exercise_id: str) -> int:
    """As `run_due`, but adjudication is left to a worker, which is started. For those who must not stop and think.

    So are the bots: nothing is due from them, and nothing waits for them.
    """
    done = _run_due(exercise_id, adjudicate=False)
    jobs.start_if_due(exercise_id)
    bot_seats.start_if_waiting(exercise_id)
    return done


def request_report(exercise_id: str, format: str, profile: str, user: User | None = None) -> Report:
    """Have a worker build a report. Raises `Refused`."""
    row = queries.exercise(exercise_id)
    if format not in FORMATS:
        raise Refused(Code.UNKNOWN_FORMAT, f"Choose one of: {', '.join(FORMATS)}.")
    if profile not in PROFILES:
        raise Refused(Code.UNKNOWN_PROFILE, f"Choose one of: {', '.join(PROFILES)}.")
    if row.status == Exercise.Status.LOBBY:
        raise Refused(Code.NOT_RUNNING, "There is nothing to report before StartEx.")
    with transaction.atomic():
        until = timezone.now() + leases.WAITING_LASTS
        job = Job.objects.create(exercise=row, kind="report", text="Waiting for a worker", held_until=until)
        report = Report.objects.create(exercise=row, job=job, format=format, profile=profile, asked_by=user)
    jobs.start(jobs.BUILD_REPORT, exercise_id, report.id)
    doorbell.ring(exercise_id, "jobs")
    return report


def report_progress(job_id: str, progress: float, text: str) -> None:
    """Say how far a job is, 0 to 1."""
    _job_now(job_id, state=Job.State.RUNNING, progress=progress, text=text[:200])


def report_done(report_id: str, body: bytes) -> None:
    """Keep the finished file, if it is still wanted."""
    mine = Report.objects.filter(id=report_id)
    if mine.update(body=body):
        job_id = mine.values_list("job_id", flat=True).get()
        _job_now(job_id, state=Job.State.DONE, progress=1.0, text="Ready", ended_at=timezone.now())


def report_failed(report_id: str, text: str) -> None:
    """Say that there will be no file, and why."""
    for job in Job.objects.filter(report=report_id):
        _job_now(job.id, state=Job.State.FAILED, text=text[:200], ended_at=timezone.now())


def _run_due(exercise_id: str, adjudicate: bool) -> int:
    done = 0
    while done < MOST_STEPS:
        loaded = worlds.catch_up(exercise_id)
        asks = [ask for ask in due(loaded.world, loaded.now()) if adjudicate or not isinstance(ask.command, Adjudicate)]
        happened = [ask for ask in asks if _happened(exercise_id, ask)]
        if not happened:
            break  # nothing was due, or somebody else was quicker
        done += len(happened)
    return done


def _happened(exercise_id: str, ask: Ask) -> bool:
    answer = execute(exercise_id, Asked(SYSTEM_SEAT, new_request(), ask.command))
    return bool(answer.events)


def _dealt(row: Exercise, seed: bytes) -> tuple[bytes, bytes]:
    """The exercise's seed and nonce, dealt once however often StartEx is tried."""
    seed = seed or secrets.token_bytes(32)
    Exercise.objects.filter(id=row.id, seed="").update(seed=seed.hex(), nonce=secrets.token_hex(32))
    row.refresh_from_db(fields=["seed", "nonce"])
    return bytes.fromhex(row.seed), bytes.fromhex(row.nonce)


def _job_now(job_id: str, **now: object) -> None:
    Job.objects.filter(id=job_id).update(**now)
    for exercise_id in Job.objects.filter(id=job_id).values_list("exercise_id", flat=True):
        doorbell.ring(exercise_id, "jobs")
