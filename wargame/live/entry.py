"""How staff get in: a link that works once, or an account. Both end in an HttpOnly session cookie."""

from urllib.parse import urlsplit

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST

from wargame.exercises import codes
from wargame.live.attempts import failed
from wargame.live.pages import shell
from wargame.live.replies import Body, body, guarded, refused

BACKEND = "django.contrib.auth.backends.ModelBackend"


class Enter(Body):
    token: str
    """From the link's fragment, which browsers send to nobody."""


class SignIn(Body):
    username: str
    password: str
    next: str = "/"


@require_http_methods(["GET", "POST"])
@never_cache
@ensure_csrf_cookie
@guarded("link")
def enter(request: HttpRequest) -> HttpResponse:
    """GET: the page that takes the token from the fragment. POST: the token for a session, once."""
    if request.method == "GET":
        return shell(request, "enter", "Enter")
    login(request, codes.use_link(body(request, Enter).token), backend=BACKEND)
    return JsonResponse({"to": "/"})


@require_http_methods(["GET", "POST"])
@never_cache
@ensure_csrf_cookie
@guarded("sign_in")
def sign_in(request: HttpRequest) -> HttpResponse:
    """GET: the page. POST: name and password for a session."""
    if request.method == "GET":
        return shell(request, "login", "Sign in", next=own_path(request, request.GET.get("next", "/")))
    asked = body(request, SignIn)
    user = authenticate(request, username=asked.username, password=asked.password)
    if user is None or not user.is_staff:
        failed(request, "sign_in")
        return refused("wrong_password", "Name or password is wrong.", 403)
    login(request, user)
    return JsonResponse({"to": own_path(request, asked.next)})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return JsonResponse({"to": "/login"})


def own_path(request: HttpRequest, url: str) -> str:
    """Where to go on, if it is a page of ours; else home."""
    if url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}) and urlsplit(url).path.startswith("/"):
        return url
    return "/"
