"""A lecturer has bots play many games, watches, cancels, comes back, compares, and takes the numbers home."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.people import Person
from tests.browser.server import Address, play

GAMES = 90_000
"""Milliseconds in which a busy machine has played a few hundred games of the small scenario."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("simulation")) as opened:
        yield opened


def ask(anna: Person, runs: int, how: str) -> None:
    anna.page.get_by_role("radio", name=re.compile(f"^{how}")).check()
    anna.page.get_by_label("Games").fill(str(runs))
    anna.press("Play the games")
    anna.page.wait_for_url(re.compile("#"))


def ready(anna: Person) -> None:
    expect(anna.page.get_by_role("heading", name="Orders given")).to_be_visible(timeout=GAMES)


def test_many_games_from_home_to_the_numbers(browser: Browser, address: Address, tmp_path: Path) -> None:
    anna = Person.at(browser)
    anna.page.goto(address.facilitator)
    anna.page.wait_for_url(f"{address.desk}/")
    anna.page.get_by_role("link", name="Play many games First steps").click()
    anna.sees("not a forecast")
    assert anna.unsound() == []

    # Watched, left, found again, cancelled
    ask(anna, 4000, "Bots without a plan")
    expect(anna.page.get_by_text(re.compile(r"[1-9]\d* of 4,000 games · .* a second"))).to_be_visible(timeout=GAMES)
    assert anna.unsound() == []
    anna.page.reload()
    anna.sees("of 4,000 games")
    anna.press("Cancel the simulation")
    anna.sees("It was cancelled after")

    # Read, on whatever screen
    anna.page.get_by_role("link", name="Play others").click()
    ask(anna, 40, "Cautious bots")
    ready(anna)
    scores = anna.page.get_by_role("table", name="What each side’s aims came to")
    expect(scores.get_by_role("rowheader")).to_have_count(2)
    assert anna.unsound() == []
    with anna.page.expect_download() as coming:
        anna.page.get_by_role("link", name="Download the numbers").click()
    coming.value.save_as(tmp_path / "numbers.json")
    assert json.loads((tmp_path / "numbers.json").read_text())["runs"] == 40

    # Beside another one
    anna.page.get_by_role("link", name="Play others").click()
    ask(anna, 30, "Ambitious bots")
    ready(anna)
    anna.page.get_by_label("Compare with").select_option(index=1)
    expect(scores.get_by_text("B", exact=True).first).to_be_visible()
    expect(anna.page.get_by_role("heading", name=re.compile("^(30|40) games"))).to_have_count(2)
    assert anna.unsound() == []
    assert anna.jumped() == []
    assert anna.complaints == []
