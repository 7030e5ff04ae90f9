"""Chromium as Debian installs it, for tests of pages; without it, they are skipped, and say what to install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
WHY_NOT = f"{CHROMIUM} is not installed: apt-get install chromium"


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """A browser without a window, until the end of the block; skips the test if there is none."""
    if not CHROMIUM.is_file():
        pytest.skip(WHY_NOT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page: each rule, with the first element that breaks it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}, in {one['nodes'][0]['html']}" for one in found]
