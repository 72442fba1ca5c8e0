"""Reads for the doors. Nothing here hides anything: what a viewer may see, `engine.views` says."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from wargame.engine.events import Logged, PhaseOpened
from wargame.engine.rewinds import voided_by
from wargame.engine.scenario import Seat as TeamSeat
from wargame.engine.scenario import Team
from wargame.engine.world import World
from wargame.exercises import accounts, event_log, worlds
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.models import Answered, Draft, Exercise, Job, JoinCode, LogEntry, Report, Seat

LINES = 50
"""Of the log, in a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log for control."""

    logged: Logged
    turn: int
    hash: str
    world: World
    """To tell it from: the present one, or the one that the rewind left which took the line back."""
    void: bool
    """A rewind took it back."""
    by: str = ""
    """Who of control's people did it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that should be in place before StartEx, and its remedy."""

    text: str
    remedy: str
    done: bool


def exercises() -> QuerySet[Exercise]:
    """All exercises, newest first, each with `seats_taken` and `seats_all` of its teams."""
    playing = ~Q(seats__team="")
    taken = Count("seats", filter=playing & ~Q(seats__state=Seat.State.FREE))
    every = Count("seats", filter=playing)
    rows = Exercise.objects.select_related("scenario").annotate(seats_taken=taken, seats_all=every)
    return rows.order_by("-opened_at")


def exercise(exercise_id: str) -> Exercise:
    """One exercise. Raises `NoSuchExercise`."""
    return _one(Exercise.objects.filter(id=exercise_id), exercise_id)


def wall(wall_id: str) -> Exercise:
    """The exercise that a projector's link shows. Raises `NoSuchExercise`."""
    return _one(Exercise.objects.filter(wall_id=wall_id), wall_id)


def running() -> dict[str, int]:
    """The exercises between StartEx and EndEx, and where their logs end."""
    return dict(Exercise.objects.filter(status=Exercise.Status.RUNNING).values_list("id", "head_seq"))


def running_with_bots() -> set[str]:
    """Those of them in which a bot sits: what is new to bots is due to nobody else."""
    seats = Seat.objects.filter(state=Seat.State.BOT, exercise__status=Exercise.Status.RUNNING)
    return set(seats.values_list("exercise_id", flat=True))


def heads(exercise_ids: Iterable[str]) -> dict[str, int]:
    """Where the logs end, by exercise: how a lost bell is noticed."""
    return dict(Exercise.objects.filter(id__in=list(exercise_ids)).values_list("id", "head_seq"))


def seats(exercise_id: str) -> list[Seat]:
    """Every seat of a team, in the scenario's order."""
    return [seat for seat in sitters(exercise_id) if seat.team]


def observers(exercise_id: str) -> list[Seat]:
    """The observers, in the order in which they came."""
    return [seat for seat in sitters(exercise_id) if not seat.team]


def sitters(exercise_id: str) -> list[Seat]:
    """Every seat, the observers' last."""
    return list(Seat.objects.filter(exercise_id=exercise_id))


def join_codes(exercise_id: str) -> dict[str, JoinCode]:
    """Codes that still open something, by team; "" for the whole exercise."""
    rows = JoinCode.objects.filter(exercise_id=exercise_id, expires_at__gt=timezone.now())
    return {code.team: code for code in rows}


def missing(exercise_id: str) -> list[Missing]:
    """What to look after before StartEx. Nothing here forbids to start."""
    teams = worlds.loaded(exercise_id).world.teams
    state = {seat.key: seat.state for seat in seats(exercise_id)}
    return [line for team in teams for line in _missing(team, state)]


def drafts(exercise_id: str) -> list[Draft]:
    """Every team's drafts, in the order in which they were opened. Each is for its own team alone."""
    return list(Draft.objects.filter(exercise_id=exercise_id))


def jobs(exercise_id: str, most: int = 20) -> list[Job]:
    """The newest jobs of an exercise."""
    return list(Job.objects.filter(exercise_id=exercise_id).select_related("report")[:most])


def reports(exercise_id: str) -> list[Report]:
    """The exercise's reports, newest first, without their bytes."""
    return list(Report.objects.filter(exercise_id=exercise_id).select_related("job").defer("body"))


def report(report_id: str) -> Report | None:
    """One report with its bytes (empty until it is done)."""
    return Report.objects.select_related("job", "exercise__scenario").filter(id=report_id).first()


def log_page(exercise_id: str, before: int = 0, most: int = LINES) -> tuple[list[Line], int, str]:
    """The newest lines below number `before` (0: from the end), newest first; then the log's head and its hash."""
    now = worlds.catch_up(exercise_id)
    last = min(before - 1, now.seq) if before else now.seq
    opened = _phases(exercise_id)
    back = [one for one in event_log.rewinds(exercise_id) if one.seq <= now.seq]
    first = max(0, last - most)
    by = _deciders(exercise_id, first, last)
    page = [
        replace(_line(now, e, opened, back), by=by.get(e.seq, "")) for e in event_log.read(exercise_id, first, last)
    ]
    return page[::-1], now.seq, now.hash


def _line(
    now: worlds.Loaded, entry: event_log.Entry, opened: Sequence[tuple[int, int]], rewinds: Sequence[Logged]
) -> Line:
    before = bisect_right(opened, (entry.seq, 10**9))
    rewind = voided_by(rewinds, entry.seq)
    world = worlds.left_by(now.exercise_id, rewind.seq) if rewind else now.world
    turn = opened[before - 1][1] if before else 0
    return Line(event_log.logged(entry), turn, entry.hash, world, rewind is not None)


def _deciders(exercise_id: str, after: int, until: int) -> dict[int, str]:
    """Who of control's people wrote these numbers of the log."""
    asked = Answered.objects.filter(exercise_id=exercise_id, last_seq__gt=after, first_seq__lte=until)
    found = ((row, row.account) for row in asked.exclude(account=None).select_related("account"))
    return {n: accounts.name_of(who) for row, who in found if who for n in range(row.first_seq, row.last_seq + 1)}


def _phases(exercise_id: str) -> list[tuple[int, int]]:
    """(number, turn) of every phase opened."""
    rows = LogEntry.objects.filter(exercise_id=exercise_id, kind=PhaseOpened.__name__).order_by("seq")
    codec = event_log.CODECS[PhaseOpened.__name__]
    return [(seq, codec.load(json.loads(body)).turn) for seq, body in rows.values_list("seq", "body")]


def _missing(team: Team, state: dict[str, str]) -> Iterable[Missing]:
    bots = [seat for seat in team.seats if state.get(seat.id) == "bot"]
    people = [seat for seat in team.seats if state.get(seat.id) in ("taken", "confirmed")]
    who = "somebody sits" if people else "bots sit" if bots else "nobody sits"
    yield Missing(f"{team.name}: {who} here", "Hand out the code, or put bots in.", bool(people or bots))
    for seat in team.seats:
        if seat.leads and (people or bots):
            yield _missing_lead(team, seat, "a bot" if seat in bots else "here" if seat in people else "free", people)
    if waiting := [seat.title for seat in team.seats if state.get(seat.id) == "taken"]:
        told = f"{waiting[0]} waits" if len(waiting) == 1 else f"{team.name}: {len(waiting)} people wait"
        yield Missing(f"{told} for your yes", "Confirm the seat; StartEx confirms all.", False)


def _missing_lead(team: Team, seat: TeamSeat, who: str, people: Sequence[TeamSeat]) -> Missing:
    """A bot that leads decides for bots alone: people decide for themselves."""
    remedy = "Ask somebody of the team to move there." if people else "Put a bot there, or hand out the code."
    done = who == "here" or (who == "a bot" and not people)
    return Missing(f"{team.name}: {seat.title}, who submits, is {who}", remedy, done)


def _one(rows: QuerySet[Exercise], looked_for: str) -> Exercise:
    found = rows.select_related("scenario").first()
    if found is None:
        raise NoSuchExercise(looked_for)
    return found
