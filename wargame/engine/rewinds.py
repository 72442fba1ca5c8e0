"""What rewinds take back of a log, and what they leave. Nothing is ever removed from the log itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wargame.engine.events import Logged, Rewound


@dataclass(frozen=True, slots=True)
class Undone:
    """One rewind and what it took back."""

    rewind: Logged
    before: tuple[Logged, ...]
    """All that counted until then: replayed, it gives the world that was left."""
    void: tuple[Logged, ...]
    """The end of `before`."""


def effective(log: Sequence[Logged]) -> list[Logged]:
    """The log without what was rewound. A rewind that was itself rewound is gone too, and undoes nothing."""
    kept: list[Logged] = []
    for entry in log:
        if isinstance(entry.event, Rewound):
            del kept[_length(kept, entry.event.to) :]
        kept.append(entry)
    return kept


def undone(log: Sequence[Logged]) -> list[Undone]:
    """Every rewind of the log in order, those that a later one took back included."""
    kept: list[Logged] = []
    found = []
    for entry in log:
        if isinstance(entry.event, Rewound):
            length = _length(kept, entry.event.to)
            found.append(Undone(entry, tuple(kept), tuple(kept[length:])))
            del kept[length:]
        kept.append(entry)
    return found


def voided_by(rewinds: Iterable[Logged], seq: int) -> Logged | None:
    """The rewind, of these in order, that took entry `seq` back; none if it counts."""
    return next((one for one in rewinds if isinstance(one.event, Rewound) and one.event.to < seq < one.seq), None)


def _length(kept: Sequence[Logged], to: int) -> int:
    """How many of them stand up to number `to`."""
    return sum(entry.seq <= to for entry in kept)
