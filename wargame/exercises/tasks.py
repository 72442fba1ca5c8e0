"""Celery's door: tasks hold no rules, take ids alone, and may run twice or be killed."""

import logging
from time import time

from celery import shared_task
from celery.signals import worker_init
from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone

from wargame.exercises import doorbell, jobs, leases, library, queries, services, simulations, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Job

log = logging.getLogger(__name__)

TICKED = "ticked"
"""The cache's key for when a worker last ticked, in seconds since 1970."""


@worker_init.connect
def warm(**_: object) -> None:
    """Once a worker, before it forks: its processes share the packs, and no turn waits until they are parsed."""
    library.warm()


@shared_task(name=jobs.ADJUDICATE)
def adjudicate(exercise_id: str) -> None:
    """Carry out whatever is due in the exercise, so that its turn is adjudicated as far as nobody needs to be asked."""
    try:
        loaded = worlds.catch_up(exercise_id)
    except NoSuchExercise:
        return  # purged meanwhile
    if jobs.adjudication_waits(loaded):  # else somebody was quicker
        _begin(exercise_id, f"Turn {loaded.world.timer.turn} is being adjudicated")
        try:
            services.run_due(exercise_id)
        except Exception:
            _end(exercise_id, Job.State.FAILED, "Adjudication stumbled and is tried again")
            raise
    waits = worlds.loaded(exercise_id).world.proposed
    _end(exercise_id, Job.State.DONE, "Rulings wait for control" if waits else "Done")


@shared_task(name="exercises.tick")
def tick() -> None:
    """Carry out what is due everywhere: the net under rooms that died and jobs that were lost."""
    bots = queries.running_with_bots()
    for exercise_id, head in queries.running().items():
        try:
            if exercise_id in bots or services.may_be_due(exercise_id, head):
                services.do_what_is_due(exercise_id)
        except Exception:  # one exercise with a broken log or rule stops no other's clock
            log.exception("%s: what is due could not be done", exercise_id)
    leases.ask_again()
    simulations.ask_again()
    cache.set(TICKED, time(), 60)


def _begin(exercise_id: str, text: str) -> None:
    """One job for however many workers: what one of them left, the next takes on, and any of them may end it."""
    if not _running(exercise_id).update(text=text):
        Job.objects.create(exercise_id=exercise_id, kind="adjudication", state=Job.State.RUNNING, text=text)
    doorbell.ring(exercise_id, "jobs")


def _end(exercise_id: str, state: Job.State, text: str) -> None:
    progress = {"progress": 1.0} if state == Job.State.DONE else {}
    if _running(exercise_id).update(state=state, text=text, ended_at=timezone.now(), **progress):
        doorbell.ring(exercise_id, "jobs")


def _running(exercise_id: str) -> "QuerySet[Job]":
    return Job.objects.filter(exercise_id=exercise_id, kind="adjudication", state=Job.State.RUNNING)
