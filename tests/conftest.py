"""Fixtures for everybody. A test that asks for a real server or a browser is marked so by asking."""

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

import wargame.celery  # noqa: F401  so that a job started in a test finds our broker
from tests import services
from wargame.exercises import guard, jobs, writer

NEEDS = {"postgres_url": "services", "redis_url": "services", "grounds": "services", "browser": "browser"}
# Without these Chromium looks for its maker's servers at every start.
CHROMIUM_FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture in getattr(item, "fixturenames", []):
            if fixture in NEEDS:
                item.add_marker(NEEDS[fixture])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Tables that a test may empty: the log's guard comes off, except where it is tested."""
    with django_db_blocker.unblock():
        guard.take_off(connection)
        yield
        writer.stop()  # its connection would keep the database from being dropped
        jobs.stop()


@pytest.fixture
def nobody_tried_before() -> None:
    """Doors count wrong tries and requests in the cache."""
    cache.clear()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL that is thrown away afterwards; the one this run is on, if it is on one."""
    if os.environ.get("DATABASE_URL"):
        yield os.environ["DATABASE_URL"]
        return
    with services.postgres() as server:
        yield server.url


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A Redis that is thrown away afterwards; the one this run is on, if it is on one."""
    if os.environ.get("REDIS_URL"):
        yield os.environ["REDIS_URL"]
        return
    with services.redis_server() as server:
        yield server.url


@pytest.fixture(scope="module")  # not for the session: while it is open, no other test may run an event loop
def browser() -> Iterator[Browser]:
    """Chromium without a window. `browser.new_page()` is a person at an empty screen."""
    flags = [*CHROMIUM_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else CHROMIUM_FLAGS
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop open in this thread; Django would take our queries for a mistake in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        opened = playwright.chromium.launch(executable_path=services.chromium(), args=flags)
        yield opened
        opened.close()
