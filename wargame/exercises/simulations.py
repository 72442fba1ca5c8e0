"""Many games without people, in chunks for workers: asked for, watched, cancelled, told.

Jobs on the batch queue name no chunk: each plays whatever waits, so that two simulations share the workers fairly, a
job may be lost or come twice, and one that was meant for a cancelled simulation does no harm. What came of the games is
kept by their numbers, so neither the chunks nor the workers can be seen in what is told.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from wargame.engine.commands import Setup
from wargame.engine.refusals import Code, Refused
from wargame.exercises import jobs, leases, library, worlds
from wargame.exercises.bot_policies import POLICIES
from wargame.exercises.models import Chunk, Simulation
from wargame.exercises.setups import setup_of

MOST_RUNS = 4000
"""Games of one simulation."""
CHUNK = 20
"""Games of one chunk: some seconds of work."""
CANDIDATES = 8
"""Chunks that a worker tries to take."""
SHOWN = 20
"""Simulations in a list."""
NOT_OVER = (Simulation.State.WAITING, Simulation.State.RUNNING)


class Part(NamedTuple):
    """A chunk in a worker's hands."""

    id: int
    simulation: str
    numbers: range
    """Of its games."""
    tries: int
    """This one counted."""


class Asked(NamedTuple):
    """What a worker needs to know of a simulation."""

    files: dict[str, bytes]
    setup: Setup
    plays: str
    runs: int
    seed: int


def request_simulation(
    pack: str, *, start: str, rules: str, teams: str, clock: str, plays: str, runs: int, seed: int, user: User
) -> Simulation:
    """Have workers play this many games of the pack with this id. Raises `Refused`."""
    stored = library.add(pack)
    scenario = library.scenario(stored.hash)
    if plays not in {*scenario.plans, *POLICIES}:
        raise Refused(Code.UNKNOWN_PLAN, "Choose a plan of this scenario, or a character for every bot.")
    if not 1 <= runs <= MOST_RUNS:
        raise Refused(Code.BAD_VALUE, f"Ask for 1 to {MOST_RUNS} games.")
    setup = setup_of(scenario, start=start, rules=rules, teams=teams, clock=clock)
    made = _opened(Simulation(scenario=stored, setup=worlds.SETUP.dump(setup), plays=plays, runs=runs, seed=seed), user)
    for _ in range(made.chunks.count()):
        jobs.start(jobs.PLAY_GAMES)
    return made


def cancel(simulation_id: str) -> Simulation:
    """Stop it where it is; a worker ends with the game that it is playing. Once it is over, nothing changes."""
    _end(simulation_id, Simulation.State.CANCELLED)
    return simulation(simulation_id)


# What doors read


def simulation(simulation_id: str) -> Simulation:
    """One simulation. Raises `Refused`."""
    row = Simulation.objects.select_related("scenario").filter(id=simulation_id).first()
    if row is None:
        raise Refused(Code.UNKNOWN_SIMULATION, "There is no such simulation.")
    return row


def simulations(pack: str = "") -> list[Simulation]:
    """The newest ones, of one pack (by its id) or of all."""
    rows = Simulation.objects.select_related("scenario")
    return list((rows.filter(scenario__pack=pack) if pack else rows)[:SHOWN])


def games(row: Simulation) -> int:
    """Played so far."""
    if row.state not in NOT_OVER:
        return row.games
    return min(row.runs, _games(row.id))


def seconds(row: Simulation) -> float:
    """Since a worker began it, until its end; 0 before."""
    if row.started_at is None:
        return 0.0
    return ((row.ended_at or timezone.now()) - row.started_at).total_seconds()


# What workers do


@contextmanager
def taken() -> Iterator[Part | None]:
    """A chunk that waits, held meanwhile; None if there is none. The simulation that fewest work at comes first."""
    for chunk in _waiting():
        with leases.held(chunk) as mine:
            if mine:
                begun = Simulation.objects.filter(id=chunk.simulation_id, state=Simulation.State.WAITING)
                begun.update(state=Simulation.State.RUNNING, started_at=timezone.now())
                numbers = range(chunk.first, chunk.first + chunk.runs)
                yield Part(chunk.id, chunk.simulation_id, numbers, chunk.tries + 1)
                return
    yield None


def asked(simulation_id: str) -> Asked:
    """What is to be played."""
    row = simulation(simulation_id)
    return Asked(library.files(row.scenario.hash), worlds.SETUP.load(row.setup), row.plays, row.runs, row.seed)


def progress(part: Part, games: int) -> bool:
    """Say how many of the chunk's games are played; whether the others are still wanted."""
    return bool(_of(part).update(games=games))


def part_done(part: Part, body: str) -> None:
    """Keep what came of a chunk's games, if it is still wanted."""
    _of(part).update(state=Chunk.State.DONE, games=len(part.numbers), body=body, ended_at=timezone.now())


def all_played() -> list[str]:
    """Simulations whose games are all played, and which nobody has told yet."""
    rows = Simulation.objects.filter(state=Simulation.State.RUNNING).exclude(chunks__ended_at=None)
    return list(rows.values_list("id", flat=True))


def bodies(simulation_id: str) -> list[str]:
    """What came of its chunks, in the order of their games; empty once somebody has told it."""
    chunks = Chunk.objects.filter(simulation_id=simulation_id).order_by("first")
    return list(chunks.values_list("body", flat=True))


def done(simulation_id: str, told: str) -> None:
    """Keep what came of it all, unless somebody was quicker."""
    _end(simulation_id, Simulation.State.DONE, told=told)


def failed(simulation_id: str, text: str) -> None:
    """Say that nothing comes of it, and why."""
    _end(simulation_id, Simulation.State.FAILED, text=text[:200])


def ask_again() -> None:
    """Have every chunk played that nobody holds. Any number of tickers may do so: each chunk is one's."""
    now = timezone.now()
    lost = Chunk.objects.filter(ended_at=None, held_until__lt=now)
    for chunk in lost.exclude(state=Chunk.State.WAITING):
        _lost(chunk)
    # While chunks are being played, the others have only to wait for their turn.
    at_work = Chunk.objects.filter(state=Chunk.State.RUNNING, held_until__gte=now).exists()
    for _ in range(lost.filter(state=Chunk.State.WAITING).update(held_until=now + leases.WAITING_LASTS)):
        if not at_work:
            jobs.start(jobs.PLAY_GAMES)
    if _left_untold(now - leases.HOLD_LASTS):
        jobs.start(jobs.PLAY_GAMES)


def _opened(row: Simulation, user: User) -> Simulation:
    row.asked_by = user
    until = timezone.now() + leases.WAITING_LASTS
    try:
        with transaction.atomic():
            row.save()
            Chunk.objects.bulk_create(
                Chunk(simulation=row, first=first, runs=min(CHUNK, row.runs - first), held_until=until)
                for first in range(0, row.runs, CHUNK)
            )
    except IntegrityError:
        text = "A simulation of yours is still running; wait for it, or cancel it."
        raise Refused(Code.SIMULATION_RUNNING, text) from None
    return row


def _waiting() -> Iterator[Chunk]:
    """What might be taken: of the simulation that fewest work at, first. Others may be quicker, so there are more."""
    working = Count("chunks", filter=Q(chunks__state=Chunk.State.RUNNING))
    rows = Simulation.objects.filter(state__in=NOT_OVER).annotate(working=working).order_by("working", "asked_at")
    for row in rows:
        yield from row.chunks.filter(state=Chunk.State.WAITING).order_by("first")[:CANDIDATES]


def _of(part: Part) -> "QuerySet[Chunk]":
    """The chunk, unless it is over or another worker's by now."""
    return Chunk.objects.filter(id=part.id, state=Chunk.State.RUNNING, tries=part.tries)


def _lost(chunk: Chunk) -> None:
    """A worker was not heard of again: another one plays all its games, or none does if it took too many along."""
    mine = Chunk.objects.filter(id=chunk.id, held_until=chunk.held_until, ended_at=None)
    until = timezone.now() + leases.WAITING_LASTS
    if not mine.update(state=Chunk.State.WAITING, games=0, held_until=until):
        return
    if chunk.tries < leases.MOST_TRIES:
        jobs.start(jobs.PLAY_GAMES)
        return
    last = chunk.first + chunk.runs
    failed(chunk.simulation_id, f"No worker could finish games {chunk.first + 1} to {last}; look at the workers' log.")


def _left_untold(before: datetime) -> bool:
    """Whether a worker died after the last game, before it told what came of it all."""
    played = Simulation.objects.filter(id__in=all_played())
    return played.exclude(chunks__ended_at__gte=before).exists()


def _games(simulation_id: str) -> int:
    return Chunk.objects.filter(simulation_id=simulation_id).aggregate(all=Sum("games"))["all"] or 0


def _end(simulation_id: str, state: Simulation.State, **what: str) -> None:
    with transaction.atomic():
        rows = Simulation.objects.select_for_update().filter(id=simulation_id, state__in=NOT_OVER)
        if rows.exists():
            rows.update(state=state, ended_at=timezone.now(), games=_games(simulation_id), **what)
            Chunk.objects.filter(simulation_id=simulation_id).delete()
