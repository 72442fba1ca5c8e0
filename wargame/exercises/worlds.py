"""Each exercise's world as this process last knew it: read once, evolved once, shared by the writer and the rooms.

A `Loaded` never changes; a newer one takes its place. It may lag behind the log, never run ahead of what is committed.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from weakref import WeakValueDictionary

from wargame.engine.commands import Setup
from wargame.engine.events import Logged, Rewound
from wargame.engine.evolve import evolve, replay, start
from wargame.engine.scenario import Scenario
from wargame.engine.world import World
from wargame.exercises import event_log, library
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.codec import codec
from wargame.exercises.models import Exercise

SETUP = codec(Setup)
RECENT = 200
"""How many of the last events are kept at hand, so that a room that keeps up needs no SQL."""
MOST = 200
"""How many exercises are kept that nobody holds; the one not asked for longest goes first."""
MOST_LEFT = 4
"""How many worlds that a rewind left are kept, for control to read on in the log."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Loaded:
    """An exercise at one number of its log."""

    exercise_id: str
    world: World
    seq: int = 0
    hash: str = ""
    recent: tuple[Logged, ...] = ()
    """The last events, in order."""
    started_at: datetime | None = None
    """StartEx by the wall clock; none in the lobby."""

    def now(self) -> float:
        """Seconds since StartEx, pauses in; 0 in the lobby. Never less than the last event's."""
        if self.started_at is None:
            return 0.0
        return max((datetime.now(UTC) - self.started_at).total_seconds(), self.world.last_at)

    @property
    def scenario(self) -> Scenario:
        return self.world.scenario


_shelf: OrderedDict[str, Loaded] = OrderedDict()
_held: WeakValueDictionary[str, Loaded] = WeakValueDictionary()
"""What a room or a batch has in its hands, on the shelf or not: a room's exercise is never read anew from its start."""
_lock = Lock()


def loaded(exercise_id: str) -> Loaded:
    """The exercise as this process knows it, without a look at the database if it knows it at all."""
    return _known(exercise_id) or catch_up(exercise_id)


def catch_up(exercise_id: str) -> Loaded:
    """The exercise with everything that is committed. Raises `NoSuchExercise`."""
    return keep(_caught_up(_known(exercise_id) or lobby(exercise_id)))


def _known(exercise_id: str) -> Loaded | None:
    with _lock:
        return _at_hand(exercise_id)


def _at_hand(exercise_id: str) -> Loaded | None:
    return _shelf.get(exercise_id) or _held.get(exercise_id)


def peek(exercise_id: str, since: int) -> tuple[Loaded, tuple[Logged, ...]] | None:
    """What this process knows after number `since`, from memory alone; none if that takes a look at the database.

    Enough for what this process wrote itself.
    """
    known = _known(exercise_id)
    if known is None or known.seq - since > len(known.recent):
        return None
    return known, known.recent[len(known.recent) - max(0, known.seq - since) :]


def news(exercise_id: str, since: int) -> tuple[Loaded, tuple[Logged, ...]]:
    """The exercise now, and the events after number `since`: each is read once and evolved once in a process."""
    now = catch_up(exercise_id)
    return peek(exercise_id, since) or (now, tuple(event_log.read_events(exercise_id, since, now.seq)))


def keep(new: Loaded) -> Loaded:
    """Put it on the shelf unless a newer one is there; give back the newer."""
    with _lock:
        known = _at_hand(new.exercise_id)
        if known is None or known.seq < new.seq:
            known = new
        _shelf[new.exercise_id] = _held[new.exercise_id] = known
        _shelf.move_to_end(new.exercise_id)
        while len(_shelf) > MOST:
            _shelf.popitem(last=False)
    return known


def forget(exercise_id: str) -> None:
    """Know nothing of an exercise any more: it is deleted, or its log was put back."""
    with _lock:
        _shelf.pop(exercise_id, None)
        _held.pop(exercise_id, None)


def lobby(exercise_id: str) -> Loaded:
    """The exercise before its first event. Raises `NoSuchExercise`."""
    row = Exercise.objects.filter(id=exercise_id).values_list("scenario__hash", "setup", "started_at").first()
    if row is None:
        raise NoSuchExercise(exercise_id)
    return Loaded(exercise_id, start(library.scenario(row[0]), SETUP.load(row[1])), started_at=row[2])


def advanced(before: Loaded, new: Sequence[Logged], head_hash: str, unsaved: Sequence[Logged] = ()) -> Loaded:
    """The exercise after these events; `unsaved` are the ones before them that the database does not have yet."""
    if any(isinstance(entry.event, Rewound) for entry in new):
        saved = event_log.read_events(before.exercise_id, until=before.seq - len(unsaved))
        log = [*saved, *unsaved, *new]
        world = replay(lobby(before.exercise_id).world, log)
    else:
        world = before.world
        for entry in new:
            world = evolve(world, entry.event, entry.at)
    return replace(before, world=world, seq=new[-1].seq, hash=head_hash, recent=(*before.recent, *new)[-RECENT:])


@lru_cache(maxsize=MOST_LEFT)
def left_by(exercise_id: str, rewind: int) -> World:
    """The world that the rewind with this number left: what it took back is still in it. The past never changes."""
    return replay(lobby(exercise_id).world, event_log.read_events(exercise_id, until=rewind - 1))


def _caught_up(known: Loaded) -> Loaded:
    rows = list(event_log.read(known.exercise_id, known.seq))
    if not rows:
        return known
    if known.started_at is None:
        known = replace(known, started_at=lobby(known.exercise_id).started_at)
    return advanced(known, [event_log.logged(row) for row in rows], rows[-1].hash)
