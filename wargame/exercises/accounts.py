"""Accounts of those who run exercises. Players have none."""

import secrets
from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction

from wargame.engine.refusals import Code, Refused
from wargame.exercises import codes, doorbell, names
from wargame.exercises.models import Exercise, FacilitatorLink


class NoSuchAccount(LookupError):
    """No member of staff has this name."""


def add(name: str) -> str:
    """The password of a new account, or a new one of an account that is there, opened again if it was closed.

    It is given now and never again. Raises ValidationError for a name that no account may have.
    """
    password = secrets.token_urlsafe(12)
    user = User.objects.filter(username=name).first() or User(username=name)
    user.is_staff = user.is_active = True
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    return password


def name_of(user: User) -> str:
    """What others of control's people call them."""
    return user.get_full_name() or user.username


def invited(name: str, host: User) -> User:
    """The account of somebody whom `host` invites to run exercises too: theirs alone, and entered by links alone.

    Whoever was invited before by this name comes back as the same. Raises `Refused`: an account that has a password,
    or was closed, is not entered by somebody else's invitation.
    """
    shown = host.username if name.casefold() == host.username.casefold() else names.checked(name)
    found = User.objects.filter(username__iexact=shown).first()
    if found is None:
        user = User(username=shown, is_staff=True)
        user.set_unusable_password()
        user.save()
        return user
    by_links = found.is_staff and found.is_active and not (found.is_superuser or found.has_usable_password())
    if found != host and not by_links:
        raise Refused(Code.NAME_TAKEN, f"“{shown}” has an account of their own; they sign in there, or add a surname.")
    return found


def close(name: str) -> None:
    """Nobody enters with this account any more, by password, session, link or token. Raises `NoSuchAccount`."""
    user = User.objects.filter(username=name, is_staff=True).first()
    if user is None:
        raise NoSuchAccount(name)
    with transaction.atomic():
        user.is_active = False
        user.set_unusable_password()
        user.save()
        FacilitatorLink.objects.filter(user=user).delete()
        codes.revoke_tokens(user)
    for exercise_id in Exercise.objects.exclude(status=Exercise.Status.ENDED).values_list("id", flat=True):
        doorbell.ring(exercise_id, "seats")  # where a console of theirs may be open


def closed(ids: Collection[int]) -> set[int]:
    """Those of these accounts that may enter no more."""
    if not ids:
        return set()
    return set(ids) - set(User.objects.filter(id__in=ids, is_active=True, is_staff=True).values_list("id", flat=True))
