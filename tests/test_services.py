"""What the other tests stand on: real servers that come, answer and go."""

import psycopg
import pytest
import redis
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer


def test_postgresql_answers(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as database:
        assert database.execute("select 1").fetchone() == (1,)


def test_redis_answers(redis_url: str) -> None:
    assert redis.Redis.from_url(redis_url).ping()


def test_the_browser_opens(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<h1>EXERCISE</h1>")
    assert page.get_by_role("heading").inner_text() == "EXERCISE"


def test_the_admins_forms_work(live_server: LiveServer, browser: Browser, admin_user: User, client: Client) -> None:
    """A form sent from a page with no referrer has no origin either, and is refused: the admin must say its own."""
    client.force_login(admin_user)
    page = browser.new_page()
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("heading", name="Logged out").wait_for()


@pytest.mark.django_db
def test_sqlite_locks_early_and_writes_ahead() -> None:
    """Of the embedded record alone: this folder is not among those of `run.ON_BOTH`."""
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.django_db
@override_settings(ALLOWED_HOSTS=["testserver"])
def test_every_page_says_what_it_may_load(client: Client) -> None:
    page = client.get("/admin/login/")
    assert "default-src 'self'" in page["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "no-referrer"
