"""What one viewer hears: a view first, then one change after the other, each from cursor to cursor."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wargame.engine.views import Viewer
from wargame.live import packed
from wargame.live.cursors import cursors_of
from wargame.live.outbox import Outbox
from wargame.live.parts import PartKey, Parts, layers

MOST_KEPT = 64
"""Changes that a socket which comes back may have missed; if more, it gets a view."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change, without the time at which it is told."""

    prev: str
    here: str
    patch: str

    def frame(self, now: float) -> str:
        """The frame `Changed`."""
        return f'{{"type":"changed","prev":"{self.prev}","here":"{self.here}","now":{now},"patch":{self.patch}}}'


class Feed:
    """One viewer's cursor, recent changes and open sockets (a laptop and a phone, say)."""

    def __init__(self, exercise: str, viewer: Viewer, seq: int) -> None:
        self.sockets: list[Outbox] = []
        self._exercise = exercise
        self._begin(viewer, seq)

    def _begin(self, viewer: Viewer, seq: int) -> None:
        self.viewer = viewer
        self._layers = layers(viewer)
        self._cursor = cursors_of(self._exercise, f"{viewer.kind} {viewer.seat}")
        self.here = self._cursor(seq)
        self._steps: deque[Step] = deque(maxlen=MOST_KEPT)

    def view(self, parts: Parts, now: float) -> str:
        """The frame `View`."""
        body = ",".join(f'"{name}":{parts.text(key)}' for name, key in self._layers.items())
        return f"{self._view_head(now)}{body}}}}}"

    def packed_view(self, parts: Parts, now: float) -> bytes:
        """The same, packed."""
        pieces, before = [], self._view_head(now)
        for name, key in self._layers.items():
            pieces += [packed.plain(f'{before}"{name}":'), parts.packed(key)]
            before = ","
        return packed.stream([*pieces, packed.plain("}}")])

    def _view_head(self, now: float) -> str:
        return f'{{"type":"view","here":"{self.here}","now":{now},"parts":{{'

    def show(self, sockets: Iterable[Outbox], parts: Parts, now: float) -> None:
        """Send the whole view to these sockets."""
        for socket in sockets:
            socket.push(self.packed_view(parts, now) if socket.packed else self.view(parts, now))

    def since(self, cursor: str, now: float) -> list[str]:
        """The frames from this cursor to here; none if the cursor is not known any more."""
        if cursor == self.here:
            return [Step(cursor, cursor, "{}").frame(now)]
        steps = list(self._steps)
        start = next((i for i, step in enumerate(steps) if step.prev == cursor), len(steps))
        return [step.frame(now) for step in steps[start:]]

    def move(self, seq: int, patches: Mapping[PartKey, str], now: float) -> None:
        """Tell the sockets what changed for them; who sees no change hears nothing."""
        seen = [f'"{name}":{patches[key]}' for name, key in self._layers.items() if key in patches]
        if not seen:
            return
        step = Step(self.here, self._cursor(seq), f"{{{','.join(seen)}}}")
        self.here = step.here
        self._steps.append(step)
        self.push(step.frame(now))

    def begin_anew(self, viewer: Viewer, seq: int, parts: Parts, now: float) -> None:
        """The viewer has changed, or the world has: no patch leads there."""
        self._begin(viewer, seq)
        parts.watch(self.viewer)
        self.show(self.sockets, parts, now)

    def push(self, text: str) -> None:
        """Send one frame to every socket of this viewer."""
        for socket in self.sockets:
            socket.push(text)
