"""The people of an exercise, each in a browser of their own; what they do, they do by the words on the screen."""

import re
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

LAPTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}
PATIENCE = 15_000
"""Milliseconds in which a screen shows what it must."""
MOST_SHIFT = 0.05

WATCH_SHIFTS = """
const box = ({x, y, width, height}) => [x, y, width, height].map(Math.round).join(' ');
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted({
    page: location.pathname, opened: performance.timeOrigin, at: entry.startTime, value: entry.value,
    what: entry.sources.map(({node, previousRect, currentRect}) =>
      `${node?.className || node?.nodeName}: ${box(previousRect)} > ${box(currentRect)}`),
  });
}).observe({type: 'layout-shift', buffered: true});
"""


@dataclass
class Person:
    """Somebody at a screen. Whatever their browser complains of is kept."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)
    """Every frame that came over a socket."""
    shifts: list[dict[str, Any]] = field(default_factory=list)
    """What moved on a page without the person's own doing."""

    @classmethod
    def at(cls, browser: Browser, screen: dict[str, int] = LAPTOP, **options: Any) -> "Person":
        context = browser.new_context(viewport=screen, reduced_motion="reduce", **options)  # type: ignore[arg-type]  # a ViewportSize
        context.set_default_timeout(PATIENCE)
        person = cls(context.new_page())
        context.expose_binding("shifted", lambda _, shift: person.shifts.append(shift))
        context.add_init_script(WATCH_SHIFTS)
        person.page.on("console", person._heard)
        person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
        person.page.on(
            "websocket", lambda line: line.on("framereceived", lambda text: person.received.append(str(text)))
        )
        return person

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name)

    def press(self, name: str | re.Pattern[str]) -> None:
        self.button(name).first.click()

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog").last

    def confirm(self, name: str | re.Pattern[str]) -> None:
        """Press a button of the dialog, and see it go."""
        dialog = self.dialog()
        dialog.get_by_role("button", name=name).last.click()
        expect(dialog).to_be_hidden(timeout=PATIENCE)

    def found_serious(self) -> list[str]:
        """What axe finds serious on this screen."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found if one["impact"] in ("serious", "critical")
        ]

    def unsound(self) -> list[str]:
        """What is wrong with this screen, for whoever uses a reader or the narrowest of phones."""
        found, was = self.found_serious(), self.page.viewport_size
        self.page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]  # a ViewportSize
        if wider := self.overflows():
            found.append(f"{wider} px too wide for a window of {NARROWEST['width']}")
        if was:
            self.page.set_viewport_size(was)
        return found

    def overflows(self) -> int:
        """Pixels by which the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def jumped(self) -> list[list[dict[str, Any]]]:
        """The bursts of movement that one notices: the worst one of a page is what web vitals call its CLS."""
        bursts: list[list[dict[str, Any]]] = []
        for shift in self.shifts:
            if bursts and _goes_on(bursts[-1], shift):
                bursts[-1].append(shift)
            else:
                bursts.append([shift])
        return [burst for burst in bursts if sum(shift["value"] for shift in burst) > MOST_SHIFT]


def _goes_on(burst: list[dict[str, Any]], shift: dict[str, Any]) -> bool:
    """Less than a second after the last movement of the same page, and less than five after the first."""
    first, last = burst[0], burst[-1]
    return bool(
        shift["opened"] == first["opened"] and shift["at"] - last["at"] < 1000 and shift["at"] - first["at"] < 5000
    )
