"""The map on a seat: drawn, readable at every width, opened by keyboard; and a text that shows its changes."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.acts import close_phase, join, set_up
from tests.browser.people import PHONE, Person
from tests.browser.server import Address, play

TOUCHING = """() => {
  const found = [...document.querySelectorAll('.map-sheet text:not(.m-ticks text), .m-plates li > *')]
    .map(one => [one.textContent, one.getBoundingClientRect()]);
  const over = (a, b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return found.flatMap(([name, box], n) =>
    found.slice(n + 1).filter(([, other]) => over(box, other)).map(([other]) => `${name} on ${other}`));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("theatre")) as opened:
        yield opened


def test_the_map_and_a_text_that_goes_back_and_forth(browser: Browser, address: Address) -> None:
    anna, olena = Person.at(browser), Person.at(browser)
    igor = Person.at(browser, PHONE, has_touch=True, is_mobile=True)
    anna.page.goto(address.facilitator)
    lobby = set_up(anna, "Reassurance")
    join(olena, address, lobby.code, "President's office", "Olena")
    join(igor, address, lobby.code, "Presidential administration", "Igor")
    anna.press(re.compile("^Confirm all"))
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))
    close_phase(anna, "Close briefing")

    for width in (1440, 1180, 360, 320):
        olena.page.set_viewport_size({"width": width, "height": 800})
        if width < 720:
            olena.page.get_by_role("navigation").get_by_role("button", name=re.compile("^Map")).click()
        expect(olena.page.locator(".m-contact")).to_be_visible()
        assert olena.page.evaluate(TOUCHING) == [], width
        assert olena.overflows() == 0
    zone = olena.page.get_by_role("button", name=re.compile("^Zone Z1"))
    zone.focus()
    olena.page.keyboard.press("Enter")
    expect(olena.dialog()).to_contain_text("Momentum at the front")
    olena.page.keyboard.press("Escape")
    expect(olena.page.get_by_role("dialog")).to_have_count(0)

    olena.page.set_viewport_size({"width": 1180, "height": 800})
    olena.page.get_by_role("tab", name=re.compile("^Agreements")).click()
    olena.press("Propose an agreement")
    olena.press("Choose this text")
    olena.dialog().get_by_label("In words, beside the clauses").fill("We stop where we stand.")
    olena.confirm("Propose an agreement")
    igor.page.get_by_role("navigation").get_by_role("button", name=re.compile("^(Map|Agreements)")).tap()
    igor.page.get_by_role("tab", name=re.compile("^Agreements")).tap()
    igor.press(re.compile("Freeze or ceasefire"))
    igor.press("Propose a change")
    igor.dialog().get_by_label("In words, beside the clauses").fill("We stop there and no further.")
    igor.dialog().get_by_label("Cap on Ukraine's army").check(force=True)
    igor.dialog().get_by_role("button", name="Propose a change").click()
    igor.sees(re.compile("^Version 2 by Russia"))
    olena.press(re.compile("Freeze or ceasefire"))
    dialog = olena.dialog()
    expect(dialog.locator("tr", has_text="Cap on Ukraine's army").locator("ins")).to_have_text("yes")
    expect(dialog.locator("del").filter(has_text="where")).to_be_visible()
    assert olena.found_serious() == []
    assert {len(person.complaints) for person in (anna, olena, igor)} == {0}
