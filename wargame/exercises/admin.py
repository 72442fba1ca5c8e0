"""The admin looks and never touches: everything is read-only, and what not everybody may see is masked.

An admin may be a player's colleague. Who needs the truth of a running exercise is its control, and has a screen for it.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models as django
from django.http import HttpRequest

from wargame.exercises import models

MASK = "•••"

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = admin.ModelAdmin  # which takes no type at run time


class ReadOnly(Base):
    """Nothing can be added, changed or deleted."""

    def has_add_permission(self, request: HttpRequest, obj: django.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: django.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: django.Model | None = None) -> bool:
        return False


@admin.register(models.Scenario)
class ScenarioAdmin(ReadOnly):
    list_display = ("title", "version", "hash", "added_at")


@admin.register(models.Exercise)
class ExerciseAdmin(ReadOnly):
    list_display = ("title", "scenario", "status", "head_seq", "opened_at", "started_at", "ended_at")
    list_filter = ("status", "scenario")
    exclude = ("seed", "nonce")


@admin.register(models.Tombstone)
class TombstoneAdmin(ReadOnly):
    list_display = ("exercise_id", "head_seq", "reason", "purged_at")


@admin.register(models.Seat)
class SeatAdmin(ReadOnly):
    list_display = ("exercise", "key", "state", "taken_at")
    fields = ("exercise", "key", "team", "state", "taken_at")


@admin.register(models.LogEntry)
class LogEntryAdmin(ReadOnly):
    """What happened when, and the chain. The event itself only if everybody saw it."""

    list_display = ("exercise", "seq", "at", "kind", "hash")
    list_filter = ("kind",)
    fields = ("exercise", "seq", "version", "kind", "at", "seen", "prev_hash", "hash")
    readonly_fields = ("seen",)

    @admin.display(description="event")
    def seen(self, row: models.LogEntry) -> str:
        return row.body if row.audience == "all" else MASK


@admin.register(models.Job)
class JobAdmin(ReadOnly):
    list_display = ("exercise", "kind", "state", "progress", "asked_at", "ended_at")
    list_filter = ("kind", "state")


@admin.register(models.Report)
class ReportAdmin(ReadOnly):
    list_display = ("exercise", "format", "profile", "job")
    exclude = ("body",)


@admin.register(models.Source)
class SourceAdmin(ReadOnly):
    list_display = ("exercise", "key", "title", "date")


@admin.register(models.Actor)
class ActorAdmin(ReadOnly):
    list_display = ("exercise", "key", "name", "team", "authorisation")


@admin.register(models.Variable)
class VariableAdmin(ReadOnly):
    list_display = ("exercise", "key", "name", "shown", "unit")
    fields = ("exercise", "key", "group", "name", "shown", "unit", "public")
    readonly_fields = ("shown",)

    @admin.display(description="value")
    def shown(self, row: models.Variable) -> str:
        return str(row.value) if row.public else MASK


@admin.register(models.Pledge)
class PledgeAdmin(ReadOnly):
    list_display = ("exercise", "key", "promised", "deployed", "withdrawn")


@admin.register(models.Backstop)
class BackstopAdmin(ReadOnly):
    list_display = ("exercise", "key", "declared", "masked")
    fields = ("exercise", "key", "declared", "masked", "decides")
    readonly_fields = ("masked",)

    @admin.display(description="true")
    def masked(self, row: models.Backstop) -> str:
        return MASK


@admin.register(models.RedLine)
class RedLineAdmin(ReadOnly):
    list_display = ("exercise", "key", "owner", "shown")
    fields = ("exercise", "key", "owner", "shown", "public")
    readonly_fields = ("shown",)

    @admin.display(description="status")
    def shown(self, row: models.RedLine) -> str:
        return row.status if row.public else MASK


@admin.register(models.Agreement)
class AgreementAdmin(ReadOnly):
    """That there is one; between whom and about what is the parties' own affair."""

    list_display = ("exercise", "key", "version", "status")
    fields = ("exercise", "key", "version", "status")
