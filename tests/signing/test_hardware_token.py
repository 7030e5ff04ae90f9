"""Keys on tokens: a stand-in for the library that talks to them."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.checking import check_detached
from briefs.signing.detached import sign_detached
from briefs.signing.hardware_token import open_token
from briefs.signing.signer import Signer
from tests.signing.authority import DAY, MOMENT
from tests.signing.samples import authority, signer, signer_of, trust


class TokenError(Exception):
    """What the library raises."""


def plug_in(monkeypatch: pytest.MonkeyPatch, one: Signer) -> list[Any]:
    """Make the library importable, with a token called "ICMC" that has this key; returns what it was asked for."""
    asked: list[Any] = []
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "pkcs11" or find_spec(name))

    def session(module: str, token_criteria: Any = None, user_pin: str = "") -> str:
        asked.append((module, token_criteria.label if token_criteria else None))
        if user_pin != "1234":
            raise TokenError("PIN incorrect")
        return "session"

    def token_signer(_: str, cert_label: str, key_label: str) -> Any:
        if cert_label != key_label or cert_label != "Sign":
            raise TokenError
        return SimpleNamespace(
            signing_cert=one.certificate,
            cert_registry=one.implementation.cert_registry,
            async_sign=one.implementation.async_sign,
        )

    made: dict[str, dict[str, Any]] = {
        "pkcs11": {"PKCS11Error": TokenError},
        "pyhanko.sign.pkcs11": {"open_pkcs11_session": session, "PKCS11Signer": token_signer},
    }
    for name, contents in made.items():
        module = ModuleType(name)
        module.__dict__.update(contents)
        monkeypatch.setitem(sys.modules, name, module)
    return asked


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pkcs11" else find_spec(name))
    with pytest.raises(BriefsError, match="need the package python-pkcs11, which is not installed") as told:
        open_token("/usr/lib/token.so", "", "Sign", lambda: "1234")
    assert "pip install python-pkcs11" in told.value.hint


def test_a_key_on_a_token_signs_like_one_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = plug_in(monkeypatch, signer())
    one = open_token("/usr/lib/token.so", "ICMC", "Sign", lambda: "1234", MOMENT)
    assert (one.name, asked) == ("Secretariat of the ICMC", [("/usr/lib/token.so", "ICMC")])
    assert check_detached(b"list", sign_detached(b"list", one, moment=MOMENT), trust(), MOMENT).standing == "trusted"
    open_token("/usr/lib/token.so", "", "Sign", lambda: "1234", MOMENT)
    assert asked[-1] == ("/usr/lib/token.so", None)


@pytest.mark.parametrize(("label", "pin", "said"), [("Sign", "1", "PIN incorrect"), ("Other", "1234", "TokenError")])
def test_what_the_token_refuses_is_told(monkeypatch: pytest.MonkeyPatch, label: str, pin: str, said: str) -> None:
    plug_in(monkeypatch, signer())
    with pytest.raises(BriefsError, match=f'the key "{label}" on the token cannot be used: {said}'):
        open_token("/usr/lib/token.so", "ICMC", label, lambda: pin, MOMENT)


def test_an_expired_certificate_on_a_token_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(monkeypatch, signer_of(authority().identity()))
    with pytest.raises(BriefsError, match="expired on 2027-09-25"):
        open_token("/usr/lib/token.so", "ICMC", "Sign", lambda: "1234", MOMENT + 400 * DAY)
