"""Tokens for scripts: shown once, kept as hashes, ended by time, by hand or with the account."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from rest_framework.test import APIClient

from wargame.exercises import codes
from wargame.exercises.models import ApiToken

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin() -> User:
    return User.objects.create_user("robin", is_staff=True)


def made(name: str, **options: object) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("api_token", name, stdout=out, **options)
    return out.getvalue().strip()


def status(header: str, method: str = "get") -> int:
    """What a script gets that sends this header. Browsers' cookies and CSRF tokens it has none."""
    client = APIClient(enforce_csrf_checks=True)
    return int(getattr(client, method)("/api/exercises", HTTP_AUTHORIZATION=header).status_code)


def test_a_token_lets_a_script_in(robin: User) -> None:
    token = made("robin")
    assert status(f"Bearer {token}") == status(f"bearer  {token}") == 200
    assert status(f"Bearer {token}", "post") == 400, "in, without CSRF; but the body is empty"


def test_only_the_hash_is_kept(robin: User) -> None:
    token = made("robin")
    row = ApiToken.objects.get()
    assert token not in str(row.__dict__) and row.token_hash == codes.hashed(token)
    assert made("robin") != token


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Bearer x", "Bearer a b", "Bearer \xff\xfe", "Bearer " + "x" * 5000]
)
def test_a_wrong_token_is_refused(robin: User, header: str) -> None:
    answer = APIClient().get("/api/exercises", HTTP_AUTHORIZATION=header)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert set(answer.json()) == {"code", "text"}


def test_a_token_expires(robin: User) -> None:
    token = made("robin", days=1)
    row = ApiToken.objects.get()
    assert timedelta(hours=23) < row.expires_at - timezone.now() <= timedelta(days=1)
    ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert status(f"Bearer {token}") == 401


def test_tokens_are_revoked(robin: User) -> None:
    tokens = [made("robin"), made("robin")]
    assert made("robin", revoke=True) == "2 revoked"
    assert [status(f"Bearer {token}") for token in tokens] == [401, 401]


def test_a_token_is_worth_what_its_user_is(robin: User) -> None:
    token = made("robin")
    User.objects.update(is_staff=False)
    assert status(f"Bearer {token}") == 403
    User.objects.update(is_staff=True, is_active=False)
    assert status(f"Bearer {token}") == 401
    robin.delete()
    assert not ApiToken.objects.exists()


def test_only_staff_get_tokens(robin: User) -> None:
    User.objects.create_user("pat")
    for name in ("pat", "nobody"):
        with pytest.raises(CommandError, match=f"no staff account {name}"):
            made(name)
    with pytest.raises(CommandError):
        call_command("api_token", "robin", "--days=1000")


def test_a_token_is_not_taken_from_the_query(robin: User) -> None:
    assert APIClient().get(f"/api/exercises?token={made('robin')}").status_code == 401
