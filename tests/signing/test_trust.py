"""Whose certificates are trusted: files and folders of certificates, and what is revoked."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.trust import NOBODY, Trust, read_trust
from tests.signing.authority import MOMENT, Authority, write
from tests.signing.ocsp import ocsp_answer
from tests.signing.samples import authority, identity


def test_nothing_given_is_nobody_trusted() -> None:
    assert read_trust([]) == NOBODY == Trust()


def test_files_say_themselves_what_they_are(tmp_path: Path) -> None:
    write(tmp_path / "root.pem", b"Our root:\n" + authority().pem)
    write(tmp_path / "root again.cer", authority().der)
    revoked = authority().revoked()
    write(tmp_path / "revoked.crl", revoked)
    write(tmp_path / "ocsp.der", ocsp_answer(authority(), identity(), MOMENT))
    write(tmp_path / ".hidden", b"not read")
    (tmp_path / "more").mkdir()
    other = Authority("Another")
    write(tmp_path / "more" / "all.pem", other.pem + authority().pem)
    trust = read_trust([tmp_path])
    assert set(trust.roots) == {authority().der, other.der}
    assert (trust.others, trust.crls, len(trust.ocsps)) == ((), (revoked,), 1)


def test_what_a_given_authority_has_issued_only_leads_there(tmp_path: Path) -> None:
    below = authority().authority_below("Below")
    path = write(tmp_path / "chain.pem", below.pem + authority().pem)
    assert read_trust([path]) == Trust((authority().der,), (below.der,))
    path = write(tmp_path / "below.pem", below.pem)
    assert read_trust([path]) == Trust((below.der,))


@pytest.mark.parametrize(
    "content", [b"", b"Dear colleague,", b"-----BEGIN CERTIFICATE-----\nMIIB\n", b"\x30\x03\x02\x01\x00"]
)
def test_a_file_of_something_else_is_told(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "root.pem", content)
    with pytest.raises(BriefsError, match="is no certificate, list of revoked certificates or OCSP answer") as told:
        read_trust([tmp_path])
    assert str(path) in told.value.message


def test_a_file_that_is_not_there_and_a_folder_without_certificates_are_told(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="cannot be read: No such file or directory"):
        read_trust([tmp_path / "root.pem"])
    with pytest.raises(BriefsError, match=r"there is no certificate in .*, so nobody can be trusted"):
        read_trust([tmp_path])
