"""What people do in an exercise, each act by the words on the screen: the verbs that the browser tests share."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from tests.browser.people import PATIENCE, Person
from tests.browser.server import Address

WHY = "Water before the storms, not after"
REASON = "The crews had done this twice before"
EXPECTED = "Trust rises by a little."
ANSWER = "Write it down."


class Lobby(NamedTuple):
    """The ways in."""

    exercise: str
    code: str
    observers: str
    """Their code."""
    wall: str
    """A path."""


def open_lobby(anna: Person, address: Address, scenario: str = "First steps", *choices: str) -> Lobby:
    """From the facilitator's link to a lobby; `choices` as in `set_up`."""
    anna.page.goto(address.facilitator)
    anna.page.wait_for_url(f"{address.desk}/")
    return set_up(anna, scenario, *choices)


def set_up(anna: Person, scenario: str, *choices: str) -> Lobby:
    """From the home page to a lobby, with those `choices` that are not the first."""
    anna.page.get_by_role("link", name=f"Set up {scenario}").click()
    for choice in choices:
        anna.page.get_by_role("radio", name=re.compile(f"^{choice}")).check()
    anna.press("Open the lobby")
    anna.page.wait_for_url(re.compile("/e/"))
    exercise = anna.page.url.rstrip("/").split("/")[-1]
    lobby = anna.page.evaluate(f"fetch('/api/exercises/{exercise}').then(answer => answer.json())")
    return Lobby(exercise, lobby["join"]["code"], lobby["observers"]["join"]["code"], lobby["wall"])


def join(person: Person, address: Address, code: str, seat: str, name: str) -> None:
    _say_who(person, address, code, name)
    person.page.get_by_role("radio", name=re.compile(seat)).check(force=True)
    person.press("Take this seat")
    person.page.wait_for_url(re.compile("/s/"))
    person.sees("Control has not started the exercise yet")


def observe(person: Person, address: Address, lobby: Lobby, name: str) -> None:
    _say_who(person, address, lobby.observers, name)
    person.press("Observe")
    person.sees("Your observations")


def _say_who(person: Person, address: Address, code: str, name: str) -> None:
    person.page.goto(f"{address.players}/join/{code}")
    person.page.get_by_label("Your name").fill(name)
    person.page.get_by_role("checkbox").first.check(force=True)


def start(anna: Person) -> None:
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))


def choose_order(person: Person, title: str, actor: str = "") -> None:
    """Begin an order from the menu; `actor` where the team plays several."""
    person.press(re.compile("^New order"))
    if actor:
        person.dialog().get_by_role("button", name=actor, exact=True).click()
    card(person, title).get_by_role("button", name="Draft this").click()


def card(person: Person, title: str) -> Locator:
    """The one with this heading, of those that a dialog offers."""
    return person.dialog().get_by_role("article").filter(has=person.page.get_by_role("heading", name=title))


def say_why(person: Person, why: str) -> None:
    person.page.get_by_role("textbox", name="Why").fill(why)
    person.page.get_by_role("textbox", name="What you expect to happen").fill(EXPECTED)


def draft_order(person: Person, title: str, why: str = WHY, actor: str = "") -> None:
    """Begin an order from the menu, and say why and what it should do."""
    choose_order(person, title, actor)
    say_why(person, why)


def draft_free_order(person: Person, action: str, why: str) -> None:
    choose_order(person, "Free-form order")
    person.page.get_by_role("textbox", name="What is done").fill(action)
    say_why(person, why)


def submit(person: Person) -> None:
    """Submit the draft that is open."""
    given, button = person.page.get_by_text("Submitted", exact=True), person.button("Submit").first
    before = given.count()
    expect(button).to_be_enabled(timeout=PATIENCE)
    button.click()
    expect(given).to_have_count(before + 1, timeout=PATIENCE)


def call_control(person: Person, words: str) -> None:
    person.press("Call control")
    person.dialog().get_by_label("What is it about?").fill(words)
    person.confirm("Call control")


def write(person: Person, team: str, subject: str, body: str) -> None:
    """Send a dispatch to one team."""
    person.press("Write dispatch")
    dialog = person.dialog()
    dialog.get_by_role("button", name=re.compile(team)).click()
    dialog.get_by_label("Subject").fill(subject)
    dialog.get_by_label("Text").fill(body)
    person.confirm("Send")


def read_inbox(person: Person, title: str) -> None:
    """See the item of this title, which may wait above what is being read."""
    newer, item = person.button(re.compile(r"^Show \d+ newer")), person.page.get_by_text(title)
    expect(newer.or_(item).first).to_be_visible(timeout=PATIENCE)
    if newer.is_visible():
        newer.click()
    person.sees(title)


def note(observer: Person, words: str) -> None:
    observer.page.get_by_label("What you saw").fill(words)
    observer.press("Note it")
    expect(observer.page.get_by_label("What you saw")).to_have_value("", timeout=PATIENCE)


def go_to(person: Person, tab: str) -> None:
    person.page.get_by_role("tab", name=re.compile(f"^{tab}")).click()


def propose(person: Person, title: str, words: str) -> None:
    """Lay the text of this title on the table, as its clauses stand, with words beside them."""
    go_to(person, "Agreements")
    person.press("Propose an agreement")
    card(person, title).get_by_role("button", name="Choose this text").click()
    person.dialog().get_by_label("In words, beside the clauses").fill(words)
    person.confirm("Propose an agreement")


def sign(person: Person, title: str, actor: str) -> None:
    go_to(person, "Agreements")
    person.press(re.compile(title))
    person.press(re.compile(f"^Sign for .*{actor}"))
    person.sees(re.compile("signed", re.IGNORECASE))
    person.press("Close")


def close_phase(anna: Person, name: str) -> None:
    anna.press(re.compile(f"^{name}"))
    anna.confirm(re.compile(name))


def decide_all(anna: Person, reason: str = REASON) -> None:
    """Work off the queue item by item, until feedback has come: accept, rule on what is free, answer calls."""
    over = anna.button(re.compile("^(Next turn|End exercise)"))
    hand = anna.page.locator("#in-hand")
    accept, free = hand.get_by_role("button", name=re.compile("^Accept")), anna.button(re.compile("^Draw and issue"))
    answer = anna.page.get_by_label("Your answer")
    queue = anna.page.get_by_role("region", name="Needs you").get_by_role("listitem").get_by_role("button")
    waiting = queue.filter(has_not_text="has no order yet")  # these go by themselves, with the planning
    for _ in range(60):
        expect(over.or_(accept).or_(free).or_(answer).or_(waiting).first).to_be_visible(timeout=PATIENCE)
        if over.count():
            return
        if accept.count():
            done(anna, accept.first)
        elif free.count():
            anna.page.get_by_label("Reason").fill(reason)
            done(anna, free.first)
        elif answer.count():
            answer.fill(ANSWER)
            done(anna, anna.button("Send").first)
        else:
            waiting.first.click()
    raise AssertionError("control never came to the end of the queue")


def override(anna: Person, order: str, reason: str) -> None:
    """The other outcome than the engine proposes for this order."""
    anna.page.get_by_role("region", name="Needs you").get_by_role("button", name=re.compile(order)).click()
    anna.press(re.compile("^Override"))
    anna.page.get_by_label("Reason").fill(reason)
    done(anna, anna.page.locator("form").get_by_role("button", name="Override"))


def fire(anna: Person, headline: str) -> None:
    """Fire an inject of the time line before its time."""
    anna.page.get_by_role("region", name="MSEL").get_by_role("button", name=re.compile(headline)).click()
    done(anna, anna.button(re.compile("^Fire")).first)


def done(anna: Person, button: Locator) -> None:
    """Press it, and see in the log that something came of it."""
    head = anna.page.get_by_text(re.compile(r"^event \d+"))
    before = head.inner_text()
    button.click()
    expect(head).not_to_have_text(before, timeout=PATIENCE)


def end(anna: Person) -> None:
    anna.press("End exercise")
    anna.confirm("End exercise")


def download_reports(anna: Person) -> dict[str, str]:
    """Have both reports made, download them, and read the whole text of each, by profile."""
    anna.page.goto(anna.page.url.split("/control")[0] + "/report")
    texts: dict[str, str] = {}
    link = anna.page.get_by_role("link", name="Download")
    for profile in ("Control", "Participants"):
        anna.page.get_by_role("radio", name=profile).check(force=True)
        anna.press("Make this report")
        expect(link).to_have_count(len(texts) + 1, timeout=30_000)
        with anna.page.expect_download() as download:
            link.first.click()
        texts[profile] = whole_text(Path(download.value.path()).read_bytes())
    return texts


def whole_text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).split())
