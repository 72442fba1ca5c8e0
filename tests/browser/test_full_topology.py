"""Three turns of the reassurance force on the full topology, through the network's address, from lobby to report.

Control, five teams (two seats in one, one of them on a small phone), an observer and the wall, at two web processes.
One of these is killed while people write, the worker while it adjudicates: people see that the line is lost, go on
writing, and catch up without loading anything anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.acts import (
    ANSWER,
    EXPECTED,
    call_control,
    choose_order,
    close_phase,
    decide_all,
    download_reports,
    draft_free_order,
    draft_order,
    end,
    fire,
    go_to,
    join,
    note,
    observe,
    open_lobby,
    override,
    propose,
    read_inbox,
    say_why,
    sign,
    start,
    submit,
    write,
)
from tests.browser.people import LAPTOP, NARROWEST, PATIENCE, Person
from tests.browser.server import Address
from tests.topology.processes import BEFORE_IT_DECIDES, SECONDS, Topology, full
from wargame.live.management.commands.play import LOOPBACK, addresses

SEATS = {
    "olena": "President's office",
    "taras": "Speaker of the parliament",
    "james": "Heads of government",
    "karin": "Chair of the partners",
    "dana": "White House",
    "igor": "Presidential administration",
}
AT_ONE = ("olena", "taras", "karin")
INJECT = "A freeze of one month lies on the table"
CALL = "May the Speaker meet the envoy alone"
LETTER = "We would come if you asked us twice"
NOTE = "The White House waited for Kyiv to ask"
DEAL = "Neither side gloats"
FREE = "Leave the gas running through the winter"
WHY = {
    "Address the country": "They must hear it from us before they read it",
    "Place the air defence": "The plants are what the winter hangs on",
    "Ask parliament for a mandate": "The chamber wants to be asked",
    "Set the blueprint": "Trainers frighten nobody in the Hague",
    "Mediate": "A text that nobody carries is paper",
    "Host a summit": "Let them be seen together once",
}
UNREASONED = "It costs us nothing and it is noticed"
OVERRIDDEN = "The whip had counted wrong by three"
RULED = "The pipes were full anyway"
NO_LINE = re.compile("^No connection for")
LOST_LINE = re.compile("ERR_CONNECTION_(REFUSED|RESET|CLOSED)|WebSocket connection to .* failed|ERR_EMPTY_RESPONSE")
"""What a browser says when its server is killed."""


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Topology]:
    """At this machine's address in its network, if it is in one, as phones in the room would reach it."""
    host = next(iter(addresses()), LOOPBACK)
    with full(tmp_path_factory.mktemp("full"), host=host, also=["reports"]) as running:
        yield running


@dataclass(frozen=True)
class Table:
    """Everybody. Olena, Taras and Karin are at the web process that will be killed, the others at the other one."""

    grounds: Topology
    exercise: str
    anna: Person
    wall: Person
    otto: Person
    """An observer."""
    olena: Person
    taras: Person
    james: Person
    karin: Person
    dana: Person
    igor: Person

    @property
    def people(self) -> dict[str, Person]:
        return {name: who for name, who in vars(self).items() if isinstance(who, Person)}


def test_three_turns_with_a_worker_and_a_web_process_killed(browser: Browser, grounds: Topology) -> None:
    table = sit_down(browser, grounds)
    for person in table.people.values():
        person.page.evaluate("window.neverLeft = true")
    first_turn(table)
    second_turn(table)
    third_turn(table)
    left = [name for name, who in table.people.items() if not who.page.evaluate("window.neverLeft === true")]
    assert left == []  # nobody's page was loaded anew
    screens = {name: table.people[name] for name in ("anna", "wall", "otto", "olena", "taras")}
    assert {name: who.unsound() for name, who in screens.items()} == dict.fromkeys(screens, [])
    reports = download_reports(table.anna)
    tells_all(reports["Control"])
    tells_no_secret(reports["Participants"])
    nobody_was_disturbed(table)
    grounds.sound(table.exercise)


def sit_down(browser: Browser, grounds: Topology) -> Table:
    """The lobby is opened, everybody joins, and the exercise starts."""
    one, other = (Address(f"http://{at}/enter#{grounds.token}", f"http://{at}") for at in grounds.addresses)
    anna, wall, otto = (Person.at(browser) for _ in range(3))
    lobby = open_lobby(anna, other, "Reassurance", "Freeze on the table", "Short")
    people = {}
    for name, seat in SEATS.items():
        phone = {"has_touch": True, "is_mobile": True, "color_scheme": "dark"} if name == "taras" else {}
        people[name] = Person.at(browser, NARROWEST if phone else LAPTOP, **phone)
        join(people[name], one if name in AT_ONE else other, lobby.code, seat, name.title())
    observe(otto, other, lobby, "Otto")
    wall.page.goto(other.players + lobby.wall)
    start(anna)
    return Table(grounds, lobby.exercise, anna, wall, otto, **people)


def first_turn(table: Table) -> None:
    """Orders, a call, an inject; then the web process dies under three people, and the worker under control."""
    anna, olena, taras, james, karin = table.anna, table.olena, table.taras, table.james, table.karin
    close_phase(anna, "Close briefing")
    fire(anna, INJECT)
    taras.press(re.compile("^Inbox"))
    go_to(table.otto, "Time line")
    for name in SEATS:
        read_inbox(table.people[name], INJECT)
    for person in (table.otto, table.wall):
        person.sees(INJECT)
    taras.press("Orders")
    call_control(olena, CALL)
    order(james, "Set the blueprint", "United Kingdom", Plan="15,000 guards at sites")
    order(karin, "Ask parliament for a mandate", "Netherlands")
    choose_order(taras, "Place the air defence")
    taras.page.get_by_label("Around").select_option("Nuclear plants")
    draft_order(olena, "Address the country", WHY["Address the country"])

    table.grounds.processes["web 1"].kill()
    say_why(taras, WHY["Place the air defence"])
    olena.button("Submit").first.click()
    for person in (olena, taras, karin):
        person.sees(NO_LINE)
    write(james, "Ukraine", "A question", LETTER)
    taras.press("Try now")  # in vain; once it is back, each page finds it by itself, perhaps before anybody could press
    table.grounds.start("web 1")
    for person in (olena, taras, karin):
        expect(person.page.get_by_text(NO_LINE)).to_be_hidden(timeout=PATIENCE)
    olena.sees("Submitted")
    read_inbox(olena, "A question")
    olena.press(re.compile("^Open"))
    expect(olena.page.get_by_role("textbox", name="Why")).to_have_value(WHY["Place the air defence"])
    submit(olena)

    with table.grounds.worker_killed_at(BEFORE_IT_DECIDES.format(id=table.exercise)):
        close_phase(anna, "Close turn")
    anna.sees("Adjudication")
    table.grounds.start("worker")
    ruling = anna.page.get_by_role("button", name=re.compile("^Ask parliament for a mandate"))
    expect(ruling).to_be_visible(timeout=SECONDS * 1000)  # the worker begins, and is asked again
    override(anna, "Ask parliament for a mandate", OVERRIDDEN)
    decide_all(anna, RULED)
    for person in (olena, james, karin):
        go_to(person, "Rulings")
        person.sees("turn 1")
    close_phase(anna, "Next turn")


def second_turn(table: Table) -> None:
    """A text that binds both sides, and an order that stands on no menu."""
    anna, olena, igor = table.anna, table.olena, table.igor
    close_phase(anna, "Close briefing")
    propose(olena, "Freeze or ceasefire", DEAL)
    sign(olena, "Freeze or ceasefire", "Ukraine")
    sign(igor, "Freeze or ceasefire", "Russia")
    olena.sees(re.compile("In force", re.IGNORECASE))
    draft_free_order(igor, FREE, UNREASONED)
    submit(igor)
    order(table.dana, "Mediate")
    note(table.otto, NOTE)
    close_phase(anna, "Close turn")
    decide_all(anna, RULED)
    close_phase(anna, "Next turn")


def third_turn(table: Table) -> None:
    close_phase(table.anna, "Close briefing")
    order(table.james, "Host a summit", "France")
    close_phase(table.anna, "Close turn")
    decide_all(table.anna, RULED)
    end(table.anna)
    for name in SEATS:
        table.people[name].sees("Hot wash")


def order(person: Person, title: str, actor: str = "", **form: str) -> None:
    """Choose it from the menu, fill it in, and submit it."""
    draft_order(person, title, WHY[title], actor)
    for label, choice in form.items():
        person.page.get_by_label(label).select_option(choice)
    submit(person)


def tells_all(report: str) -> None:
    """Every decision made, with the reasons given for it."""
    decided = [INJECT, CALL, LETTER, NOTE, DEAL, FREE, UNREASONED, OVERRIDDEN, RULED, ANSWER, EXPECTED]
    decided += [*WHY, *WHY.values(), "Freeze or ceasefire"]
    assert [said for said in decided if said not in report] == []


def tells_no_secret(report: str) -> None:
    typed = [CALL, LETTER, NOTE, DEAL, FREE, UNREASONED, ANSWER, *WHY.values(), *(name.title() for name in SEATS)]
    assert [said for said in typed if said in report] == []
    assert [title for title in (INJECT, "Mediate", "Host a summit") if title not in report] == []


def nobody_was_disturbed(table: Table) -> None:
    """No page complained, but of the line that was lost; and none jumped."""
    complaints = {name: [c for c in who.complaints if not LOST_LINE.search(c)] for name, who in table.people.items()}
    assert complaints == dict.fromkeys(table.people, [])
    assert [name for name, who in table.people.items() if who.complaints and name not in AT_ONE] == []
    assert {name: jumps for name, who in table.people.items() if (jumps := who.jumped())} == {}
