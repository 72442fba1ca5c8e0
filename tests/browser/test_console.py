"""What control does beside accepting: other answers, injects, time, values, seats. By keyboard where one can."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, WebSocketRoute, expect

from tests.browser.acts import close_phase, draft_order, join, set_up, submit
from tests.browser.people import PHONE, Person
from tests.browser.server import Address, play

SMALL = {"width": 1180, "height": 800}
WHY = "The table saw it otherwise"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with play(tmp_path_factory.mktemp("console")) as opened:
        yield opened


@pytest.fixture(scope="module")
def facilitator(browser: Browser, address: Address) -> Person:
    """Signed in by the link, which works once."""
    anna = Person.at(browser, SMALL)
    anna.page.goto(address.facilitator)
    anna.page.wait_for_url(f"{address.desk}/")
    return anna


@pytest.fixture
def anna(facilitator: Person, address: Address) -> Person:
    """At the home page."""
    facilitator.page.goto(f"{address.desk}/")
    facilitator.complaints.clear()
    return facilitator


def started(anna: Person, address: Address, *players: tuple[Person, str, str]) -> str:
    """An exercise in its first planning; the path of its lobby."""
    code, lobby = set_up(anna, "First steps").code, anna.page.url
    for person, seat, name in players:
        join(person, address, code, seat, name)
    expect(anna.button("StartEx")).to_be_in_viewport()
    anna.press("StartEx")
    anna.confirm("StartEx")
    anna.page.wait_for_url(re.compile("/control"))
    close_phase(anna, "Close briefing")
    return lobby


def hand(anna: Person) -> Locator:
    return anna.page.locator("#in-hand")


def take(anna: Person, name: str) -> None:
    """Take an inject in hand from the time line, by keyboard."""
    anna.page.get_by_role("button", name=re.compile(f"^{name}")).first.focus()
    anna.page.keyboard.press("Enter")
    expect(hand(anna)).to_contain_text(name)


def item(anna: Person, title: str) -> Locator:
    return anna.page.get_by_role("region", name="Needs you").get_by_role("button", name=re.compile(title))


def take_item(anna: Person, title: str) -> None:
    item(anna, title).click()
    expect(hand(anna)).to_contain_text(title)


def reason(anna: Person, text: str) -> None:
    """Write the reason and send by Ctrl+Enter."""
    field = anna.page.get_by_label("Reason").last
    field.fill(text)
    field.press("Control+Enter")


def test_injects_time_and_values_by_hand(browser: Browser, address: Address, anna: Person) -> None:
    ines, tomasz = Person.at(browser), Person.at(browser, PHONE, has_touch=True, is_mobile=True)
    started(anna, address, (ines, "Chair of the board", "Ines"), (tomasz, "Harbour master", "Tomasz"))

    take(anna, "Storm over the valley")
    for key, state in (("k", "skipped"), ("r", "armed"), ("h", "held")):
        anna.page.keyboard.press(key)
        expect(anna.page.get_by_role("button", name=re.compile(f"^Storm over the valley: {state}"))).to_be_visible()
        take(anna, "Storm over the valley")
    anna.page.keyboard.press("m")
    anna.page.get_by_label("Headline").fill("A storm, they say")
    anna.page.get_by_label("Headline").press("Control+Enter")
    ines.sees("A storm, they say")

    anna.press("Extend team")
    anna.dialog().get_by_role("radio", name=re.compile("Merrow")).check(force=True)
    anna.confirm("Extend")
    tomasz.sees(re.compile("for you"))
    expect(ines.page.get_by_text(re.compile("for you"))).to_have_count(0)

    anna.press(re.compile("^All "))
    anna.press(re.compile("^Trust"))
    expect(anna.dialog().get_by_role("button", name="Adjust")).to_be_disabled()
    expect(anna.dialog().get_by_text("Change a value first.")).to_be_visible()
    anna.dialog().get_by_role("button", name="more").first.click()
    reason(anna, WHY)
    expect(anna.page.get_by_role("dialog")).to_have_count(0)
    anna.press(re.compile("^Changed 1"))
    assert anna.complaints == []
    assert anna.jumped() == []


def test_what_the_clock_brings_is_moved(address: Address, anna: Person) -> None:
    """By keyboard, by dragging and by the form."""
    started(anna, address)
    keys = anna.page.keyboard

    def mark(headline: str, when: str) -> Locator:
        return anna.page.get_by_role("button", name=re.compile(f"^{headline}.*{when}"))

    mill, regatta = "The paper mill", "Regatta week"
    mark(mill, "Turn 2, planning, 0:15 min in").focus()
    keys.press("Alt+ArrowRight")
    anna.sees("turn 2, planning, 00:30 in")
    keys.press("Escape")
    expect(anna.page.get_by_text("planning, 00:30 in")).to_have_count(0)
    for _ in range(2):
        keys.press("Alt+ArrowRight")
    keys.press("Enter")
    expect(mark(mill, "Turn 2, planning, 0:45 min in, moved from turn 2, planning, 0:15 min in")).to_be_focused()

    at = mark(regatta, "Turn 3").bounding_box()
    to = mark(mill, "Turn 2").bounding_box()
    assert at and to
    anna.page.mouse.move(at["x"] + 8, at["y"] + 8)
    anna.page.mouse.down()
    anna.page.mouse.move(to["x"] + 60, at["y"] + 8, steps=8)
    anna.sees(re.compile("turn 2, planning, .* in"))
    anna.page.mouse.up()
    expect(mark(regatta, "Turn 2, planning.*moved from turn 3, planning, 0:10 min in")).to_be_visible()

    take(anna, regatta)
    keys.press("t")
    hand(anna).get_by_role("combobox", name="Turn").select_option("3")
    hand(anna).get_by_label(re.compile("^Minutes")).fill("2")
    field = hand(anna).get_by_label(re.compile("^Reason"))
    field.fill(WHY)
    field.press("Control+Enter")
    expect(mark(regatta, "Turn 3, planning, 2 min in")).to_be_visible()
    take(anna, regatta)
    expect(hand(anna)).to_contain_text(f"Moved from turn 3, planning, 0:10 min in: {WHY}")
    anna.sees(re.compile("Control moved “Regatta week"))
    assert anna.unsound() == []
    assert anna.complaints == []
    assert anna.jumped() == []


def test_two_facilitators_see_what_the_other_has_in_hand(browser: Browser, address: Address, anna: Person) -> None:
    """Each has an account of their own; an item in another's hand says so, and may be taken all the same."""
    lobby = started(anna, address)
    console = anna.page.url
    anna.page.goto(lobby)
    anna.press("Second facilitator")
    anna.dialog().get_by_label(re.compile("^Their name")).fill("Ben Berg")
    anna.dialog().get_by_role("button", name="Make the link").click()
    link = anna.dialog().get_by_label("Link", exact=True).input_value()
    ben = Person.at(browser, SMALL)
    ben.page.goto(link)
    ben.page.wait_for_url(re.compile("/$"))
    ben.page.goto(link.split("/enter")[0] + console.removeprefix(address.desk))
    anna.page.goto(console)

    hollin, merrow = "Hollin has no order yet", "Merrow has no order yet"
    take_item(anna, hollin)
    expect(item(ben, hollin)).to_contain_text("Facilitator has this")
    take_item(ben, hollin)
    expect(hand(ben)).to_contain_text("Facilitator has this in hand. You can answer it all the same")
    expect(item(anna, hollin)).to_contain_text("Ben Berg has this")
    assert ben.unsound() == []
    take_item(ben, merrow)
    expect(hand(ben)).not_to_contain_text("in hand. You can answer")
    expect(item(anna, hollin)).not_to_contain_text("has this")
    expect(item(anna, merrow)).to_contain_text("Ben Berg has this")
    ben.press("+2 min")
    expect(anna.page.get_by_role("region", name="Log")).to_contain_text("by Ben Berg")
    expect(anna.page.get_by_role("img", name="Ben Berg: here")).to_be_visible()
    ben.page.close()
    expect(item(anna, merrow)).not_to_contain_text("has this")
    assert anna.complaints == []
    assert [*anna.jumped(), *ben.jumped()] == []


def test_rulings_are_overridden_amended_and_returned(browser: Browser, address: Address, anna: Person) -> None:
    ines, tomasz = Person.at(browser), Person.at(browser)
    started(anna, address, (ines, "Chair of the board", "Ines"), (tomasz, "Harbour master", "Tomasz"))
    for person, title in ((ines, "Patch the spillway gate"), (tomasz, "Dredge the channel")):
        draft_order(person, title)
        submit(person)
    draft_order(tomasz, "Ask the region for crews")
    tomasz.press("Submit")
    expect(tomasz.page.get_by_text("Submitted", exact=True)).to_have_count(2)
    close_phase(anna, "Close turn")

    take_item(anna, "Patch the spillway gate")
    anna.page.keyboard.press("o")
    reason(anna, WHY)
    take_item(anna, "Dredge the channel")
    anna.page.keyboard.press("m")
    hand(anna).get_by_role("button", name="fewer").first.click()
    reason(anna, WHY)
    take_item(anna, "Ask the region for crews")
    anna.page.keyboard.press("r")
    reason(anna, "Say for which works")
    tomasz.sees("Returned")
    tomasz.sees(re.compile("Say for which works"))
    for person, decision in ((ines, "Overridden by control"), (tomasz, "Amended by control")):
        person.page.get_by_role("tab", name=re.compile("^Rulings")).click()
        person.page.get_by_role("button", name=re.compile("Patch|Dredge")).first.click()
        person.sees(decision)
        person.sees(WHY)
    assert {len(person.complaints) for person in (anna, ines, tomasz)} == {0}


def test_a_freed_seat_is_taken_by_whoever_comes_late(browser: Browser, address: Address, anna: Person) -> None:
    tomasz, late = Person.at(browser), Person.at(browser, PHONE, has_touch=True, is_mobile=True)
    lobby = started(anna, address, (tomasz, "Harbour master", "Tomasz"))
    anna.page.goto(lobby)
    anna.press("Free: Harbour master")
    anna.confirm("Free the seat")
    tomasz.sees(re.compile("Control has freed this seat"))
    anna.press("New codes")
    anna.confirm("Make new codes")
    code = anna.page.get_by_role("region", name="Merrow").locator(".mono")
    expect(code).to_have_text(re.compile(r"^\w{6}$"))
    late.page.goto(f"{address.players}/join/{code.inner_text()}")
    late.page.get_by_label("Your name").fill("Ola")
    late.page.get_by_role("checkbox").first.check(force=True)
    late.page.get_by_role("radio", name=re.compile("Harbour master")).check(force=True)
    late.press("Take this seat")
    late.sees("New order")
    late.page.go_back()
    assert "/join/" not in late.page.url, "going back does not lead to a form that is filled in already"


def test_a_reload_in_the_middle_of_a_send_loses_nothing(browser: Browser, address: Address, anna: Person) -> None:
    ines = Person.at(browser)
    cut: list[bool] = []

    def through(line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        line.on_message(lambda said: None if cut else server.send(said))

    ines.page.route_web_socket(re.compile("/socket"), through)
    started(anna, address, (ines, "Chair of the board", "Ines"))
    draft_order(ines, "Run the turbines")
    expect(ines.page.get_by_text(re.compile("^Saved for the team"))).to_be_visible()
    cut.append(True)
    ines.press("Submit")
    ines.sees("Sending")
    cut.clear()
    ines.page.reload()
    ines.sees("Submitted")
    orders = ines.page.get_by_role("region", name="Orders")
    expect(orders.get_by_text("Submitted")).to_have_count(1)
    expect(orders.get_by_text("Draft")).to_have_count(0)
