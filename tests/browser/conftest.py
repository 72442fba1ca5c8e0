"""When a browser test fails, what everybody had on the screen is said with the failure."""

from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Error, Page

MOST = 1_500
"""Characters of a screen that are worth reading."""
PATIENCE = 2_000
"""Milliseconds for a page that may hang."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    browser = getattr(item, "funcargs", {}).get("browser")
    if report.failed and isinstance(browser, Browser):
        pages = [page for context in browser.contexts for page in context.pages]
        report.sections += [(f"Screen at {page.url}", _shown(page)) for page in pages]
    return report


def _shown(page: Page) -> str:
    try:
        return page.locator("body").inner_text(timeout=PATIENCE)[:MOST]
    except Error as error:  # a page that hangs or is gone says so
        return str(error)
