"""Words taken back for good, because somebody asks for it. The log has only their digests, and stays verifiable."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import transaction

from wargame.engine.commands import TextRef
from wargame.engine.evolve import text_refs
from wargame.exercises import doorbell, event_log, queries, texts
from wargame.exercises.models import Draft, Job, Seat, Text


@dataclass(frozen=True, slots=True)
class Said:
    """A text that is still there."""

    ref: TextRef
    seat: str
    """Whose it is: a seat of the scenario, or `control`."""
    kind: str
    """The event that brought it."""
    body: str


def said(exercise_id: str) -> list[Said]:
    """Every text that is still there, in the log's order, a rewind's too. Raises `NoSuchExercise`."""
    queries.exercise(exercise_id)
    found = list(_said(exercise_id))
    bodies = texts.read(exercise_id, [ref for ref, _, _ in found])
    return [Said(ref, seat, kind, bodies[ref]) for ref, seat, kind in found if ref in bodies]


def erase(exercise_id: str, refs: Collection[str]) -> int:
    """Delete these texts, and the reports that were made of them; how many texts there were."""
    with transaction.atomic():
        gone, _ = Text.objects.filter(exercise_id=exercise_id, ref__in=refs).delete()
        if gone:
            Job.objects.filter(exercise_id=exercise_id, kind="report").delete()
    doorbell.ring(exercise_id, "jobs")
    return gone


def erase_seat(exercise_id: str, key: str) -> int:
    """Delete all that was said from a seat, what it drafted, and the name of whoever sat there; how many texts."""
    with transaction.atomic():
        gone = erase(exercise_id, [one.ref for one in said(exercise_id) if one.seat == key])
        for draft in Draft.objects.select_for_update().filter(exercise_id=exercise_id):
            _erase_draft(draft, key)
        Seat.objects.filter(exercise_id=exercise_id, key=key).update(name="", name_key="")
    doorbell.ring(exercise_id, "drafts")
    doorbell.ring(exercise_id, "seats")
    return gone


def _said(exercise_id: str) -> Iterator[tuple[TextRef, str, str]]:
    for entry in event_log.read(exercise_id):
        event = event_log.logged(entry).event
        seat = getattr(event, "seat", "") or entry.seat  # what closes with a turn is logged under who closed it
        yield from ((ref, seat, entry.kind) for ref in text_refs(event))


def _erase_draft(draft: Draft, key: str) -> None:
    kept = {field: value for field, value in draft.fields.items() if value["seat"] != key}
    if kept != draft.fields:
        draft.fields = kept
        draft.save(update_fields=["fields"])
