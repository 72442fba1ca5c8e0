"""What is refused before any door looks at it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from wargame.errors import NOT_FOUND, answer


def refuse_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """404 for an address with a NUL character in it: no id has one, and PostgreSQL fails on it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.path + "".join(f"{key}{value}" for key, values in request.GET.lists() for value in values)
        return answer(request, NOT_FOUND) if "\0" in asked else get_response(request)

    return middleware
