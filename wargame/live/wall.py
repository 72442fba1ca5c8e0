"""The wall's doors: its page, and the picture of the join code that it shows in the lobby."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wargame.exercises import codes, invitations, queries
from wargame.exercises.asked import NoSuchExercise
from wargame.live.pages import shell


@require_safe
@never_cache
def page(request: HttpRequest, wall: str) -> HttpResponse:
    """Whoever has the link sees what everybody may see."""
    row = _exercise(wall)
    join = invitations.join_link(request, "")
    return shell(request, "wall", "Exercise", socket=f"/w/{wall}/socket", exercise_title=row.title, join=join)


@require_safe
@never_cache
def picture(request: HttpRequest, wall: str, code: str) -> HttpResponse:
    """The QR code of the join link with this code. Whether the code opens anything, it does not tell."""
    _exercise(wall)
    if not codes.well_formed(code):
        raise Http404
    drawn = invitations.qr_svg(invitations.join_link(request, code))
    return HttpResponse(drawn, content_type="image/svg+xml")


def _exercise(wall: str) -> Any:
    try:
        return queries.wall(wall)
    except NoSuchExercise:
        raise Http404 from None
