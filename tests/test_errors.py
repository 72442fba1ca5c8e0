"""Where no view can answer: programs get {code, text}, people a page that looks like the others and says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client

from tests.live.conftest import staff
from wargame import errors
from wargame.errors import Said
from wargame.exercises import queries

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture
def client(transactional_db: None) -> Client:
    """Staff, whose browser also meets a bug as it would in life."""
    cache.clear()
    client = staff()
    client.raise_request_exception = False
    client.handler.enforce_csrf_checks = True
    return client


@contextmanager
def failing(error: Exception) -> Iterator[None]:
    """Every look at an exercise fails so."""

    def broken(*_: object) -> None:
        raise error

    with pytest.MonkeyPatch.context() as patch:
        for name in ("exercises", "exercise"):
            patch.setattr(queries, name, broken)
        yield


def is_page(answer: Any, said: Said) -> bool:
    body = answer.content.decode()
    return answer.status_code == said.status and f"<h1>{said.title}</h1>" in body and said.text in body


@pytest.mark.parametrize("path", ["/nowhere", "/e/0000000000000000/", "/w/0000000000000000/", "/join/%00", "/admin/x/"])
def test_nothing_at_this_address(client: Client, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert is_page(answer, errors.NOT_FOUND)
    assert 'href="/join"' in answer.content.decode()
    assert client.get(path).json()["code"] == "not_found"


def test_a_page_that_is_out_of_date(client: Client) -> None:
    assert is_page(client.post("/logout", headers=BROWSER), errors.CSRF_FAILED)
    assert client.post("/logout", content_type="application/json").json()["code"] == "csrf_failed"


def test_not_for_this_account(client: Client) -> None:
    assert is_page(client.get("/admin/exercises/exercise/", headers=BROWSER), errors.FORBIDDEN)


def test_a_foreign_host(client: Client) -> None:
    assert is_page(client.get("/login", headers={**BROWSER, "host": "evil.example"}), errors.BAD_REQUEST)


@pytest.mark.parametrize(
    ("error", "said"),
    [(RuntimeError("Something private"), errors.SERVER_ERROR), (OperationalError("Its address"), errors.UNAVAILABLE)],
)
def test_a_bug_or_a_record_that_is_away(client: Client, error: Exception, said: Said) -> None:
    with failing(error):
        assert is_page(client.get("/e/0000000000000000/", headers=BROWSER), said)
        for path in ("/api/exercises", "/api/exercises/0000000000000000"):
            answer = client.get(path, headers=BROWSER)
            assert (answer.status_code, answer.json()["code"]) == (said.status, said.code)
            assert set(answer.json()) == {"code", "text"} and str(error) not in answer.json()["text"]


@pytest.mark.parametrize("path", ["/api/nothing", "/api/", "/api/exercises/a/b/c"])
def test_the_api_says_so_in_json(client: Client, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
