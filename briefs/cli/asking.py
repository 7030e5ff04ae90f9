"""Asking for what must not be seen, on a terminal."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable

from briefs.model.diagnostics import BriefsError


def secret_prompt() -> Callable[[str], str] | None:
    """What asks for a secret without showing it; None if nobody sits at a terminal."""
    return _ask if sys.stdin is not None and sys.stdin.isatty() else None


def _ask(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise BriefsError("nothing was typed", "run the command again, and type the pass phrase") from error
