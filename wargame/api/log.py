"""The log by pages, for scripts: whole entries, so that whoever has them all can check the chain."""

from collections.abc import Iterable

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.state_shapes import LogAsked, LogShape
from wargame.exercises import event_log, queries


@extend_schema(parameters=[LogAsked], responses=LogShape, operation_id="read_log")
@api_view(["GET"])
def log(request: Request, exercise_id: str) -> Response:
    """A page of the log. Oldest first, the cursor of the last page is where to listen for more."""
    asked = LogAsked(data=request.query_params)
    asked.is_valid(raise_exception=True)
    row = queries.exercise(exercise_id)
    entries, cursor = _page(row.id, row.head_seq, **asked.validated_data)
    return Response(
        {
            "entries": [event_log.exported(entry) for entry in entries],
            "cursor": cursor,
            "head_seq": row.head_seq,
            "head_hash": row.head_hash,
        }
    )


def _page(
    exercise_id: str, head: int, order: str, limit: int, cursor: int | None = None
) -> tuple[Iterable[event_log.Entry], str]:
    """The entries, and the cursor after them: the number that the last one has."""
    if order == "oldest":
        first = min(cursor or 0, head)
        last = min(first + limit, head)
        return event_log.read(exercise_id, first, last), str(last)
    last = head if cursor is None else min(cursor - 1, head)
    first = max(0, last - limit)
    page = list(event_log.read(exercise_id, first, max(0, last)))
    return page[::-1], str(first + 1) if first else ""
