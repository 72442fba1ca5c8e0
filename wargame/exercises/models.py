"""The tables of the record.

Ids are random, so that a link tells nothing about other exercises. The log is the truth; what `projection` fills (the
second half) is a copy for SQL and the admin, made in the transaction that appends, and can be rebuilt at any time.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from wargame.exercises.bot_policies import POLICIES


def new_id() -> str:
    """16 hex digits that nobody can guess."""
    return secrets.token_hex(8)


def public_id() -> "models.CharField[str, str]":
    """A primary key that may stand in a link."""
    return models.CharField(max_length=16, primary_key=True, default=new_id, editable=False)


class Scenario(models.Model):
    """One version of a pack, kept byte for byte, because an exercise keeps the pack that it started with."""

    id = public_id()
    pack = models.CharField(max_length=80)
    """The author's id: `first_steps`."""
    title = models.CharField(max_length=200)
    version = models.CharField(max_length=40)
    hash = models.CharField(max_length=64, unique=True)
    added_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.title} {self.version}"


class PackFile(models.Model):
    scenario = models.ForeignKey(Scenario, models.CASCADE, related_name="files")
    path = models.CharField(max_length=200)
    body = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scenario", "path"], name="one_file_per_path")]

    def __str__(self) -> str:
        return self.path


class Exercise(models.Model):
    """One conduct of a scenario. What happens in it is in its log; this row is its set-up and the log's head."""

    class Status(models.TextChoices):
        LOBBY = "lobby"
        RUNNING = "running"
        ENDED = "ended"

    id = public_id()
    wall_id = models.CharField(max_length=16, unique=True, default=new_id, editable=False)
    """For the projector's link, which shows the public view."""
    slide = models.JSONField(default=dict, blank=True)
    """Which public part the walls show: `wall.Slide`. No event: it changes nothing that anybody knows or may do."""
    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="exercises")
    title = models.CharField(max_length=200)
    setup = models.JSONField()
    """`engine.commands.Setup`, as `codec` writes it."""
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.LOBBY, db_index=True)
    seed = models.CharField(max_length=64, blank=True)
    """Hex, secret until EndEx; empty before StartEx. Everything random follows from it."""
    nonce = models.CharField(max_length=64, blank=True)
    """Hex, secret until EndEx; keeps the commitment from being tried out."""
    head_seq = models.PositiveBigIntegerField(default=0)
    head_hash = models.CharField(max_length=64, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    retention_days = models.PositiveIntegerField(default=365)
    """After EndEx; then `purge_exercise --due` removes it."""

    def __str__(self) -> str:
        return self.title


class Tombstone(models.Model):
    """What is left of a purged exercise. The log's guard lets rows go only when their exercise has one."""

    exercise_id = models.CharField(max_length=16, primary_key=True)
    scenario_hash = models.CharField(max_length=64)
    head_seq = models.PositiveBigIntegerField()
    head_hash = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=200)
    purged_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.exercise_id


class Seat(models.Model):
    """Who sits where: plain rows, not events, so that a name can be erased."""

    class State(models.TextChoices):
        FREE = "free"
        TAKEN = "taken"
        """Somebody joined and waits for control's yes."""
        CONFIRMED = "confirmed"
        BOT = "bot"

    id = public_id()
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="seats")
    key = models.CharField(max_length=80)
    """The scenario's seat id: `team.office`; or an observer's, whose row is made and deleted with them."""
    team = models.CharField(max_length=80, blank=True)
    """Empty: an observer."""
    order = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.FREE)
    policy = models.CharField(max_length=11, choices=[(name, name) for name in POLICIES], blank=True)
    """Of the bot that sits here."""
    name = models.CharField(max_length=40, blank=True)
    name_key = models.CharField(max_length=80, blank=True)
    """The name as the eye reads it: unique in the team. To refuse another team's would tell who is there."""
    token_hash = models.CharField(max_length=64, blank=True)
    """SHA-256 of the cookie; whoever sits down next gets another."""
    consent_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["exercise", "key"], name="one_row_per_seat"),
            models.UniqueConstraint(
                fields=["exercise", "team", "name_key"], condition=~Q(name_key=""), name="one_person_per_name"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class JoinCode(models.Model):
    """Six characters that open the lobby; with a team, they also confirm a seat of that team."""

    code = models.CharField(max_length=6, primary_key=True)
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="codes")
    team = models.CharField(max_length=80, blank=True)
    """A team, `observer`, or empty for every seat of every team."""
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.exercise_id} {self.team}"


class FacilitatorLink(models.Model):
    """A link that signs one facilitator in, once, within ten minutes."""

    token_hash = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.expires_at)


class ApiToken(models.Model):
    """Lets a script in as the user it was made for, until it expires or is revoked."""

    token_hash = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.expires_at)


class LogEntry(models.Model):
    """One event. Never updated, never deleted: triggers refuse it (see `guard`)."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="log", db_index=False)
    seq = models.PositiveBigIntegerField()
    """1, 2, 3 … without a gap."""
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    at = models.FloatField()
    """Seconds since StartEx; never less than the one before."""
    seat = models.CharField(max_length=80)
    """Whose command it was: a seat of the scenario, `control` or `system`."""
    request_id = models.CharField(max_length=32)
    audience = models.TextField()
    """For SQL; the event has it too."""
    salt = models.CharField(max_length=32)
    """16 random bytes, hex: without them the digest of a hidden event could be guessed."""
    body = models.TextField()
    """The event's canonical JSON, byte for byte as it was hashed."""
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["exercise", "seq"]
        verbose_name_plural = "log entries"
        constraints = [models.UniqueConstraint(fields=["exercise", "seq"], name="one_event_per_number")]

    def __str__(self) -> str:
        return f"{self.exercise_id} {self.seq} {self.kind}"


class Answered(models.Model):
    """A command that was carried out, so that a repeat gets the first answer."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="+", db_index=False)
    seat = models.CharField(max_length=80)
    request_id = models.CharField(max_length=32)
    made = models.CharField(max_length=80, blank=True)
    """Id of what the command made."""
    first_seq = models.PositiveBigIntegerField()
    last_seq = models.PositiveBigIntegerField()
    """`first_seq - 1` if nothing happened."""
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    """Who of control's people asked it. Here and not in the log, so that a name can be erased."""

    class Meta:
        verbose_name_plural = "answered"
        constraints = [
            models.UniqueConstraint(fields=["request_id", "exercise", "seat"], name="one_answer_per_request"),
        ]

    def __str__(self) -> str:
        return self.request_id


class Text(models.Model):
    """Free text, outside the log, which has only `ref`. To erase it is to delete the row; the chain stays whole."""

    ref = models.CharField(max_length=64, primary_key=True)
    """SHA-256 of salt and body, hex."""
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="texts")
    salt = models.CharField(max_length=32)
    body = models.TextField()

    def __str__(self) -> str:
        return self.ref


class Draft(models.Model):
    """An order that is not submitted yet: shared by the team, a revision for each field, outside the log."""

    id = public_id()
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="drafts")
    team = models.CharField(max_length=80)
    seat = models.CharField(max_length=80)
    """Who opened it."""
    kind = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    turn = models.PositiveSmallIntegerField()
    fields = models.JSONField(default=dict)
    """By field: `{value, revision, seat}`."""
    ready = models.BooleanField(default=False)
    """Submit it when planning closes."""
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["opened_at", "id"]

    def __str__(self) -> str:
        return self.id


class Leased(models.Model):
    """Work that is a worker's as long as the worker is heard of: see `leases`."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    """Workers that have begun it."""
    held_until = models.DateTimeField(default=timezone.now)
    """When to ask for it again, if nothing is heard of it until then."""
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Job(Leased):
    """Work in a worker, so that those who wait see how far it is."""

    id = public_id()
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=40)
    """`adjudication` or `report`."""
    progress = models.FloatField(default=0.0)
    """0 to 1."""
    text = models.CharField(max_length=200, blank=True)
    """What it is doing, or why it failed, for people."""
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index("held_until", condition=Q(ended_at=None), name="jobs_not_ended")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Report(models.Model):
    """An after-action report to download. The file is in here, so that a purge takes it along."""

    id = public_id()
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="reports")
    job = models.OneToOneField(Job, models.CASCADE, related_name="report")
    format = models.CharField(max_length=8)
    profile = models.CharField(max_length=80)
    body = models.BinaryField(default=b"")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-job__asked_at"]

    def __str__(self) -> str:
        return f"{self.format} for {self.profile}"


class Simulation(models.Model):
    """Many games of one pack by bots alone, asked for in the browser. It has nothing to do with any exercise."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    id = public_id()
    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="+")
    setup = models.JSONField()
    """`engine.commands.Setup`, as `codec` writes it."""
    plays = models.CharField(max_length=80)
    """How every seat is played: a plan of the pack, or a policy."""
    runs = models.PositiveIntegerField()
    seed = models.BigIntegerField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    text = models.CharField(max_length=200, blank=True)
    """Why it failed, for people."""
    games = models.PositiveIntegerField(default=0)
    """Played when it ended; until then its chunks know."""
    told = models.TextField(blank=True)
    """What came of it, byte for byte as `manage.py simulate --json` writes it; empty until it is done."""
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    """When the first worker began."""
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["asked_by"], condition=Q(ended_at=None), name="one_simulation_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.scenario} {self.runs} {self.state}"


class Chunk(Leased):
    """Some games of a simulation, for one worker. They go when the simulation ends."""

    simulation = models.ForeignKey(Simulation, models.CASCADE, related_name="chunks")
    first = models.PositiveIntegerField()
    """Number of its first game."""
    runs = models.PositiveIntegerField()
    games = models.PositiveIntegerField(default=0)
    """Played so far."""
    body = models.TextField(blank=True)
    """What came of each, as JSON, once all are played."""

    class Meta:
        ordering = ["simulation", "first"]
        constraints = [models.UniqueConstraint(fields=["simulation", "first"], name="one_chunk_per_game")]
        indexes = [models.Index("held_until", condition=Q(ended_at=None), name="chunks_not_ended")]

    def __str__(self) -> str:
        return f"{self.simulation_id} {self.first} {self.state}"


# The state, projected from the log


class Projected(models.Model):
    """A row of an exercise's state, by its key in the scenario or the world."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=120)

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["exercise", "key"], name="one_%(class)s_per_key")]

    def __str__(self) -> str:
        return self.key


class Source(Projected):
    """A document that the scenario's facts rest on."""

    title = models.TextField()
    date = models.CharField(max_length=40)
    note = models.TextField(blank=True)


class Actor(Projected):
    """A state or body that acts."""

    name = models.CharField(max_length=200)
    team = models.CharField(max_length=80, blank=True)
    """Empty: control plays it."""
    stance = models.TextField(blank=True)
    constraint = models.TextField(blank=True)
    authorisation = models.TextField(blank=True)


class Variable(Projected):
    """A value of the state; the key is its path."""

    group = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=80, blank=True)
    value = models.JSONField()
    public = models.BooleanField()
    """Everybody may see it."""


class Pledge(Projected):
    """What an actor promised, has deployed and has withdrawn."""

    promised = models.FloatField()
    deployed = models.FloatField()
    withdrawn = models.FloatField()


class Backstop(Projected):
    """A guarantee behind the force: as declared, and as it truly is."""

    declared = models.FloatField()
    true = models.FloatField(null=True)
    conditions = models.TextField(blank=True)
    decides = models.CharField(max_length=200, blank=True)
    """Who may see the true level, and so decides."""


class RedLine(Projected):
    """A line that an actor has drawn."""

    owner = models.CharField(max_length=80)
    condition = models.TextField()
    consequence = models.TextField()
    status = models.CharField(max_length=8)
    public = models.BooleanField()


class Agreement(Projected):
    """A text that parties can sign, as it stands."""

    template = models.CharField(max_length=80)
    parties = models.JSONField()
    terms = models.JSONField()
    version = models.PositiveIntegerField()
    signed = models.JSONField()
    """By actor: the hash signed."""
    status = models.CharField(max_length=9)
