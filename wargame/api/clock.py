"""The clock, for scripts: close a phase, pause, resume, end. Rulings and injects need a person at control's screen."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.exercises import line_of
from wargame.api.shapes import CloseAsked, EndAsked, ExerciseLine
from wargame.api.staff import staff
from wargame.engine.commands import CONTROL_SEAT, ClosePhase, Command, Pause, Resume
from wargame.exercises import services
from wargame.exercises.asked import Answer, Asked, new_request
from wargame.exercises.writer import execute


@extend_schema(request=CloseAsked, responses=ExerciseLine, operation_id="close_phase")
@api_view(["POST"])
def close(request: Request, exercise_id: str) -> Response:
    """Close the phase. It is named, so that two who ask at once close one and not two."""
    asked = CloseAsked(data=request.data)
    asked.is_valid(raise_exception=True)
    answer = _do(request, exercise_id, ClosePhase(**asked.validated_data))
    services.do_what_is_due(exercise_id)
    return _answered(exercise_id, answer)


@extend_schema(request=None, responses=ExerciseLine, operation_id="pause")
@api_view(["POST"])
def pause(request: Request, exercise_id: str) -> Response:
    """Stop the clock."""
    return _answered(exercise_id, _do(request, exercise_id, Pause()))


@extend_schema(request=None, responses=ExerciseLine, operation_id="resume")
@api_view(["POST"])
def resume(request: Request, exercise_id: str) -> Response:
    """Let the clock run again."""
    return _answered(exercise_id, _do(request, exercise_id, Resume()))


@extend_schema(request=EndAsked, responses=ExerciseLine, operation_id="end_exercise")
@api_view(["POST"])
def end(request: Request, exercise_id: str) -> Response:
    """EndEx: the model is revealed, seed and nonce too. There is no way back."""
    asked = EndAsked(data=request.data)
    asked.is_valid(raise_exception=True)
    return _answered(exercise_id, services.end_exercise(exercise_id, **asked.validated_data, account=staff(request).pk))


def _do(request: Request, exercise_id: str, command: Command) -> Answer:
    return execute(exercise_id, Asked(CONTROL_SEAT, new_request(), command, account=staff(request).pk))


def _answered(exercise_id: str, answer: Answer) -> Response:
    if answer.refused:
        raise answer.refused
    return Response(line_of(exercise_id))
