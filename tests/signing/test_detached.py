"""Detached signatures over lists of hashes, as other programs read them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.detached import sign_detached
from tests.signing.authority import DAY, MOMENT, write
from tests.signing.samples import authority, signer

LIST = b"0f343b0931126a20f133d67c2b018a3b  copies/0001.pdf\n"


def test_the_same_key_time_and_content_give_the_same_bytes() -> None:
    assert sign_detached(LIST, signer(), moment=MOMENT) == sign_detached(LIST, signer(), moment=MOMENT)
    assert sign_detached(LIST, signer(), moment=MOMENT) != sign_detached(LIST, signer(), moment=MOMENT + DAY)


def test_the_content_is_not_in_it() -> None:
    assert LIST[:20] not in sign_detached(LIST, signer(), moment=MOMENT)


@pytest.mark.parametrize(("content", "code"), [(LIST, 0), (LIST + b"\n", 4)])
def test_openssl_says_the_same(tmp_path: Path, content: bytes, code: int) -> None:
    signature = write(tmp_path / "SHA256SUMS.p7s", sign_detached(LIST, signer(), authority().time_stamper(), MOMENT))
    command: list[str | Path] = [
        "openssl",
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        signature,
        "-purpose",
        "any",
    ]
    command += ["-content", write(tmp_path / "SHA256SUMS", content), "-out", "/dev/null", "-no_check_time"]
    command += ["-CAfile", write(tmp_path / "root.pem", authority().pem)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("OpenSSL is not installed")
    assert done.returncode == code, done.stderr


def test_a_key_does_not_sign_after_its_last_day() -> None:
    with pytest.raises(BriefsError, match="expired on 2027-09-25"):
        sign_detached(LIST, signer(), moment=MOMENT + 400 * DAY)
