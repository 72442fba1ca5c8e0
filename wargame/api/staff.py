"""Who asks: staff, by the session of their browser or by the token of their script."""

from django.contrib.auth.models import User
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.request import Request

from wargame.exercises import codes

WORD = "Bearer"


class ByToken(BaseAuthentication):
    """`Authorization: Bearer <token>`, as `manage.py api_token` gives it. No browser sends that by itself: no CSRF."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        word, _, token = request.headers.get("Authorization", "").partition(" ")
        if word.lower() != WORD.lower():
            return None
        user = codes.user_of(token.strip())
        if user is None:
            raise AuthenticationFailed("This token is not known, has expired or was revoked; make a new one.")
        return user, None

    def authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return WORD


def staff(request: Request) -> User:
    """The signed-in member of staff; the permission has let nobody else in."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user
