"""Orders not yet submitted: shared by a team, outside the log, with a revision for each field.

A change names the revision it saw; if another seat was quicker it is refused, so nobody's words are overwritten unseen.
Every change locks its draft's row. Closing planning reads and locks those marked ready in the writer's transaction.
"""

from collections.abc import Iterable

from django.db import transaction

from wargame.engine.commands import FREE, SubmitOrder
from wargame.engine.formula import Value
from wargame.engine.refusals import Code, Refused
from wargame.engine.world import World
from wargame.exercises import doorbell, worlds
from wargame.exercises.models import Draft, new_id
from wargame.exercises.texts import Texts, clean

Key = tuple[str, str]
"""Team and id of a draft."""
TEXT_FIELDS = ("rationale", "expected", "action")
LONGEST_TEXT = 4000
MOST = 30
"""Drafts that a team may have."""


def open_draft(exercise_id: str, seat: str, kind: str, actor: str, id: str = "") -> Draft:
    """Begin a draft that the team shares; with an `id`, once. Raises `Refused` if the team could never submit it."""
    world = worlds.catch_up(exercise_id).world
    team = _team(world, seat)
    _check_running(world)
    if id and (known := Draft.objects.filter(id=id, exercise_id=exercise_id, team=team).first()):
        return known
    if world.team_of(actor) != team:
        raise Refused(Code.UNKNOWN_ACTOR, "Your team does not act for it; choose one of your own.")
    order = world.scenario.orders.get(kind)
    if (kind != FREE or not world.scenario.free_orders) and (order is None or actor not in order.by):
        raise Refused(Code.UNKNOWN_ORDER, "There is no such order; choose one from the list.")
    if Draft.objects.filter(exercise_id=exercise_id, team=team).count() >= MOST:
        raise Refused(Code.TOO_MANY, f"Your team has {MOST} drafts; drop one first.")
    draft, _ = Draft.objects.get_or_create(
        id=id or new_id(),
        defaults={
            "exercise_id": exercise_id,
            "team": team,
            "seat": seat,
            "kind": kind,
            "actor": actor,
            "turn": world.timer.turn,
        },
    )
    doorbell.ring(exercise_id, "drafts")
    return draft


def edit_draft(exercise_id: str, seat: str, draft_id: str, field: str, value: Value, revision: int) -> int:
    """Set one field (`form.<id>`, `rationale`, `expected`, `action`, `ready`); gives its new revision.

    `revision` is the one that the editor saw, 0 for a field never set. The same change asked again is answered as
    the first time. Raises `Refused`.
    """
    world = worlds.loaded(exercise_id).world
    _check_running(world)
    with transaction.atomic():
        draft = _locked(exercise_id, _team(world, seat), draft_id)
        value = _checked(world, draft, field, value)
        saved, new = draft.fields.get(field), {"value": value, "revision": revision + 1, "seat": seat}
        if saved == new:
            return revision + 1
        if revision != (saved["revision"] if saved else 0):
            raise Refused(Code.DRAFT_CHANGED, "A teammate changed this meanwhile; look at it and type again.")
        draft.fields[field] = new
        draft.ready = draft.fields.get("ready", {"value": False})["value"]
        draft.save(update_fields=["fields", "ready"])
    doorbell.ring(exercise_id, "drafts")
    return revision + 1


def drop_draft(exercise_id: str, seat: str, draft_id: str) -> None:
    """Delete a draft. Raises `Refused` if the team has none such."""
    with transaction.atomic():
        _locked(exercise_id, _team(worlds.loaded(exercise_id).world, seat), draft_id).delete()
    doorbell.ring(exercise_id, "drafts")


def check_open(exercise_id: str, world: World, seat: str, draft_id: str) -> None:
    """Raises `Refused` if the seat's team has no such draft. For the writer alone, inside its transaction."""
    _locked(exercise_id, _team(world, seat), draft_id)


def ready(exercise_id: str, turn: int, texts: Texts) -> tuple[SubmitOrder, ...]:
    """The drafts marked ready, as orders with the drafts' ids, their words added to `texts`. Locks their rows.

    For the writer alone, inside its transaction.
    """
    rows = Draft.objects.select_for_update().filter(exercise_id=exercise_id, ready=True)
    return tuple(_order(draft, turn, texts) for draft in rows.order_by("opened_at", "id"))


def submitted(exercise_id: str, keys: Iterable[Key]) -> bool:
    """Delete those of these drafts that there are: they have become orders. Whether there was one.

    For the writer alone. The team is part of the key, so that nobody's submission deletes another team's draft.
    """
    by_team: dict[str, list[str]] = {}
    for team, id in keys:
        by_team.setdefault(team, []).append(id)
    rows = Draft.objects.filter(exercise_id=exercise_id)
    found = [rows.filter(team=team, id__in=ids).delete() for team, ids in by_team.items()]
    return any(deleted for deleted, _ in found)


def _order(draft: Draft, turn: int, texts: Texts) -> SubmitOrder:
    values = {name: part["value"] for name, part in draft.fields.items()}
    rationale, expected, action = (texts.add(values.get(name, "")) for name in TEXT_FIELDS)
    form = {name.removeprefix("form."): value for name, value in values.items() if name.startswith("form.")}
    return SubmitOrder(draft.id, draft.kind, draft.actor, form, rationale, expected, action, turn)


def _team(world: World, seat: str) -> str:
    found = world.seat(seat)
    if found is None:
        raise Refused(Code.UNKNOWN_SEAT, "This seat does not exist here; join again with your code.")
    return found.team


def _check_running(world: World) -> None:
    if world.status != "running":
        raise Refused(Code.NOT_RUNNING, "Drafts open when the exercise runs.")


def _locked(exercise_id: str, team: str, draft_id: str) -> Draft:
    rows = Draft.objects.select_for_update().filter(exercise_id=exercise_id, team=team, id=draft_id)
    draft = rows.first() if draft_id.isalnum() else None  # the database refuses what a frame may hold
    if draft is None:
        raise Refused(Code.UNKNOWN_DRAFT, "This draft is gone: submitted or dropped by a teammate.")
    return draft


def _checked(world: World, draft: Draft, field: str, value: Value) -> Value:
    """The value, cleaned; whether it is legal is asked when the order is submitted."""
    if field == "ready":
        if type(value) is bool:
            return value
        raise Refused(Code.BAD_VALUE, "Ready is true or false.")
    if field in TEXT_FIELDS:
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            raise Refused(Code.BAD_VALUE, f"Write at most {LONGEST_TEXT} characters.")
        return clean(value)
    order = world.scenario.orders.get(draft.kind)
    if order is None or field not in {f"form.{part.id}" for part in order.form}:
        raise Refused(Code.UNKNOWN_FIELD, "The order has no such field.")
    return clean(value)[:200] if isinstance(value, str) else value
