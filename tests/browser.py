"""Chromium as Debian installs it, for tests of pages; without it, they are skipped, and say what to install.

Playwright's loop counts as running as long as a browser is open, also between the calls of a test, and there can be
only one in a process. So one browser is opened for all tests, and tests that do not use it never see its loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
WHY_NOT = f"{CHROMIUM} is not installed: apt-get install chromium"

_loops: list[asyncio.AbstractEventLoop] = []
"""The loop of Playwright, as long as a browser is open."""


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """A browser without a window, until the end of the block; skips the test if there is none."""
    if not CHROMIUM.is_file():
        pytest.skip(WHY_NOT)
    with sync_playwright() as playwright:
        _loops.append(asyncio.get_running_loop())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            asyncio._set_running_loop(_loops.pop())
            browser.close()
    asyncio._set_running_loop(None)


@contextmanager
def hidden_loop() -> Iterator[None]:
    """Let nothing in the block see the loop of a browser that is open."""
    if _loops:
        asyncio._set_running_loop(None)
    yield
    if _loops:
        asyncio._set_running_loop(_loops[0])


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page: each rule, with the first element that breaks it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}, in {one['nodes'][0]['html']}" for one in found]
