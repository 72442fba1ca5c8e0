"""Takes the README's pictures from a real exercise.

DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m docs.take_pictures
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import services
from tests.browser.acts import choose_order, close_phase, decide_all, draft_order, join, open_lobby, start, submit
from tests.browser.people import PHONE, Person
from tests.browser.server import play

PICTURES = Path(__file__).with_name("pictures")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main() -> None:
    """Play into the second turn and photograph a seat, a phone and the console."""
    with tempfile.TemporaryDirectory() as data, play(Path(data)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=services.chromium(), args=FLAGS)
        anna, ines, tomasz = Person.at(browser), Person.at(browser), Person.at(browser)
        lena = Person.at(browser, PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
        code = open_lobby(anna, address).code
        join(ines, address, code, "Chair of the board", "Ines")
        join(tomasz, address, code, "Harbour master", "Tomasz")
        join(lena, address, code, "Shipping agent", "Lena")
        start(anna)
        close_phase(anna, "Close briefing")
        for person, order in ((ines, "Run the turbines"), (tomasz, "Lend the floating crane")):
            draft_order(person, order)
            submit(person)
        close_phase(anna, "Close turn")
        decide_all(anna)
        close_phase(anna, "Next turn")
        close_phase(anna, "Close briefing")
        draft_order(tomasz, "Ask the region for crews")
        draft_order(ines, "Set the gates", "Make room in the lake before the August storms.")
        lena.page.screenshot(path=PICTURES / "phone.png")
        ines.page.screenshot(path=PICTURES / "seat.png")
        submit(ines)
        choose_order(ines, "Ask the region for crews")
        ines.page.get_by_role("textbox", name="Why").fill("Two crews more before August.")
        ines.page.get_by_role("textbox", name="What you expect to happen").fill("They send two.")
        submit(ines)
        close_phase(anna, "Close turn")
        anna.page.get_by_role("region", name="Needs you").get_by_role("button").last.click()
        anna.page.get_by_text("Proposed").first.wait_for()
        anna.page.screenshot(path=PICTURES / "control.png")
        browser.close()


if __name__ == "__main__":
    main()
