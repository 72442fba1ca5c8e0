"""The admin looks and never touches: everything is read-only, and what not everybody may see is masked.

An admin may be a player's colleague. Who needs the truth of a running exercise is its control, and has a screen for it.
Accounts are made and changed by `manage.py createsuperuser` and `changepassword`.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
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
    fields = (*list_display, "head_hash", "opened_by", "retention_days")


@admin.register(models.Tombstone)
class TombstoneAdmin(ReadOnly):
    list_display = ("exercise_id", "head_seq", "reason", "purged_at")


@admin.register(models.Seat)
class SeatAdmin(ReadOnly):
    list_display = ("exercise", "key", "state", "taken_at")
    fields = ("exercise", "key", "team", "state", "taken_at")


@admin.register(models.LogEntry)
class LogEntryAdmin(ReadOnly):
    """What kind of thing happened when, and the chain. Even an event that everybody saw has terms that are hidden."""

    list_display = ("exercise", "seq", "at", "kind", "hash")
    list_filter = ("kind",)
    fields = ("exercise", "seq", "version", "kind", "at", "prev_hash", "hash")


@admin.register(models.Job)
class JobAdmin(ReadOnly):
    list_display = ("exercise", "kind", "state", "progress", "asked_at", "ended_at")
    list_filter = ("kind", "state")


@admin.register(models.Report)
class ReportAdmin(ReadOnly):
    list_display = ("exercise", "format", "profile", "job")
    exclude = ("body",)


@admin.register(models.Simulation)
class SimulationAdmin(ReadOnly):
    list_display = ("scenario", "plays", "runs", "state", "asked_at", "ended_at")
    list_filter = ("state", "scenario")


@admin.register(models.Chunk)
class ChunkAdmin(ReadOnly):
    list_display = ("simulation", "first", "runs", "state", "games", "tries")
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
    list_display = ("exercise", "key", "pledge", "sent", "back")
    fields = readonly_fields = list_display

    @admin.display(description="promised")
    def pledge(self, row: models.Pledge) -> str:
        return _if_public(row, f"pledge.{row.key}", row.promised)

    @admin.display(description="deployed")
    def sent(self, row: models.Pledge) -> str:
        return _if_public(row, f"deployed.{row.key}", row.deployed)

    @admin.display(description="withdrawn")
    def back(self, row: models.Pledge) -> str:
        return _if_public(row, f"withdrawn.{row.key}", row.withdrawn)


@admin.register(models.Backstop)
class BackstopAdmin(ReadOnly):
    list_display = ("exercise", "key", "level", "masked")
    fields = readonly_fields = list_display

    @admin.display(description="declared")
    def level(self, row: models.Backstop) -> str:
        return _if_public(row, f"{row.key}_offer.level", row.declared)

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


class UserAdmin(ReadOnly):
    list_display = ("username", "is_active", "is_staff", "is_superuser", "last_login")
    fields = (*list_display, "date_joined")


admin.site.unregister(User)
admin.site.unregister(Group)  # nobody uses it
admin.site.register(User, UserAdmin)


def _if_public(row: models.Pledge | models.Backstop, path: str, value: float) -> str:
    """The value of a variable, if everybody may see that variable."""
    public = models.Variable.objects.filter(exercise_id=row.exercise_id, key=path, public=True).exists()
    return str(value) if public else MASK
