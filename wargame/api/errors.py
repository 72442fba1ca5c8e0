"""Refusals as answers, once for all views: a code for scripts, a sentence for people."""

from collections.abc import Mapping
from typing import Any

from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from wargame.engine.refusals import Refused
from wargame.exercises.asked import AWAY, NoSuchExercise, Unavailable

STATUS: Mapping[str, int] = {
    "unknown_scenario": 404,
    "unknown_seat": 404,
    "unknown_report": 404,
    "unknown_simulation": 404,
}
"""By code; a refusal is otherwise a conflict with the state of the exercise."""


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: every error of this door has the shape {code, text}."""
    match error:
        case Refused():
            return _said(STATUS.get(error.code, 409), error.code, error.text)
        case NoSuchExercise():
            return _said(404, "no_such_exercise", "There is no such exercise, or it was deleted.")
        case _ if isinstance(error, (Unavailable, *AWAY)):
            return _said(503, "unavailable", Unavailable.text)
        case exceptions.ValidationError():
            return _said(400, "bad_request", _sentence(error.detail))
        case exceptions.APIException():
            response = exception_handler(error, context)
            if response is not None:
                response.data = {"code": str(error.default_code), "text": str(error.detail)}
            return response
    return exception_handler(error, context)


def _said(status: int, code: str, text: str) -> Response:
    return Response({"code": str(code), "text": text}, status=status)


def _sentence(detail: Any, field: str = "") -> str:
    """The first complaint, with the field that it is about."""
    if isinstance(detail, Mapping):
        key = next(iter(detail))
        return _sentence(detail[key], "" if key == "non_field_errors" else str(key))
    if isinstance(detail, list):
        return _sentence(detail[0], field)
    return f"{field}: {detail}" if field else str(detail)
