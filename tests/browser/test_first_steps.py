"""One exercise from the home page to the downloaded report, on the embedded default.

Control, two teams (two seats in one, one of them on a phone) and the wall, through the address that phones would use.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from pypdf import PdfReader

from tests.browser.people import LAPTOP, PHONE, Person
from tests.browser.server import Address, play

WHY = "Water before the storms, not after"
SECRET = "Zanzibar ledger"
DEAL = "We keep each other dry"
FREE = "Invite the shipping agents to the dam"
REASON = "The crews had done this twice before"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("play")) as opened:
        yield opened


def open_lobby(anna: Person, address: Address) -> tuple[str, str]:
    """From the facilitator's link to a lobby; the join code and the wall's path."""
    anna.page.goto(address.facilitator)
    anna.page.wait_for_url(f"{address.desk}/")
    return set_up(anna, "First steps")


def set_up(anna: Person, scenario: str) -> tuple[str, str]:
    """From the home page to a lobby; the join code and the wall's path."""
    anna.page.get_by_role("link", name=f"Set up {scenario}").click()
    anna.press("Open the lobby")
    anna.page.wait_for_url(re.compile("/e/"))
    exercise = anna.page.url.rstrip("/").split("/")[-1]
    lobby = anna.page.evaluate(f"fetch('/api/exercises/{exercise}').then(answer => answer.json())")
    return lobby["join"]["code"], lobby["wall"]


def join(person: Person, address: Address, code: str, seat: str, name: str) -> None:
    person.page.goto(f"{address.players}/join/{code}")
    person.page.get_by_label("Your name").fill(name)
    person.page.get_by_role("checkbox").first.check(force=True)
    person.page.get_by_role("radio", name=re.compile(seat)).check(force=True)
    person.press("Take this seat")
    person.page.wait_for_url(re.compile("/s/"))
    person.sees("Control has not started the exercise yet")


def choose_order(person: Person, title: str) -> None:
    person.press(re.compile("^New order"))
    person.dialog().get_by_role("article").filter(has_text=title).get_by_role("button", name="Draft this").click()


def draft_order(person: Person, title: str, why: str = WHY) -> None:
    """Begin an order from the menu, and say why and what it should do."""
    choose_order(person, title)
    person.page.get_by_role("textbox", name="Why").fill(why)
    person.page.get_by_role("textbox", name="What you expect to happen").fill("The lake falls by ten points.")


def submit(person: Person) -> None:
    button = person.button("Submit").first
    expect(button).to_be_enabled(timeout=15_000)
    button.click()
    person.sees("Submitted")


def close_phase(anna: Person, name: str) -> None:
    anna.press(re.compile(f"^{name}"))
    anna.confirm(re.compile(name))


def decide_all(anna: Person) -> None:
    """Work off the queue item by item, until feedback has come: accept, rule on what is free, answer calls."""
    over = anna.button(re.compile("^(Next turn|End exercise)"))
    accept, free = anna.button(re.compile("^Accept")), anna.button(re.compile("^Draw and issue"))
    answer = anna.page.get_by_label("Your answer")
    waiting = anna.page.get_by_role("region", name="Needs you").get_by_role("button")
    for _ in range(60):
        expect(over.or_(accept).or_(free).or_(answer).or_(waiting).first).to_be_visible(timeout=20_000)
        if over.count():
            return
        if accept.count():
            done(anna, accept.first)
        elif free.count():
            anna.page.get_by_label("Reason").fill(REASON)
            done(anna, free.first)
        elif answer.count():
            answer.fill("Write it down.")
            done(anna, anna.button("Send").first)
        else:
            waiting.first.click()
    raise AssertionError("control never came to the end of the queue")


def done(anna: Person, button: Locator) -> None:
    """Press it, and see in the log that something came of it."""
    head = anna.page.get_by_text(re.compile(r"^event \d+"))
    before = head.inner_text()
    button.click()
    expect(head).not_to_have_text(before, timeout=15_000)


def whole_text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).split())


def test_from_the_home_page_to_the_report(browser: Browser, address: Address, tmp_path: Path) -> None:
    anna, ines = Person.at(browser), Person.at(browser)
    maja = Person.at(browser, PHONE, has_touch=True, is_mobile=True, color_scheme="dark")
    tomasz, wall = Person.at(browser, LAPTOP, color_scheme="dark"), Person.at(browser)
    everybody = {"anna": anna, "ines": ines, "maja": maja, "tomasz": tomasz, "wall": wall}

    code, wall_path = open_lobby(anna, address)
    join(ines, address, code, "Chair of the board", "Ines")
    join(maja, address, code, "Dam engineer", "Maja")
    join(tomasz, address, code, "Harbour master", "Tomasz")
    wall.page.goto(address.players + wall_path)
    anna.sees(re.compile("Tomasz"))
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))

    # Turn 1: an order each, one of them from a draft that a second seat marked ready, and a word to control alone.
    close_phase(anna, "Close briefing")
    draft_order(ines, "Run the turbines")
    submit(ines)
    ines.press("Call control")
    ines.dialog().get_by_label("What is it about?").fill(SECRET)
    ines.confirm("Call control")
    draft_order(tomasz, "Lend the floating crane")
    submit(tomasz)
    close_phase(anna, "Close turn")
    decide_all(anna)
    for person in (ines, tomasz):
        person.page.get_by_role("tab", name=re.compile("^Rulings")).click()
        person.sees("turn 1")
    close_phase(anna, "Next turn")

    # Turn 2: a text that binds both, and an order that stands on no menu.
    close_phase(anna, "Close briefing")
    ines.page.get_by_role("tab", name=re.compile("^Agreements")).click()
    ines.press("Propose an agreement")
    ines.press("Choose this text")
    ines.dialog().get_by_label("In words, beside the clauses").fill(DEAL)
    ines.confirm("Propose an agreement")
    for person, actor in ((ines, "Hollin"), (tomasz, "Merrow")):
        person.page.get_by_role("tab", name=re.compile("^Agreements")).click()
        person.press(re.compile("River compact"))
        person.press(re.compile(f"^Sign for .*{actor}"))
        person.sees(re.compile("signed", re.IGNORECASE))
        person.press("Close")
    ines.sees(re.compile("In force", re.IGNORECASE))
    choose_order(tomasz, "Free-form order")
    tomasz.page.get_by_role("textbox", name="What is done").fill(FREE)
    tomasz.page.get_by_role("textbox", name="Why").fill("They know the river.")
    tomasz.page.get_by_role("textbox", name="What you expect to happen").fill("A little more trust.")
    submit(tomasz)
    close_phase(anna, "Close turn")
    decide_all(anna)
    close_phase(anna, "Next turn")

    # Turn 3, and the end.
    close_phase(anna, "Close briefing")
    close_phase(anna, "Close turn")
    decide_all(anna)
    anna.press("End exercise")
    anna.confirm("End exercise")
    for person in (ines, maja, tomasz):
        person.sees("Hot wash")
    ines.page.get_by_label("Your answer").first.fill("The crane.")
    ines.press("Send")

    # What nobody else may know reached nobody else, in whatever form.
    for name in ("maja", "tomasz", "wall"):
        assert not [frame for frame in everybody[name].received if SECRET in frame]
    assert not [frame for frame in tomasz.received + wall.received if WHY in frame and "Run the turbines" in frame]
    assert {name: person.complaints for name, person in everybody.items()} == {name: [] for name in everybody}
    assert {name: person.jumped() for name, person in everybody.items() if person.jumped()} == {}

    anna.page.goto(anna.page.url.split("/control")[0] + "/report")
    reports: dict[str, bytes] = {}
    for profile in ("Control", "Participants"):
        anna.page.get_by_role("radio", name=profile).check(force=True)
        anna.press("Make this report")
        link = anna.page.get_by_role("link", name="Download").nth(0)
        expect(anna.page.get_by_role("link", name="Download")).to_have_count(len(reports) + 1, timeout=30_000)
        with anna.page.expect_download() as download:
            link.click()
        reports[profile] = Path(download.value.path()).read_bytes()
    control, public = (whole_text(body) for body in reports.values())
    decided = (WHY, SECRET, DEAL, FREE, REASON, "Run the turbines", "Lend the floating crane", "River compact")
    assert [said for said in decided if said not in control] == []
    assert [said for said in (WHY, SECRET, DEAL, FREE) if said in public] == []
    assert "Run the turbines" in public
