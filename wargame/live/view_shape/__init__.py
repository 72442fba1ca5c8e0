"""The shape of a view on the wire: what `engine.views` makes, as types for the browser.

A view is parts: public, team, seat (or control). Every part has the same optional maps, and the browser merges them key
by key: an entry of a later part takes the place of the earlier's, whole. Maps, not lists, for whatever changes, so that
a JSON Merge Patch stays small; no nulls: what is unknown is absent. `order` sorts a map's entries across the parts; it
counts nothing. Times are seconds since StartEx. `Ref` is a text outside the log, fetched by `read_texts`.
"""

from wargame.live.view_shape.agreements import AgreementShape, TemplateShape
from wargame.live.view_shape.common import Ref, Shape
from wargame.live.view_shape.control import LaterShape, MselShape, QueueShape
from wargame.live.view_shape.exercise import (
    ActorShape,
    ExerciseShape,
    NowShape,
    RewindShape,
    TeamShape,
    TimerShape,
    YouShape,
)
from wargame.live.view_shape.injects import InjectShape
from wargame.live.view_shape.learning import ObservationShape, ScoreShape
from wargame.live.view_shape.menu import BudgetShape, MenuShape
from wargame.live.view_shape.orders import OrderShape
from wargame.live.view_shape.picture import FactShape, RedLineShape, SourceShape, VariableShape
from wargame.live.view_shape.rulings import RulingShape
from wargame.live.view_shape.talk import CallShape, DispatchShape
from wargame.live.view_shape.theatre import MapShape, MarkShape


class Part(Shape):
    """Every map may be absent."""

    exercise: ExerciseShape | None = None
    timer: TimerShape | None = None
    teams: dict[str, TeamShape] | None = None
    actors: dict[str, ActorShape] | None = None
    variables: dict[str, VariableShape] | None = None
    map: MapShape | None = None
    marks: dict[str, MarkShape] | None = None
    red_lines: dict[str, RedLineShape] | None = None
    facts: dict[str, FactShape] | None = None
    sources: dict[str, SourceShape] | None = None
    menu: dict[str, MenuShape] | None = None
    templates: dict[str, TemplateShape] | None = None
    budget: dict[str, BudgetShape] | None = None
    """By actor."""
    orders: dict[str, OrderShape] | None = None
    rewinds: dict[str, RewindShape] | None = None
    rulings: dict[str, RulingShape] | None = None
    injects: dict[str, InjectShape] | None = None
    dispatches: dict[str, DispatchShape] | None = None
    calls: dict[str, CallShape] | None = None
    agreements: dict[str, AgreementShape] | None = None
    objectives: dict[str, str] | None = None
    observations: dict[str, ObservationShape] | None = None
    hot_wash: dict[str, str] | None = None
    """Questions, after EndEx."""
    hot_wash_answers: dict[str, dict[str, Ref]] | None = None
    """By question, then seat: own team's; control sees all."""
    scores: dict[str, ScoreShape] | None = None
    """After EndEx."""
    you: YouShape | None = None
    now: NowShape | None = None
    queue: dict[str, QueueShape] | None = None
    msel: dict[str, MselShape] | None = None
    later: dict[str, LaterShape] | None = None


class Parts(Shape):
    """A whole view. A player has public, team, seat; an observer public and seat; the wall public; control its own."""

    public: Part | None = None
    team: Part | None = None
    seat: Part | None = None
    control: Part | None = None
