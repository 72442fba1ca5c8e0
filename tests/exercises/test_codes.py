"""Codes and links: what lets people in, for how long, and how often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from wargame.engine.observers import OBSERVERS
from wargame.engine.refusals import Code, Refused
from wargame.exercises import codes, queries, services
from wargame.exercises.models import Exercise, FacilitatorLink, JoinCode


def test_a_code_is_easy_to_read_out(lobby: Exercise) -> None:
    made = {codes.new_code(lobby, "north").code for _ in range(50)}
    assert len(made) == 50
    assert all(len(code) == 6 and set(code) <= set(codes.LETTERS) for code in made)
    assert not set("0O1ILS5Z2") & set(codes.LETTERS)


def test_a_code_opens_however_it_is_typed(lobby: Exercise) -> None:
    code = codes.new_code(lobby)
    typed = f" {code.code[:3].lower()}-{code.code[3:]} "
    assert codes.find_code(typed) == code


@pytest.mark.parametrize("typed", ["", "AAAAA", "AAAAAA", "AAAAAAA", "'; --", "\x00" * 6])
def test_a_guess_opens_nothing(lobby: Exercise, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        codes.find_code(typed)
    assert refused.value.code == Code.UNKNOWN_CODE


def test_a_code_expires(lobby: Exercise) -> None:
    code = codes.new_code(lobby)
    JoinCode.objects.filter(code=code.code).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "" not in queries.join_codes(lobby.id)
    with pytest.raises(Refused) as refused:
        codes.find_code(code.code)
    assert refused.value.code == Code.CODE_EXPIRED


def test_a_new_code_ends_the_old_one(lobby: Exercise) -> None:
    old, new = codes.new_code(lobby), codes.new_code(lobby)
    assert queries.join_codes(lobby.id)[""] == new
    with pytest.raises(Refused):
        codes.find_code(old.code)


def test_startex_ends_all_codes_but_the_observers_and_endex_every_one(lobby: Exercise) -> None:
    old = codes.new_code(lobby, "north")
    services.start_exercise(lobby.id)
    (watching,) = queries.join_codes(lobby.id).values()
    assert watching.team == OBSERVERS
    with pytest.raises(Refused):
        codes.find_code(old.code)
    late = codes.new_code(lobby)
    services.end_exercise(lobby.id)
    for code in (late, watching):
        with pytest.raises(Refused) as refused:
            codes.find_code(code.code)
        assert refused.value.code == Code.ENDED


# Facilitator links


@pytest.fixture
def user(transactional_db: None) -> User:
    return User.objects.create_user("facilitator")


def test_a_link_signs_in_once(user: User) -> None:
    token = codes.new_link(user)
    assert codes.use_link(token) == user
    with pytest.raises(Refused) as refused:
        codes.use_link(token)
    assert refused.value.code == Code.LINK_USED


def test_a_link_is_not_stored(user: User) -> None:
    token = codes.new_link(user)
    assert token not in FacilitatorLink.objects.get().token_hash


def test_a_link_lasts_ten_minutes(user: User) -> None:
    token = codes.new_link(user)
    link = FacilitatorLink.objects.get()
    assert timedelta(minutes=9) < link.expires_at - timezone.now() <= timedelta(minutes=10)
    FacilitatorLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for typed in (token, "nonsense", ""):
        with pytest.raises(Refused) as refused:
            codes.use_link(typed)
        assert refused.value.code == Code.LINK_EXPIRED


def test_two_who_use_a_link_at_once_are_one(user: User) -> None:
    token = codes.new_link(user)

    def use(_: int) -> bool:
        try:
            codes.use_link(token)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(use, range(6))) == 1
