"""What lets people in: join codes for players, links for facilitators, tokens for their scripts.

Doors limit how often one may try.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from wargame.engine.observers import OBSERVERS
from wargame.engine.refusals import Code, Refused
from wargame.exercises.models import ApiToken, Exercise, FacilitatorLink, JoinCode

LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
"""Without those that are read as one another: I L 1, O 0, S 5, Z 2."""
LENGTH = 6
CODE_LASTS = timedelta(hours=24)
LINK_LASTS = timedelta(minutes=10)


def new_codes(exercise: Exercise, teams: Iterable[str]) -> None:
    """Fresh codes of the exercise, its teams and its observers; those before end."""
    for team in ("", *teams, OBSERVERS):
        new_code(exercise, team)


def new_code(exercise: Exercise, team: str = "") -> JoinCode:
    """A fresh code of the exercise, of one team, or of the observers; the one before it ends."""
    JoinCode.objects.filter(exercise=exercise, team=team).delete()
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        try:
            with transaction.atomic():
                return JoinCode.objects.create(
                    code=code, exercise=exercise, team=team, expires_at=timezone.now() + CODE_LASTS
                )
        except IntegrityError:  # another exercise has it: one in 387 million, and then the next
            continue


def well_formed(code: str) -> bool:
    """Whether it could be a code."""
    return len(code) == LENGTH and set(code) <= set(LETTERS)


def find_code(typed: str) -> JoinCode:
    """The code that somebody typed, in whatever case and spacing. Raises `Refused`."""
    code = re.sub(r"[\s-]", "", typed).upper()
    known = JoinCode.objects.select_related("exercise").filter(code=code)
    found = known.first() if well_formed(code) else None  # the database need not see what nobody made
    if found is None:
        raise Refused(Code.UNKNOWN_CODE, "There is no such code; look at the screen in the room again.")
    if found.expires_at <= timezone.now():
        raise Refused(Code.CODE_EXPIRED, "This code has expired; ask control for a new one.")
    if found.exercise.status == Exercise.Status.ENDED:
        raise Refused(Code.ENDED, "The exercise has ended.")
    return found


def end_codes(exercise_id: str) -> None:
    """Nobody joins a team any more, until control makes a new code. Observers may come at any time."""
    JoinCode.objects.filter(exercise_id=exercise_id).exclude(team=OBSERVERS).delete()


def new_link(user: User) -> str:
    """The token of a link that signs this user in once. It is shown now and never again."""
    token = secrets.token_urlsafe(32)
    FacilitatorLink.objects.create(token_hash=hashed(token), user=user, expires_at=timezone.now() + LINK_LASTS)
    return token


def use_link(token: str) -> User:
    """The user of a link, which is used up by that. Raises `Refused`."""
    now = timezone.now()
    mine = FacilitatorLink.objects.filter(token_hash=hashed(token))
    used = mine.filter(used_at=None, expires_at__gt=now).update(used_at=now)  # one statement: two cannot both succeed
    link = mine.select_related("user").first()
    if used and link:
        return link.user
    if link and link.used_at:
        raise Refused(Code.LINK_USED, "This link has been used; ask for a new one.")
    raise Refused(Code.LINK_EXPIRED, "This link has expired; ask for a new one.")


def new_token(user: User, lasts: timedelta) -> str:
    """A script's token, which acts as this user. It is shown now and never again."""
    token = secrets.token_urlsafe(32)
    ApiToken.objects.create(token_hash=hashed(token), user=user, expires_at=timezone.now() + lasts)
    return token


def user_of(token: str) -> User | None:
    """Whose token this is; none if it is unknown, expired or revoked, or the account is closed."""
    mine = ApiToken.objects.filter(token_hash=hashed(token), expires_at__gt=timezone.now(), user__is_active=True)
    found = mine.select_related("user").first()
    return found.user if found else None


def revoke_tokens(user: User) -> int:
    """End all tokens of this user; how many there were."""
    ended, _ = ApiToken.objects.filter(user=user).delete()
    return ended


def hashed(token: str) -> str:
    """What is stored of a secret token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
