"""The projector, driven by control, and an observer with notes of their own: first steps, on the embedded default."""

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.acts import close_phase, decide_all, draft_order, join, open_lobby, submit
from tests.browser.people import PHONE, Person
from tests.browser.server import Address, play

HALL = {"width": 1280, "height": 720}
SCREENS = {"1280x720": HALL, "1920x1080": {"width": 1920, "height": 1080}, "4 to 3": {"width": 1024, "height": 768}}
SEEN = "Nobody asked the harbour master"
LINE = "Coffee until ten past"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("wall")) as opened:
        yield opened


def picture(person: Person, name: str) -> None:
    """Keep what is on screen where `WARGAME_PICTURES` says, for somebody to look at."""
    if folder := os.environ.get("WARGAME_PICTURES"):
        person.page.screenshot(path=Path(folder) / f"{name}.png")


def observe(person: Person, address: Address, code: str, name: str) -> None:
    person.page.goto(f"{address.players}/join/{code}")
    person.page.get_by_label("Your name").fill(name)
    person.page.get_by_role("checkbox").first.check(force=True)
    picture(person, "join as an observer")
    person.press("Observe")
    person.page.wait_for_url(re.compile("/s/"))
    person.sees("Notes open at StartEx.")


def on_the_wall(anna: Person, wall: Person, button: str, words: str | re.Pattern[str]) -> None:
    """Control presses; the wall shows it, fits its screens, and has nothing serious in it."""
    anna.dialog().get_by_role("button", name=button, exact=True).click()
    wall.sees(words)
    for size, screen in SCREENS.items():
        wall.page.set_viewport_size(screen)  # type: ignore[arg-type]  # a ViewportSize
        assert wall.overflows() == 0
        assert cut_off(wall) == []
        picture(wall, f"wall {button} {size}")
    wall.page.set_viewport_size(HALL)  # type: ignore[arg-type]  # a ViewportSize
    assert wall.found_serious() == []


def cut_off(wall: Person) -> list[str]:
    """What of the numbers, the clock, the code and the line does not lie wholly on the screen."""
    found: list[str] = wall.page.evaluate(
        """[...document.querySelectorAll(
            '.pind b, .clock, .pcode, .pline, .pjoin img, .ptaken, .pvalue, .pchart, .poutcomes li'
        )].filter(one => {
            const box = one.getBoundingClientRect();
            return box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
        }).map(one => one.className)"""
    )
    return found


def test_control_drives_the_wall_and_an_observer_takes_notes(browser: Browser, address: Address) -> None:
    anna, ines, wall = Person.at(browser), Person.at(browser), Person.at(browser, HALL)
    olga = Person.at(browser, PHONE, has_touch=True, is_mobile=True, color_scheme="dark")
    lobby = open_lobby(anna, address)
    wall.page.goto(address.players + lobby.wall)
    wall.sees("0 of 6 seats taken")
    expect(wall.page.get_by_role("img", name="QR code of the join link")).to_be_visible()
    expect(wall.page.get_by_role("img", name=" ".join(lobby.code))).to_be_visible()
    wall.sees(re.compile(re.escape(address.players.removeprefix("http://")) + "/join"))
    join(ines, address, lobby.code, "Chair of the board", "Ines")
    wall.sees("1 of 6 seats taken")
    picture(wall, "wall lobby")
    assert cut_off(wall) == [] and wall.found_serious() == []

    anna.press("Invite observers")
    picture(anna, "lobby invite")
    watch = anna.dialog().get_by_role("img").first.get_attribute("aria-label")
    assert watch is not None
    anna.page.keyboard.press("Escape")
    observe(olga, address, watch.replace(" ", ""), "Olga")
    anna.sees("1 observer")
    anna.sees("Observer 1")
    picture(anna, "lobby")
    assert anna.found_serious() == []
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))
    wall.sees("Briefing closes in")

    # Notes: kept over a reload, and read by control.
    olga.page.get_by_label("What you saw").fill(SEEN)
    olga.page.reload()
    expect(olga.page.get_by_label("What you saw")).to_have_value(SEEN)
    olga.page.get_by_label("Of which team").select_option(index=1)
    olga.press("Note it")
    expect(olga.page.get_by_role("listitem").filter(has_text=SEEN)).to_be_visible()
    expect(olga.page.get_by_label("What you saw")).to_have_value("")
    olga.page.reload()
    expect(olga.page.get_by_role("listitem").filter(has_text=SEEN)).to_be_visible()
    anna.press("Observe")
    expect(anna.dialog().get_by_text(SEEN)).to_be_visible()
    expect(anna.dialog().get_by_text("Observer 1, Olga")).to_be_visible()
    picture(anna, "control observations")
    anna.page.keyboard.press("Escape")

    close_phase(anna, "Close briefing")
    draft_order(ines, "Run the turbines")
    submit(ines)
    close_phase(anna, "Close turn")
    decide_all(anna)

    # Slides, each on every wall at once; the clock waits meanwhile.
    anna.press("Pause")
    wall.sees("Paused by control")
    anna.press("Projector")
    picture(anna, "control projector")
    assert anna.found_serious() == []
    on_the_wall(anna, wall, "Situation", "Danger of a flood")
    on_the_wall(anna, wall, "Outcomes of the turn", "Outcomes of turn 1")
    on_the_wall(anna, wall, "Time line", re.compile("Turn 1"))
    on_the_wall(anna, wall, "Clock", "Feedback")
    on_the_wall(anna, wall, "Join code", "Joining is closed. Ask control.")
    anna.dialog().get_by_role("combobox", name="One indicator").select_option(label="Power in the valley")
    on_the_wall(anna, wall, "Show: One indicator", re.compile("^Start$"))
    expect(wall.page.get_by_role("heading", name="Power in the valley")).to_be_visible()
    anna.dialog().get_by_role("textbox", name="A line of your own").fill(LINE)
    on_the_wall(anna, wall, "Show: A line of your own", LINE)
    anna.sees(f"Now on the wall: Stand by: {LINE}")
    wall.page.reload()
    wall.sees(LINE)
    anna.dialog().get_by_role("button", name="Situation", exact=True).click()
    wall.sees("Danger of a flood")

    anna.page.keyboard.press("Escape")
    anna.press("More")
    anna.page.get_by_role("menuitem", name="End exercise").click()
    anna.confirm("End exercise")
    olga.sees("Hot wash")
    wall.sees("EndEx")
    anna.press("Projector")
    anna.dialog().get_by_role("combobox", name="Question of the hot wash").select_option(index=1)
    on_the_wall(anna, wall, "Show: Question of the hot wash", "Hot wash")

    for theme in ("light", "dark"):
        for person, name in ((olga, "observer"), (wall, "wall")):
            person.page.emulate_media(color_scheme=theme)
            person.page.reload()
            person.sees("Hot wash")
            assert person.found_serious() == []
            picture(person, f"{name} {theme}")
    for width in (320, 360, 768, 1024, 1440):
        olga.page.set_viewport_size({"width": width, "height": 800})
        for tab in ("Picture", "Time line", "Situation", "Hot wash"):
            olga.page.get_by_role("tab", name=tab).click()
            assert olga.overflows() == 0
            picture(olga, f"observer {tab} {width}")

    everybody = {"anna": anna, "ines": ines, "olga": olga, "wall": wall}
    assert {name: person.complaints for name, person in everybody.items()} == {name: [] for name in everybody}
    assert {name: jumps for name, person in everybody.items() if (jumps := person.jumped())} == {}
    assert not [frame for name in ("ines", "wall") for frame in everybody[name].received if SEEN in frame]
    assert not [frame for name in ("ines", "wall", "olga") for frame in everybody[name].received if "Olga" in frame]

    # The note is in control's report, and in nobody else's.
    exercise = re.search(r"/e/(\w+)/", anna.page.url)
    assert exercise is not None
    anna.page.goto(f"{address.desk}/e/{exercise[1]}/report")
    for profile, count in (("Control", 1), ("Participants", 2)):
        anna.page.get_by_role("radio", name=profile).check(force=True)
        anna.press("Make this report")
        links = anna.page.get_by_role("link", name="Download")
        expect(links).to_have_count(count, timeout=60_000)
        with anna.page.expect_download() as download:
            links.nth(0).click()
        pages = PdfReader(BytesIO(Path(download.value.path()).read_bytes())).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert (SEEN in text, "Observer 1" in text) == ((True, True) if profile == "Control" else (False, False))
