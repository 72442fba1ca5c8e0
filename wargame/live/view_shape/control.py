"""What control alone has."""

from typing import Literal

from wargame.live.view_shape.common import Ref, Shape


class QueueShape(Shape):
    kind: Literal["ruling", "free", "inject", "call", "answer", "timer", "idle"]
    title: str
    detail: str
    team: str = ""
    ref: str
    since: float
    due: float | None = None


class MselShape(Shape):
    headline: str
    kind: Literal["scheduled", "condition", "manual", "not_done_by", "improvised"]
    when: str
    """In words."""
    turn: int = 0
    phase: str = ""
    offset: float = 0.0
    due_at: float | None = None
    planned: str = ""
    """In words: where the pack had it, before control moved it."""
    moved_reason: Ref = ""
    status: Literal["armed", "held", "fired", "skipped"]
    by: str = ""
    fired_at: float | None = None
    fired_turn: int = 0
    to: list[str]
    note: str
    body: str
    order: int


class LaterShape(Shape):
    title: str
    month: int
