"""Every screen, light and dark, from a wide desk to a narrow phone: axe finds nothing serious, nothing overflows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.acts import close_phase, draft_order, join, observe, open_lobby, start, submit
from tests.browser.people import Person
from tests.browser.server import Address, play

WIDTHS = (320, 360, 768, 1024, 1280, 1440)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("screens")) as opened:
        yield opened


@pytest.fixture(scope="module")
def screens(browser: Browser, address: Address) -> Iterator[dict[str, tuple[Person, str]]]:
    """Who can open which page, in an exercise in the middle of its first turn."""
    anna, ines, otto, stranger = (Person.at(browser) for _ in range(4))
    lobby = open_lobby(anna, address)
    hall = anna.page.url
    join(ines, address, lobby.code, "Chair of the board", "Ines")
    observe(otto, address, lobby, "Otto")
    start(anna)
    close_phase(anna, "Close briefing")
    draft_order(ines, "Set the gates")
    submit(ines)
    yield {
        "home": (anna, f"{address.desk}/"),
        "set-up": (anna, f"{address.desk}/new/first_steps"),
        "book": (anna, f"{address.desk}/scenarios/first_steps#orders"),
        "simulation": (anna, f"{address.desk}/scenarios/first_steps/simulation"),
        "lobby": (anna, hall),
        "control": (anna, f"{hall.rstrip('/')}/control"),
        "report": (anna, f"{hall.rstrip('/')}/report"),
        "seat": (ines, ines.page.url),
        "observer": (otto, otto.page.url),
        "join": (stranger, f"{address.players}/join"),
        "sign-in": (stranger, f"{address.players}/login"),
        "wall": (stranger, address.players + lobby.wall),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "name",
    [
        "home",
        "set-up",
        "book",
        "simulation",
        "lobby",
        "control",
        "report",
        "seat",
        "observer",
        "join",
        "sign-in",
        "wall",
    ],
)
def test_a_screen_is_sound(screens: dict[str, tuple[Person, str]], name: str, theme: str) -> None:
    person, url = screens[name]
    person.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # a literal, from the parameters
    person.page.set_viewport_size({"width": 1440, "height": 900})
    person.page.goto(url)
    ready(person.page)
    assert person.found_serious() == []
    wider = {width: overflow(person, width) for width in WIDTHS}
    assert wider == dict.fromkeys(WIDTHS, 0)
    person.page.set_viewport_size({"width": 360, "height": 740})
    assert person.found_serious() == []


def overflow(person: Person, width: int) -> int:
    person.page.set_viewport_size({"width": width, "height": 800})
    return max(0, person.overflows())


def ready(page: Page) -> None:
    """The screen has drawn its heading and whatever it waits for."""
    page.get_by_role("main").or_(page.get_by_role("banner")).first.wait_for()
    page.wait_for_function("!document.querySelector('[aria-busy=true]')")
