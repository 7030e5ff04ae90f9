"""Paths as people write them into settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.home_folder import home_expanded


def test_a_home_folder_may_be_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert home_expanded("~/keys/signing.p12") == Path("/home/somebody/keys/signing.p12")
    assert home_expanded(Path("../signing.p12")) == Path("../signing.p12")
    assert home_expanded("~nobody-of-this-name/x") == Path("~nobody-of-this-name/x")
