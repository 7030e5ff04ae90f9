"""Distributions are signed: the PDF of the edition, or each copy, and the list of checksums."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefs.model.checksum_list import NAME
from briefs.model.diagnostics import BriefsError
from briefs.pipeline.distribution_making import SIGNATURE
from briefs.pipeline.distribution_signing import signatures_for
from briefs.recipients.settings_file import read_distribution
from briefs.signing.checking import check_detached, signatures_of
from briefs.signing.trust import Trust
from tests.builders import contents
from tests.distribution import ANN, BO, copied, distributed, folder_of, order, register_of
from tests.signing.authority import PASSPHRASE, Authority, Identity

ROOT = Authority("Root of the Harbour")


def passphrase(prompt: str) -> str:
    return PASSPHRASE


def with_key(root: Path) -> Path:
    key = root.parent / "key.p12"
    key.write_bytes(ROOT.identity("Harbour Board").pkcs12())
    (root / "templates" / "distribution.yaml").write_text("signing:\n  certificate: ../key.p12\n", encoding="utf-8")
    return root


def test_the_edition_and_the_checksums_are_signed(harbour_to_distribute: Path, tmp_path: Path) -> None:
    root = with_key(copied(harbour_to_distribute, tmp_path / "harbour"))
    distributed(root, ANN, BO, signing="edition", ask=passphrase)
    register = register_of(root)
    (pdf,) = (file for file in register.files if file.format == "pdf")
    signed = (folder_of(root) / pdf.path).read_bytes()
    cleared = (root / "build" / "harbour_brief-captains_v1.0_cleared.pdf").read_bytes()
    assert (pdf.signature, signed.startswith(cleared)) == ("B-B", True)
    (state,) = signatures_of(signed, Trust((ROOT.der,)))
    assert state.is_good
    sums, signature = ((folder_of(root) / name).read_bytes() for name in (NAME, SIGNATURE))
    assert check_detached(sums, signature, Trust((ROOT.der,))).is_good
    assert pdf.sha256 in sums.decode()
    before = contents(folder_of(root))
    distributed(root, ANN, BO, signing="edition", ask=passphrase)
    assert contents(folder_of(root)) == before
    with pytest.raises(BriefsError, match="are signed") as error:
        distributed(root, ANN, BO)
    assert error.value.hint == "sign these as well, with --sign"


def test_each_personal_copy_can_be_signed_which_is_said_to_take_time(personal_harbour: Path, tmp_path: Path) -> None:
    root = with_key(copied(personal_harbour, tmp_path / "harbour"))
    notes: list[str] = []
    distributed(root, ANN, BO, signing="each", ask=passphrase, note=notes.append)
    for copy in register_of(root).copies:
        pdf = next(file for file in copy.files if file.format == "pdf")
        (state,) = signatures_of((folder_of(root) / pdf.path).read_bytes(), Trust((ROOT.der,)))
        assert (pdf.signature, state.is_good) == ("B-B", True)
    assert len(notes) == 1
    assert notes[0].startswith("signing 2 copies takes about ")


def test_a_signed_file_that_is_gone_is_asked_for_and_not_signed_again(
    harbour_to_distribute: Path, tmp_path: Path
) -> None:
    root = with_key(copied(harbour_to_distribute, tmp_path / "harbour"))
    distributed(root, ANN, signing="edition", ask=passphrase)
    (pdf,) = register_of(root).files
    content = (folder_of(root) / pdf.path).read_bytes()
    (folder_of(root) / pdf.path).unlink()
    with pytest.raises(BriefsError, match="is not the signed file that was given out"):
        distributed(root, ANN, BO, signing="edition", ask=passphrase)
    (folder_of(root) / pdf.path).write_bytes(content)
    distributed(root, BO.replace("pdf, docx", "docx"), signing="edition", ask=passphrase)
    assert pdf in register_of(root).files
    assert [copy.number for copy in register_of(root).copies] == [1, 2]


def test_without_a_key_nothing_is_signed_or_made(harbour_to_distribute: Path, tmp_path: Path) -> None:
    root = copied(harbour_to_distribute, tmp_path / "harbour")
    with pytest.raises(BriefsError, match="no key to sign with is named"):
        distributed(root, ANN, signing="edition")
    with pytest.raises(BriefsError):
        distributed(with_key(root), ANN, signing="edition", ask=lambda prompt: "wrong")
    assert not (root / "build" / "distribution").exists()


def test_what_was_made_without_a_signature_stays_without(harbour_to_distribute: Path, tmp_path: Path) -> None:
    root = with_key(copied(harbour_to_distribute, tmp_path / "harbour"))
    distributed(root, ANN)
    with pytest.raises(BriefsError, match="are not signed"):
        distributed(root, ANN, BO, signing="edition", ask=passphrase)
    assert len(register_of(root).copies) == 1


def signing(root: Path, identity: Identity, *trust: bytes, notes: list[str] | None = None) -> None:
    """Open the key of `identity` in a project that trusts what the files in `trust` say."""
    (root / "templates").mkdir(parents=True)
    (root.parent / "key.p12").write_bytes(identity.pkcs12())
    for number, content in enumerate(trust):
        (root.parent / f"trust-{number}").write_bytes(content)
    names = ", ".join(f"../trust-{number}" for number in range(len(trust)))
    path = root / "templates" / "distribution.yaml"
    path.write_text(f"signing: {{certificate: ../key.p12, trust: [{names}]}}\n", encoding="utf-8")
    wanted = order(root, signing="edition", ask=passphrase, note=(notes if notes is not None else []).append)
    assert signatures_for(wanted, read_distribution(path, root).value) is not None


def test_a_foreign_certificate_is_told_before_anything_is_signed(tmp_path: Path) -> None:
    notes: list[str] = []
    signing(tmp_path / "own", ROOT.identity("Harbour Board"), ROOT.pem, notes=notes)
    assert notes == []
    signing(tmp_path / "other", Authority("Root of the Sea").identity("Harbour Board"), ROOT.pem, notes=notes)
    assert notes == ['none of the authorities that `trust` names has issued the certificate of "Harbour Board"']


def test_a_revoked_certificate_signs_nothing(tmp_path: Path) -> None:
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    authority = Authority("Root of the Sea")
    identity = authority.identity("Harbour Board")
    authority.revoke(identity, now)
    with pytest.raises(BriefsError, match=f'the certificate of "Harbour Board" was revoked on {now:%Y-%m-%d}'):
        signing(tmp_path / "own", identity, authority.pem, authority.revoked(now))
