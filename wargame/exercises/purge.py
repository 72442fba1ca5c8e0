"""Removing an exercise for good: by retention, or because somebody may ask for it. A tombstone stays."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wargame.exercises import sql, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Exercise, Tombstone


def purge(exercise_id: str, reason: str) -> Tombstone:
    """Delete the exercise with its log, texts, seats and reports. Raises `NoSuchExercise`."""
    with transaction.atomic():
        if exercise_id not in sql.lock([exercise_id]):
            raise NoSuchExercise(exercise_id)
        row = Exercise.objects.select_related("scenario").get(id=exercise_id)
        tombstone = Tombstone.objects.create(
            exercise_id=exercise_id,
            scenario_hash=row.scenario.hash,
            head_seq=row.head_seq,
            head_hash=row.head_hash,
            reason=reason[:200],
        )
        row.delete()  # the guard lets the log go because the tombstone stands
    worlds.forget(exercise_id)
    return tombstone


def expired() -> list[str]:
    """Ids of ended exercises whose time of retention is over."""
    ended = Exercise.objects.filter(status=Exercise.Status.ENDED).values_list("id", "ended_at", "retention_days")
    return [id for id, at, days in ended if at and at + timedelta(days=days) < timezone.now()]
