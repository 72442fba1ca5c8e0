"""Exercises: the list at home, opening one, StartEx, deleting a lobby."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.lobby import lobby_of
from wargame.api.shapes import ExerciseLine, LobbyShape, NewExercise
from wargame.api.staff import staff
from wargame.engine.commands import Setup
from wargame.exercises import queries, services, worlds


@extend_schema(methods=["GET"], responses=ExerciseLine(many=True), operation_id="list_exercises")
@extend_schema(methods=["POST"], request=NewExercise, responses={201: LobbyShape}, operation_id="open_exercise")
@api_view(["GET", "POST"])
def exercises(request: Request) -> Response:
    """GET: all exercises, newest first. POST: open a lobby."""
    if request.method == "POST":
        return _open(request)
    return Response([_line(row) for row in queries.exercises()])


def _open(request: Request) -> Response:
    asked = NewExercise(data=request.data)
    asked.is_valid(raise_exception=True)
    choices = dict(asked.validated_data)
    pack, title = choices.pop("scenario"), choices.pop("title")
    made = services.open_exercise(pack, title, Setup(**choices), staff(request))
    return Response(lobby_of(request, made.id), status=201)


@extend_schema(methods=["GET"], responses=LobbyShape, operation_id="read_exercise")
@extend_schema(methods=["DELETE"], responses={204: None}, operation_id="delete_exercise")
@api_view(["GET", "DELETE"])
def exercise(request: Request, exercise_id: str) -> Response:
    """GET: the lobby. DELETE: an exercise that has not started."""
    if request.method == "DELETE":
        services.delete_exercise(exercise_id)
        return Response(status=204)
    return Response(lobby_of(request, exercise_id))


@extend_schema(request=None, responses=LobbyShape, operation_id="start_exercise")
@api_view(["POST"])
def start(request: Request, exercise_id: str) -> Response:
    """StartEx: deal the seed, open the first turn. Asked twice, the second is refused."""
    answer = services.start_exercise(exercise_id, account=staff(request).pk)
    if answer.refused:
        raise answer.refused
    return Response(lobby_of(request, exercise_id))


def line_of(exercise_id: str) -> dict[str, Any]:
    """Where one exercise, which is there, stands."""
    return _line(queries.exercises().get(id=exercise_id))


def _line(row: Any) -> dict[str, Any]:
    world = worlds.loaded(row.id).world
    return {
        "id": row.id,
        "title": row.title,
        "scenario": world.scenario.title,
        "status": row.status,
        "practice": world.setup.practice,
        "turn": world.timer.turn,
        "turns": len(world.clock.turns),
        "phase": world.timer.phase if row.status == "running" else "",
        "paused": world.timer.paused,
        "seats_taken": row.seats_taken,
        "seats": row.seats_all,
        "opened_at": row.opened_at,
    }
