"""Without the extra, what needs it says so in one line; with it, the library does not talk."""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.checking import check_detached, signatures_of
from briefs.signing.detached import sign_detached
from briefs.signing.key_file import read_key_file
from briefs.signing.pdf_signing import sign_pdf
from briefs.signing.pyhanko_extra import quiet_pyhanko
from briefs.signing.time_stamps import time_stamps
from briefs.signing.trust import read_trust
from tests.signing.samples import PROJECT, plain_pdf, signer


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    one = signer()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    for call in (
        lambda: sign_pdf(plain_pdf(), one),
        lambda: sign_detached(b"", one),
        lambda: signatures_of(b"/ByteRange"),
        lambda: check_detached(b"", b""),
        lambda: read_key_file(Path("key.p12"), PROJECT, lambda: ""),
        lambda: read_trust([]),
        lambda: time_stamps("https://example.org"),
    ):
        with pytest.raises(BriefsError, match="signatures need pyHanko, which is not installed") as told:
            call()
        assert told.value.hint == "run `make extras`"
    assert signatures_of(plain_pdf()) == ()


def test_the_room_is_imported_without_the_extra() -> None:
    modules = "pipeline.signatures", "signing.checking", "signing.hardware_token", "cli.asking"
    imports = "; ".join(f"import briefs.{name}" for name in modules)
    loaded = "[name for name in sys.modules if name.startswith(('pyhanko', 'asn1crypto', 'cryptography', 'aiohttp'))]"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {imports}; print({loaded})"], capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_library_is_quiet_only_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("pyhanko.sign")
    with quiet_pyhanko():
        logger.error("no path")
    assert caplog.records == []
    logger.error("a path")
    assert [record.getMessage() for record in caplog.records] == ["a path"]
    caplog.clear()
