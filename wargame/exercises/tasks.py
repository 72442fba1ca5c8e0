"""Celery's door: tasks hold no rules, take ids alone, and may run twice or be killed."""

from time import time

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from wargame.engine.world import World
from wargame.exercises import doorbell, jobs, queries, services, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Job

TICKED = "ticked"
"""The cache's key for when a worker last ticked, in seconds since 1970."""


@shared_task(name=jobs.ADJUDICATE)
def adjudicate(exercise_id: str) -> None:
    """Carry out whatever is due in the exercise, so that its turn is adjudicated as far as nobody needs to be asked."""
    try:
        world = worlds.catch_up(exercise_id).world
    except NoSuchExercise:
        return  # purged meanwhile
    if not _waits(world):
        return
    job = Job.objects.create(exercise_id=exercise_id, kind="adjudication", state=Job.State.RUNNING, text=_said(world))
    doorbell.ring(exercise_id, "jobs")
    try:
        services.run_due(exercise_id)
    finally:
        _end(job, worlds.loaded(exercise_id).world)


@shared_task(name="exercises.tick")
def tick() -> None:
    """Carry out what is due everywhere: the net under rooms that died and jobs that were lost."""
    for exercise_id in queries.running():
        services.do_what_is_due(exercise_id)
    cache.set(TICKED, time(), 60)


def start_adjudication(exercise_id: str) -> None:
    """Have a worker adjudicate. Returns at once."""
    jobs.start(jobs.ADJUDICATE, exercise_id)


def _waits(world: World) -> bool:
    return world.status == "running" and world.timer.phase == "adjudication"


def _end(job: Job, world: World) -> None:
    job.state, job.progress, job.ended_at = Job.State.DONE, 1.0, timezone.now()
    job.text = "Rulings wait for control" if world.proposed else "Done"
    job.save(update_fields=["state", "progress", "ended_at", "text"])
    doorbell.ring(job.exercise_id, "jobs")


def _said(world: World) -> str:
    return f"Turn {world.timer.turn} is adjudicated"
