"""How an event is stored: the only module that knows the log's format.

An entry's hash is SHA-256 over (1) the hash before it, as hex, or nothing for the first; (2) the canonical JSON of
its header: format version, exercise, number, time, kind, asker's seat, request id and salt; (3) a line feed; (4) the
canonical JSON of the event. So whoever has the rows can check that none was changed, moved, added or dropped; see
`verify_log`.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from wargame.engine.events import EVENTS, Event, Logged, Rewound
from wargame.exercises import sql
from wargame.exercises.codec import CodecError, canonical, codec
from wargame.exercises.models import LogEntry

VERSION = 1
"""Of the format. A reader that meets another version stops: it was written by newer code."""

CODECS = {name: codec(kind) for name, kind in cast(Mapping[str, Any], EVENTS).items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log."""

    exercise_id: str
    seq: int
    version: int
    kind: str
    at: float
    seat: str
    request_id: str
    audience: str
    salt: str
    body: str
    prev_hash: str
    hash: str


COLUMNS = tuple(Entry.__dataclass_fields__)


class LogError(ValueError):
    """The log cannot be read: it was changed, or written by newer code."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the entries of one command share."""

    exercise_id: str
    at: float
    seat: str
    request_id: str


def entries(origin: Origin, seq: int, prev_hash: str, events: Iterable[Event]) -> list[Entry]:
    """The rows that would follow number `seq`. Raises `CodecError` if an event does not fit its class."""
    made: list[Entry] = []
    for event in events:
        seq += 1
        made.append(_entry(origin, seq, prev_hash, event))
        prev_hash = made[-1].hash
    return made


def append(rows: Sequence[Entry]) -> None:
    """Write rows. The database refuses a number that is taken."""
    sql.insert(LogEntry, COLUMNS, [tuple(getattr(row, name) for name in COLUMNS) for row in rows])


def read(exercise_id: str, after: int = 0, until: int | None = None) -> Iterator[Entry]:
    """The rows with numbers above `after`, up to and with `until`, in order."""
    query = LogEntry.objects.filter(exercise_id=exercise_id, seq__gt=after)
    if until is not None:
        query = query.filter(seq__lte=until)
    for row in query.order_by("seq").values_list(*COLUMNS):
        yield Entry(*row)


def read_events(exercise_id: str, after: int = 0, until: int | None = None) -> list[Logged]:
    """The same as events. Raises `LogError`."""
    return [logged(row) for row in read(exercise_id, after, until)]


def rewinds(exercise_id: str) -> list[Logged]:
    """Every rewind in the log, in order."""
    rows = LogEntry.objects.filter(exercise_id=exercise_id, kind=Rewound.__name__).order_by("seq")
    return [logged(Entry(*row)) for row in rows.values_list(*COLUMNS)]


def logged(row: Entry) -> Logged:
    """The event in a row. Raises `LogError`."""
    if row.version != VERSION or row.kind not in CODECS:
        raise LogError(f"entry {row.seq}: version {row.version} of {row.kind} is not known to this program")
    try:
        event: Event = CODECS[row.kind].load(json.loads(row.body))
    except (CodecError, json.JSONDecodeError) as error:
        raise LogError(f"entry {row.seq}: {row.kind}{error}") from error
    return Logged(row.seq, row.at, event)


def hash_of(row: Entry) -> str:
    """What the row's hash must be."""
    header = {
        "at": row.at,
        "exercise": row.exercise_id,
        "kind": row.kind,
        "request_id": row.request_id,
        "salt": row.salt,
        "seat": row.seat,
        "seq": row.seq,
        "version": row.version,
    }
    return hashlib.sha256(f"{row.prev_hash}{canonical(header)}\n{row.body}".encode()).hexdigest()


def audience_of(event: Event) -> str:
    """The audience as the row has it."""
    return " ".join(event.audience)


def exported(row: Entry) -> dict[str, Any]:
    """The row as plain JSON, with all that its hash is made from: `body` in its canonical form is what was hashed."""
    return {**asdict(row), "body": json.loads(row.body)}


def _entry(origin: Origin, seq: int, prev_hash: str, event: Event) -> Entry:
    kind = type(event).__name__
    unsealed = Entry(
        exercise_id=origin.exercise_id,
        seq=seq,
        version=VERSION,
        kind=kind,
        at=origin.at,
        seat=origin.seat,
        request_id=origin.request_id,
        audience=audience_of(event),
        salt=secrets.token_hex(16),
        body=canonical(CODECS[kind].dump(event)),
        prev_hash=prev_hash,
        hash="",
    )
    return replace(unsealed, hash=hash_of(unsealed))
