"""JSON in and out at the doors that are no sockets: joining, entering, signing in."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from pydantic import BaseModel, ConfigDict, ValidationError

from wargame.engine.refusals import Code, Refused
from wargame.live.attempts import exhausted, failed

MOST_BYTES = 8 * 1024

STATUS = {
    Code.UNKNOWN_CODE: 404,
    Code.CODE_EXPIRED: 410,
    Code.LINK_USED: 410,
    Code.LINK_EXPIRED: 410,
    Code.SEAT_TAKEN: 409,
    Code.NAME_TAKEN: 409,
    Code.ENDED: 410,
}
GUESSES = frozenset({Code.UNKNOWN_CODE, Code.LINK_USED, Code.LINK_EXPIRED})
"""Refusals that somebody who guesses would get."""

View = Callable[..., HttpResponseBase]


class Body(BaseModel):
    """What a POST carries."""

    model_config = ConfigDict(extra="forbid", strict=True, str_max_length=200)


Shape = TypeVar("Shape", bound=Body)


class BadBody(Exception):
    """The request's body is not what this door takes."""


def body(request: HttpRequest, shape: type[Shape]) -> Shape:
    """The request's JSON. Raises BadBody."""
    if len(request.body) > MOST_BYTES:
        raise BadBody(f"Send at most {MOST_BYTES // 1024} KB.")
    try:
        return shape.model_validate_json(request.body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))[:80]
        raise BadBody(f"{place}: {first['msg']}." if place else "Send JSON.") from None


def refused(code: str, text: str, status: int = 400) -> JsonResponse:
    """`{code, text}`, as the sockets' `refused` has it."""
    return JsonResponse({"code": code, "text": text}, status=status)


def guarded(door: str) -> Callable[[View], View]:
    """Turn refusals into answers, and slow down an address that guesses at this door."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guard(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
            if exhausted(request, door):
                return refused("too_fast", "Too many wrong tries from here; wait a minute.", 429)
            try:
                return view(request, *args, **kwargs)
            except BadBody as bad:
                return refused("bad_request", str(bad))
            except Refused as refusal:
                if refusal.code in GUESSES:
                    failed(request, door)
                return refused(refusal.code, refusal.text, STATUS.get(refusal.code, 400))

        return guard

    return decorate
