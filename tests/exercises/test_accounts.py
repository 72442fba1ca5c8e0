"""More than one facilitator: each has an account, and it can be taken away."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from wargame.engine.refusals import Refused
from wargame.exercises import accounts, codes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_tried_before")]


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("add_staff", *arguments, stdout=out)
    return out.getvalue().strip()


def signed_in(name: str, password: str) -> Client:
    client = Client()
    body = json.dumps({"username": name, "password": password})
    client.post("/login", body, content_type="application/json")
    return client


def enters(client: Client) -> bool:
    return client.get("/").status_code == 200


def test_an_account_runs_exercises_and_no_admin() -> None:
    name, password = "cofacilitator", told("cofacilitator").rpartition(" ")[2]
    client = signed_in(name, password)
    assert enters(client) and client.get("/api/exercises").status_code == 200
    assert client.get("/admin/exercises/exercise/").status_code == 403
    user = User.objects.get(username=name)
    assert not user.is_superuser and password not in user.password


def test_a_new_password_ends_the_old_one() -> None:
    old = told("anna").rpartition(" ")[2]
    client = signed_in("anna", old)
    new = told("anna").rpartition(" ")[2]
    assert not enters(client) and not enters(signed_in("anna", old)) and enters(signed_in("anna", new))
    assert User.objects.count() == 1


def test_a_closed_account_opens_nothing() -> None:
    password = told("anna").rpartition(" ")[2]
    user = User.objects.get(username="anna")
    client, link, token = signed_in("anna", password), codes.new_link(user), codes.new_token(user, timedelta(days=1))
    assert told("anna", "--remove") == "anna may no longer enter"
    assert not enters(client) and not enters(signed_in("anna", password))
    assert codes.user_of(token) is None
    with pytest.raises(Refused):
        codes.use_link(link)
    assert enters(signed_in("anna", told("anna").rpartition(" ")[2]))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nobody", "--remove"], "There is no staff account nobody."),
        (["two words"], "Enter a valid username"),
        (["x" * 200], "at most 150 characters"),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        told(*arguments)
    assert not User.objects.exists()


def test_whoever_is_invited_has_an_account_of_their_own_and_comes_back_to_it() -> None:
    anna = User.objects.create_user("anna", password="p", is_staff=True)
    ben = accounts.invited("Ben Berg", anna)
    assert ben != anna and accounts.name_of(ben) == "Ben Berg"
    assert not ben.has_usable_password() and not ben.is_superuser
    assert accounts.invited("ben berg", anna) == ben
    assert accounts.invited("Anna", anna) == anna, "a second device of one's own"


def test_an_invitation_opens_nobody_elses_account() -> None:
    """Not one with a password, not an administrator's, not a closed one; and no name that is nobody's."""
    anna = User.objects.create_user("anna", is_staff=True)
    User.objects.create_user("office", password="p", is_staff=True)
    User.objects.create_superuser("root")
    accounts.invited("Gone", anna)
    accounts.close("Gone")
    for name in ("office", "root", "Gone", "admin", "<b>", ""):
        with pytest.raises(Refused):
            accounts.invited(name, anna)
