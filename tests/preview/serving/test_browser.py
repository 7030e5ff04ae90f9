"""Opening the browser: only where it opens a window, and never in the way of the preview."""

from __future__ import annotations

import sys
import threading
import webbrowser

import pytest

from briefs.preview.serving import browser


@pytest.mark.parametrize("fails", [False, True])
def test_a_browser_is_opened_where_there_is_a_screen(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_window(address: str) -> bool:
        opened.append(address)
        if fails:
            raise webbrowser.Error("no browser")
        return True

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(webbrowser, "open", open_window)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    browser.open_browser("http://127.0.0.1:1/")
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    browser.open_browser("http://127.0.0.1:2/")
    for one in threading.enumerate():
        if one.name == browser.THREAD:
            one.join(1)
    assert opened == ["http://127.0.0.1:2/"]
