"""Pass phrases are asked for on a terminal only, and not shown."""

from __future__ import annotations

import getpass
import sys

import pytest

from briefs.cli.asking import secret_prompt
from briefs.model.diagnostics import BriefsError


class Terminal:
    """An input at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert secret_prompt() is None
    monkeypatch.setattr(sys, "stdin", None)
    assert secret_prompt() is None


def test_on_a_terminal_what_is_typed_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: f"typed after {prompt}")
    ask = secret_prompt()
    assert ask is not None
    assert ask("Pass phrase: ") == "typed after Pass phrase: "


def test_an_end_of_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", closed)
    ask = secret_prompt()
    assert ask is not None
    with pytest.raises(BriefsError, match="nothing was typed"):
        ask("Pass phrase: ")
