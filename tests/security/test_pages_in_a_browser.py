"""The pages work under their own Content-Security-Policy: Chromium refuses nothing that they need."""

from django.contrib.auth.models import User
from playwright.sync_api import Browser

from tests.live.conftest import NORTH_CHIEF, Table, staff

PAGES = ["/", "/new/first_steps", "/e/{id}/", "/e/{id}/control", "/e/{id}/report", "/w/{wall}/", "/login", "/join"]
ADMIN = ["/admin/", "/admin/exercises/exercise/", "/admin/exercises/logentry/", "/admin/exercises/variable/"]


def refused(browser: Browser, address: str, paths: list[str], cookies: dict[str, str]) -> list[str]:
    """What the browser says it did not load, run or draw on these pages; what failed there by a bug of ours."""
    context = browser.new_context()
    context.add_cookies([{"name": n, "value": v, "url": f"http://{address}"} for n, v in cookies.items()])
    page, said = context.new_page(), list[str]()
    page.on("console", lambda one: said.append(f"{page.url}: {one.text}") if one.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for path in paths:
        answer = page.goto(f"http://{address}{path}")
        assert answer is not None and answer.ok, path
        page.locator("#root > :not(svg), #header").first.wait_for(state="attached")
    context.close()
    return said


def test_no_page_breaks_its_policy(browser: Browser, address: str, table: Table) -> None:
    session = {"sessionid": staff().cookies["sessionid"].value}
    paths = [path.format(id=table.id, wall=table.wall) for path in PAGES]
    assert refused(browser, address, paths, session) == []


def test_the_seats_page_neither(browser: Browser, address: str, table: Table) -> None:
    cookie = table.cookies[NORTH_CHIEF].removeprefix("seat=")
    path = table.paths[NORTH_CHIEF].removesuffix("socket")
    assert refused(browser, address, [path], {"seat": cookie}) == []


def test_the_admin_neither(browser: Browser, address: str, table: Table) -> None:
    client = staff()
    User.objects.update(is_superuser=True)
    assert refused(browser, address, ADMIN, {"sessionid": client.cookies["sessionid"].value}) == []
