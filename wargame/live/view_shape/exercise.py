"""The exercise, its timer and who takes part."""

from typing import Literal

from wargame.engine.scenario import Mode, Phase
from wargame.live.view_shape.common import Ref, Shape


class TreatmentShape(Shape):
    title: str
    arm: str
    """Title; empty if this group plays as usual."""


class ExerciseShape(Shape):
    scenario: str
    title: str
    version: str
    mark: Literal["EXERCISE", "PRACTICE"]
    status: Literal["lobby", "running", "ended"]
    mode: Mode
    start_card: str
    """Title."""
    rule_card: str = ""
    """Title; players learn it at EndEx."""
    treatments: list[TreatmentShape] = []
    """Players learn them at EndEx, too."""
    content_note: str
    briefing: str
    limits: list[str]
    commitment: str
    seed: str = ""
    nonce: str = ""
    pack_hash: str = ""
    rules_hash: str = ""


class PhaseShape(Shape):
    phase: Phase
    seconds: float


class TurnShape(Shape):
    months: int
    label: str


class TimerShape(Shape):
    turn: int
    turns: list[TurnShape]
    phase: Phase
    phases: list[PhaseShape]
    opened_at: float
    ends_at: float | None = None
    """Absent: no planned end."""
    paused: bool
    remaining: float | None = None
    """While paused."""
    extra: float = 0.0
    """Team part: seconds more for this team alone."""


class SeatShape(Shape):
    title: str
    initials: str
    leads: bool
    order: int


class TeamShape(Shape):
    name: str
    letters: str
    slot: int
    aim: str
    order: int
    actors: list[str]
    seats: dict[str, SeatShape]
    submitted: int | None = None
    """Orders in this turn: for control always, for players and the wall only where the set-up says so."""


class ActorShape(Shape):
    name: str
    letters: str
    team: str
    """"" if control plays it."""
    order: int
    stance: str = ""
    constraint: str = ""
    authorisation: str = ""
    facts: list[str] = []


class RewindShape(Shape):
    """Control went back to an earlier point: what was done since is void."""

    turn: int
    """Of the point."""
    phase: Phase
    start: bool
    """The point is the phase's very beginning."""
    at: float
    """When control went back."""
    reason: Ref = ""
    """Absent where control did not share it."""


class YouShape(Shape):
    role: Literal["player", "control", "observer"]
    seat: str = ""
    title: str
    initials: str
    leads: bool = False
    team: str = ""
    brief: str = ""
    team_brief: str = ""


class NowShape(Shape):
    sentence: str
    to: Literal["", "orders", "inbox", "rulings", "agreements", "brief", "queue", "report", "hot_wash"]
    ref: str = ""
