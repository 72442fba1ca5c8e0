"""Who asks."""

from django.contrib.auth.models import User
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request


def staff(request: Request) -> User:
    """The signed-in member of staff; the permission has let nobody else in."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user
