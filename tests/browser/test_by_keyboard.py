"""One whole turn without a mouse: a seat drafts, submits and answers; control closes phases and accepts rulings.

And how steady the screens of the large scenario stand while a turn goes by.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.acts import WHY, close_phase, join, set_up
from tests.browser.people import PHONE, Person
from tests.browser.server import Address, play
from tests.browser.test_console import started

MOST_TABS = 120


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("keyboard")) as opened:
        yield opened


@pytest.fixture(scope="module")
def anna(browser: Browser, address: Address) -> Person:
    """Signed in by the link, which works once."""
    person = Person.at(browser)
    person.page.goto(address.facilitator)
    person.page.wait_for_url(f"{address.desk}/")
    return person


def tab_to(page: Page, there: Locator) -> None:
    """Press Tab until the focus is there, as somebody does who has no mouse."""
    expect(there).to_be_visible(timeout=15_000)
    for _ in range(MOST_TABS):
        if there.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab never came there")


def press(person: Person, name: str, key: str = "Enter") -> None:
    tab_to(person.page, person.button(re.compile(f"^{name}")).first)
    person.page.keyboard.press(key)


def write(person: Person, label: str, text: str) -> None:
    tab_to(person.page, person.page.get_by_label(label).first)
    person.page.keyboard.type(text)


def test_a_turn_is_played_by_keyboard_alone(browser: Browser, address: Address, anna: Person) -> None:
    ines = Person.at(browser)
    started(anna, address, (ines, "Chair of the board", "Ines"))
    keys = ines.page.keyboard

    press(ines, "New order")
    order = ines.dialog().get_by_role("article").filter(has_text="Run the turbines")
    tab_to(ines.page, order.get_by_role("button", name="Draft this"))
    keys.press("Enter")
    write(ines, "Why", WHY)
    ines.sees(re.compile("^Finish your order “Run the turbines.*: it lacks an expected effect"))
    write(ines, "What you expect to happen", "The lake falls.")
    ines.sees(re.compile("^Submit your order “Run the turbines"))
    press(ines, "Submit")
    ines.sees("Submitted")

    anna.page.keyboard.press("i")
    write(anna, "Headline", "The mill asks for power")
    tab_to(anna.page, anna.dialog().get_by_role("checkbox", name=re.compile("^Asks for an answer")))
    anna.page.keyboard.press("Space")
    press(anna, "Fire")
    ines.sees("The mill asks for power")
    press(ines, "Answer")
    write(ines, "Your answer", "Not before the storms.")
    tab_to(ines.page, ines.dialog().get_by_role("button", name="Answer", exact=True))
    keys.press("Enter")
    ines.sees("Not before the storms.")

    close_by_keys(anna, "Close turn")
    accept, over = anna.button(re.compile("^Accept(?! the rest)")), anna.button(re.compile("^Next turn"))
    expect(anna.page.locator("#in-hand")).to_contain_text("Run the turbines", timeout=20_000)
    while True:
        expect(accept.or_(over).first).to_be_visible(timeout=20_000)
        if over.count():
            break
        anna.page.keyboard.press("a")
    ines.sees("Read the rulings of turn 1.")
    close_by_keys(anna, "Next turn")
    ines.sees("Read your brief.")
    press(ines, "Open the brief", "Space")
    expect(ines.dialog()).to_be_visible()
    ines.page.keyboard.press("Escape")
    expect(ines.page.get_by_role("dialog")).to_have_count(0)
    assert anna.complaints + ines.complaints == []


def close_by_keys(anna: Person, name: str) -> None:
    anna.page.keyboard.press("Shift+C")
    tab_to(anna.page, anna.dialog().get_by_role("button", name=re.compile(name)))
    anna.page.keyboard.press("Enter")
    expect(anna.page.get_by_role("dialog")).to_have_count(0, timeout=15_000)


def test_nothing_jumps_in_a_turn_of_the_large_scenario(browser: Browser, address: Address, anna: Person) -> None:
    """A seat on a phone and one at a desk, console and wall, while bots play the rest."""
    phone = Person.at(browser, PHONE, has_touch=True, is_mobile=True)
    desk, wall = Person.at(browser), Person.at(browser)
    anna.page.goto(f"{address.desk}/")
    lobby = set_up(anna, "Reassurance", "Engine alone")
    join(phone, address, lobby.code, "British defence ministry", "Daniel")
    join(desk, address, lobby.code, "White House", "Kim")
    wall.page.goto(address.players + lobby.wall)
    anna.press(re.compile("^Put bots in all"))
    expect(anna.button(re.compile("^Put bots in all"))).to_have_count(0)
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))
    close_phase(anna, "Close briefing")
    for person in (phone, desk):
        person.sees(re.compile("Decide on your orders|Draft orders"))
    close_phase(anna, "Close turn")
    for person in (phone, desk):
        person.sees("Read the rulings of turn 1.")
    close_phase(anna, "Next turn")
    for person in (phone, desk):
        person.sees("Read your brief.")
    everybody = {"console": anna, "phone": phone, "desk": desk, "wall": wall}
    assert {name: person.jumped() for name, person in everybody.items() if person.jumped()} == {}
    assert {name: person.complaints for name, person in everybody.items() if person.complaints} == {}


def test_going_back_on_a_phone_closes_what_is_open(browser: Browser, address: Address, anna: Person) -> None:
    tomasz = Person.at(browser, PHONE, has_touch=True, is_mobile=True)
    anna.page.goto(f"{address.desk}/")
    started(anna, address, (tomasz, "Harbour master", "Tomasz"))
    here = tomasz.page.url
    tomasz.press(re.compile("^New order"))
    expect(tomasz.dialog()).to_be_visible()
    tomasz.page.go_back()
    expect(tomasz.page.get_by_role("dialog")).to_have_count(0)
    assert tomasz.page.url == here
    tomasz.sees("New order")
