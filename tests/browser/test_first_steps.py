"""One exercise from the home page to the downloaded report, on the embedded default.

Control, two teams (two seats in one, one of them on a phone), an observer and the wall, through the address that phones
would use.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.acts import (
    REASON,
    WHY,
    call_control,
    close_phase,
    decide_all,
    download_reports,
    draft_free_order,
    draft_order,
    end,
    go_to,
    join,
    note,
    observe,
    open_lobby,
    propose,
    sign,
    start,
    submit,
)
from tests.browser.people import LAPTOP, PHONE, Person
from tests.browser.server import Address, play

SECRET = "Zanzibar ledger"
DEAL = "We keep each other dry"
FREE = "Invite the shipping agents to the dam"
NOTE = "The chair spoke before the engineer had"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("play")) as opened:
        yield opened


def test_from_the_home_page_to_the_report(browser: Browser, address: Address) -> None:
    anna, ines = Person.at(browser), Person.at(browser)
    maja = Person.at(browser, PHONE, has_touch=True, is_mobile=True, color_scheme="dark")
    tomasz, otto, wall = Person.at(browser, LAPTOP, color_scheme="dark"), Person.at(browser), Person.at(browser)
    everybody = {"anna": anna, "ines": ines, "maja": maja, "tomasz": tomasz, "otto": otto, "wall": wall}

    lobby = open_lobby(anna, address)
    join(ines, address, lobby.code, "Chair of the board", "Ines")
    join(maja, address, lobby.code, "Dam engineer", "Maja")
    join(tomasz, address, lobby.code, "Harbour master", "Tomasz")
    observe(otto, address, lobby, "Otto")
    wall.page.goto(address.players + lobby.wall)
    wall.sees("3 of 6 seats taken")
    anna.sees(re.compile("Tomasz"))
    start(anna)

    # Turn 1: an order each, and a word to control alone.
    close_phase(anna, "Close briefing")
    draft_order(ines, "Run the turbines")
    submit(ines)
    call_control(ines, SECRET)
    draft_order(tomasz, "Lend the floating crane")
    submit(tomasz)
    note(otto, NOTE)
    close_phase(anna, "Close turn")
    decide_all(anna)
    for person in (ines, tomasz):
        go_to(person, "Rulings")
        person.sees("turn 1")
    close_phase(anna, "Next turn")

    # Turn 2: a text that binds both, and an order that stands on no menu.
    close_phase(anna, "Close briefing")
    propose(ines, "River compact", DEAL)
    sign(ines, "River compact", "Hollin")
    sign(tomasz, "River compact", "Merrow")
    ines.sees(re.compile("In force", re.IGNORECASE))
    draft_free_order(tomasz, FREE, "They know the river.")
    submit(tomasz)
    close_phase(anna, "Close turn")
    decide_all(anna)
    close_phase(anna, "Next turn")

    # Turn 3, and the end.
    close_phase(anna, "Close briefing")
    close_phase(anna, "Close turn")
    decide_all(anna)
    end(anna)
    for person in (ines, maja, tomasz):
        person.sees("Hot wash")
    ines.page.get_by_label("Your answer").first.fill("The crane.")
    ines.press("Send")

    # What nobody else may know reached nobody else, in whatever form.
    for name in ("maja", "tomasz", "otto", "wall"):
        assert not [frame for frame in everybody[name].received if SECRET in frame]
    assert not [frame for frame in tomasz.received + wall.received if WHY in frame and "Run the turbines" in frame]
    assert {name: person.complaints for name, person in everybody.items()} == {name: [] for name in everybody}
    assert {name: jumps for name, person in everybody.items() if (jumps := person.jumped())} == {}
    reports = download_reports(anna)
    decided = (WHY, SECRET, DEAL, FREE, NOTE, REASON, "Run the turbines", "Lend the floating crane", "River compact")
    assert [said for said in decided if said not in reports["Control"]] == []
    assert [said for said in (WHY, SECRET, DEAL, FREE, NOTE) if said in reports["Participants"]] == []
    assert "Run the turbines" in reports["Participants"]
