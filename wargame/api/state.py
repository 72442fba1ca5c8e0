"""The state of an exercise, for scripts: maps of control's own view. The engine makes it; nothing is filtered here."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api import state_shapes as shapes
from wargame.engine.commands import TextRef
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.views import may_read, view_for
from wargame.engine.world import World
from wargame.exercises import texts, worlds

Map = dict[str, Any]
PROMISES = ("pledge", "deployed", "withdrawn")
"""Groups of variables that say what the members of a coalition give."""
OFFER, TRUE = "_offer", "_true"
"""Ends of names of variables that say what stands behind a force: as declared, and as it is."""


def members(view: Map) -> Map:
    return dict(view.get("actors", {}))


def variables(view: Map) -> Map:
    return dict(view.get("variables", {}))


def pledges(view: Map) -> Map:
    return {path: one for path, one in variables(view).items() if path.partition(".")[0] in PROMISES}


def backstop(view: Map) -> Map:
    return {path: one for path, one in variables(view).items() if path.partition(".")[0].endswith((OFFER, TRUE))}


def red_lines(view: Map) -> Map:
    return dict(view.get("red_lines", {}))


def rulings(view: Map) -> Map:
    return dict(view.get("rulings", {}))


PARTS: tuple[Callable[[Map], Map], ...] = (members, variables, pledges, backstop, red_lines)


@extend_schema(responses=shapes.StateShape, operation_id="read_state")
@api_view(["GET"])
def state(request: Request, exercise_id: str) -> Response:
    """All parts at one point of the log."""
    loaded = worlds.catch_up(exercise_id)
    timer, view = loaded.world.timer, control_view(loaded.world)
    stand = {"seq": loaded.seq, "status": loaded.world.status, "turn": timer.turn, "phase": timer.phase}
    return Response({**stand, **{part.__name__: part(view) for part in PARTS}})


def reader(part: Callable[[Map], Map], shape: type[shapes.Shape], about: str) -> Callable[..., Response]:
    """The view that answers with one part, under its name."""

    @extend_schema(responses=shape, operation_id=f"read_{part.__name__}", description=about)
    @api_view(["GET"])
    def read(request: Request, exercise_id: str) -> Response:
        return Response({part.__name__: part(control_view(worlds.catch_up(exercise_id).world))})

    return read


read_members = reader(members, shapes.MembersShape, "Who acts, by id, and which team plays them.")
read_variables = reader(variables, shapes.VariablesShape, "Every value, by path, with unit, provenance and history.")
read_pledges = reader(pledges, shapes.PledgesShape, "The variables of what was pledged, deployed and withdrawn.")
read_backstop = reader(backstop, shapes.BackstopShape, "The variables of what stands behind, as declared and as it is.")
read_red_lines = reader(red_lines, shapes.RedLinesShape, "Every red line, by id, and how near it is.")
read_rulings = reader(rulings, shapes.RulingsShape, "Every ruling, by id, those that wait for control among them.")


@extend_schema(responses=shapes.TextShape, operation_id="read_text")
@api_view(["GET"])
def read_text(request: Request, exercise_id: str, ref: str) -> Response:
    """A text that rulings or the log refer to. One that was erased, or voided by a rewind, is not found."""
    wanted = TextRef(ref)
    may = may_read(worlds.catch_up(exercise_id).world, CONTROL_VIEWER, wanted)
    body = texts.read(exercise_id, [wanted]).get(wanted) if may else None
    if body is None:
        raise NotFound("There is no such text, or it was erased.")
    return Response({"ref": ref, "body": body})


def control_view(world: World) -> Map:
    """Control's part of the view."""
    return dict(view_for(world, CONTROL_VIEWER)["control"])
