"""Opening the page in the user's browser."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser

THREAD = "opening the browser"


def open_browser(address: str) -> None:
    """Open `address`, if there is a screen to show it on; nothing happens if that fails."""
    if _has_screen():
        threading.Thread(target=_open, args=(address,), name=THREAD, daemon=True).start()


def _open(address: str) -> None:
    try:
        webbrowser.open(address)
    except (OSError, webbrowser.Error):
        return


def _has_screen() -> bool:
    """Whether a browser would open a window: on Linux without one, it would be a program that takes this terminal."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
