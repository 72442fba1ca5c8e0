"""What people say to each other."""

from wargame.live.view_shape.common import Ref, Shape


class DispatchShape(Shape):
    team: str
    """Sender's team id, or "control"."""
    seat: str
    to: list[str]
    """The addressed teams, as "team:x" or "control"."""
    subject: Ref
    body: Ref
    at: float
    turn: int
    reply_to: str = ""
    order: int


class CallShape(Shape):
    seat: str
    text: Ref
    at: float
    answer: Ref = ""
