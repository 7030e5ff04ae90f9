"""Pages in the browser that fail a test if they log an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

OpenPage: TypeAlias = Callable[..., Page]
"""Opens the page at an address; other arguments are those of a Playwright context, such as `color_scheme`."""


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages, each as another person would; errors that they log fail the test, unless `errors` says
    that they are expected."""
    contexts = []
    logged: list[str] = []

    def open_page(address: str, *, width: int = 1280, height: int = 800, errors: bool = False, **given: Any) -> Page:
        given = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", **given}
        context = browser.new_context(**given)
        contexts.append(context)
        context.set_default_timeout(8000)
        page = context.new_page()
        if not errors:
            page.on("pageerror", lambda error: logged.append(str(error)))
            page.on("console", lambda message: _note(logged, message))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert logged == []


def _note(logged: list[str], message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        logged.append(message.text)
