"""What assessors note, and what the aims come to."""

from wargame.live.view_shape.common import Ref, Shape


class ObservationShape(Shape):
    seat: str
    objective: str
    team: str
    text: Ref
    at: float
    turn: int


class ScoreShape(Shape):
    actor: str
    title: str
    value: float
