"""What is said where no view could answer: to programs as JSON, to people on a page that looks like the others."""

import sys
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from wargame.exercises.asked import AWAY
from wargame.live.assets import assets


@dataclass(frozen=True, slots=True)
class Said:
    """One kind of failure: what happened, and what to do next."""

    status: int
    code: str
    title: str
    text: str


BAD_REQUEST = Said(400, "bad_request", "This request cannot be read", "Go back, load the page again and retry.")
CSRF_FAILED = Said(
    403, "csrf_failed", "This page is out of date", "Load it again and retry; allow cookies if that does not help."
)
FORBIDDEN = Said(403, "forbidden", "This is not open to you", "Sign in with an account that may enter, or go back.")
NOT_FOUND = Said(
    404, "not_found", "There is nothing at this address", "Check the link, or ask whoever gave it to you for a new one."
)
SERVER_ERROR = Said(
    500,
    "server_error",
    "Something went wrong on our side",
    "What was acknowledged is kept. Load the page again; if it repeats, tell whoever runs this server.",
)
UNAVAILABLE = Said(
    503, "unavailable", "The record cannot be reached just now", "Nothing is lost; try again in a moment."
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, BAD_REQUEST)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return answer(request, CSRF_FAILED)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return answer(request, NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    return answer(request, UNAVAILABLE if isinstance(sys.exc_info()[1], AWAY) else SERVER_ERROR)


def answer(request: HttpRequest, said: Said) -> HttpResponse:
    """`{code, text}`, or a page for a browser that asks for one. Needs no database, session or context processor."""
    if request.path.startswith("/api/") or "text/html" not in request.headers.get("Accept", ""):
        return JsonResponse({"code": said.code, "text": f"{said.title}. {said.text}"}, status=said.status)
    page = render_to_string("error.html", {"said": said, "assets": assets()})
    return HttpResponse(page, status=said.status)
