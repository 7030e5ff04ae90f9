"""The password comes from the environment or the keyring, and is asked for only if there is a user."""

from __future__ import annotations

import builtins
from typing import Any

import keyring
import pytest
from keyring.errors import NoKeyringError

from briefs.mailing.mail_server import MailServer
from briefs.mailing.passwords import VARIABLE, password_for
from briefs.model.diagnostics import BriefsError

SERVER = MailServer("smtp.example.org", 587, "chair@example.org", user="chair")


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "secret")
    assert password_for(SERVER) == "secret"
    assert password_for(MailServer("smtp.example.org", 587, "chair@example.org")) == ""


def test_then_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("briefs:smtp.example.org", "chair"): "kept"}
    monkeypatch.setattr(keyring, "get_password", lambda service, user: kept.get((service, user)))
    assert password_for(SERVER) == "kept"
    kept.clear()
    with pytest.raises(BriefsError, match=r"no password for chair at smtp\.example\.org") as raised:
        password_for(SERVER)
    assert raised.value.hint.endswith("keyring set briefs:smtp.example.org chair")


def test_a_keyring_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: str) -> None:
        raise NoKeyringError("No recommended backend was available. Install one.\nMore")

    monkeypatch.setattr(keyring, "get_password", none)
    with pytest.raises(BriefsError, match="keyring cannot be read: No recommended backend") as raised:
        password_for(SERVER)
    assert VARIABLE in raised.value.hint


def test_without_what_keyrings_need_the_variable_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *given: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "keyring":
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(BriefsError, match="no password for chair") as raised:
        password_for(SERVER)
    assert "make extras" in raised.value.hint
