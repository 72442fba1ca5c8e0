"""Whether a log is as it was written, and whether everything made from it agrees with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wargame.engine.dice import commit
from wargame.engine.events import Logged
from wargame.engine.evolve import replay
from wargame.engine.world import World
from wargame.exercises import event_log, projection, queries, texts, worlds
from wargame.exercises.event_log import Entry, LogError
from wargame.exercises.models import Exercise, Text


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found."""

    exercise: str
    events: int
    head_hash: str
    problems: tuple[str, ...]


def verify(exercise_id: str) -> Found:
    """Check the chain, its end, the replay, the texts, the tables and, once revealed, the seed."""
    row = queries.exercise(exercise_id)
    entries = list(event_log.read(exercise_id))
    problems = [*_chain(entries), *_head(row, entries)]
    logged = _readable(entries, problems)
    if len(logged) == len(entries):
        problems += _replayed(row, entries, logged)
    problems += _texts(exercise_id)
    return Found(exercise_id, len(entries), row.head_hash, tuple(problems))


def world_of(exercise_id: str) -> World:
    """The world by the log alone, whatever is cached."""
    return replay(worlds.lobby(exercise_id).world, event_log.read_events(exercise_id))


def _chain(entries: Iterable[Entry]) -> Iterator[str]:
    prev_hash, at = "", 0.0
    for seq, entry in enumerate(entries, 1):
        if entry.seq != seq:
            yield f"entry {entry.seq}: number {seq} was expected"
            return
        if entry.prev_hash != prev_hash:
            yield f"entry {seq}: does not continue entry {seq - 1}"
        if entry.hash != event_log.hash_of(entry):
            yield f"entry {seq}: was changed after it was written"
        if entry.at < at:
            yield f"entry {seq}: its time runs backwards"
        prev_hash, at = entry.hash, entry.at


def _head(row: Exercise, entries: list[Entry]) -> Iterator[str]:
    last = (entries[-1].seq, entries[-1].hash) if entries else (0, "")
    if last != (row.head_seq, row.head_hash):
        yield f"the log ends at {last[0]}, its head says {row.head_seq}: entries were removed or added"


def _readable(entries: Iterable[Entry], problems: list[str]) -> list[Logged]:
    logged: list[Logged] = []
    for entry in entries:
        try:
            logged.append(event_log.logged(entry))
        except LogError as error:
            problems.append(str(error))
            continue
        if entry.audience != event_log.audience_of(logged[-1].event):
            problems.append(f"entry {entry.seq}: its audience is not the event's")
    return logged


def _replayed(row: Exercise, entries: list[Entry], logged: list[Logged]) -> Iterator[str]:
    try:
        world = replay(worlds.lobby(row.id).world, logged)
    except (KeyError, ValueError, TypeError) as error:
        yield f"the log cannot be replayed: {type(error).__name__} {error}"
        return
    if world.status != row.status:
        yield f"the exercise is {row.status}, its log says {world.status}"
    yield from projection.differences(row.id, world)
    yield from _promise(world)


def _promise(world: World) -> Iterator[str]:
    if not world.seed:
        return
    pack = world.scenario
    kept = commit(bytes.fromhex(world.seed), bytes.fromhex(world.nonce), pack.pack_hash, pack.rules_hash)
    if kept != world.commitment:
        yield "the revealed seed is not the one that was committed to at StartEx"


def _texts(exercise_id: str) -> Iterator[str]:
    """An erased text is no fault; one that does not fit its reference is."""
    for text in Text.objects.filter(exercise_id=exercise_id).iterator():
        if texts.ref_of(text.salt, text.body) != text.ref:
            yield f"text {text.ref[:12]}…: was changed after it was written"
