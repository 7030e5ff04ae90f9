"""Keys in PKCS#12 files, and each way in which one cannot be used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from briefs.model.diagnostics import BriefsError
from briefs.signing.key_file import read_key_file
from briefs.signing.signer import Signer
from tests.signing.authority import DAY, MOMENT, PASSPHRASE, Identity, write
from tests.signing.samples import PROJECT, authority, identity


def read(path: Path, passphrase: str = PASSPHRASE) -> Signer:
    return read_key_file(path, PROJECT, lambda: passphrase, MOMENT)


def refused(path: Path, passphrase: str = PASSPHRASE) -> BriefsError:
    with pytest.raises(BriefsError) as told:
        read(path, passphrase)
    assert "\n" not in told.value.message
    assert told.value.hint
    assert PASSPHRASE not in told.value.message + told.value.hint
    return told.value


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return write(tmp_path / "secretariat.p12", identity().pkcs12())


def test_a_signer_has_the_name_and_the_last_day_of_the_certificate(key_file: Path) -> None:
    signer = read(key_file)
    assert (signer.name, signer.organisation) == ("Secretariat of the ICMC", "ICMC")
    assert signer.size == len(identity().der) + len(authority().der)


@pytest.mark.parametrize(
    ("make", "digest"),
    [
        (lambda: ec.generate_private_key(ec.SECP256R1()), "sha256"),
        (lambda: ec.generate_private_key(ec.SECP384R1()), "sha384"),
        (lambda: rsa.generate_private_key(65537, 2048), "sha256"),
    ],
)
def test_the_hash_is_as_strong_as_the_key(tmp_path: Path, make: Any, digest: str) -> None:
    one = authority().identity(key=make())
    assert read(write(tmp_path / "key.p12", one.pkcs12())).digest == digest


def test_a_file_without_pass_phrase_needs_none(tmp_path: Path) -> None:
    path = write(tmp_path / "key.pfx", identity().pkcs12(""))

    def ask() -> str:
        raise AssertionError("nobody is asked")

    assert read_key_file(path, PROJECT, ask, MOMENT).name == "Secretariat of the ICMC"


def test_a_wrong_pass_phrase_is_told(key_file: Path) -> None:
    for wrong in ("wrong", "", PASSPHRASE + " ", "ünïcode"):
        told = refused(key_file, wrong)
        assert "cannot be opened: the pass phrase is wrong, or the file is damaged" in told.message


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    content = identity().pkcs12()
    for damaged in (content[:-30], content[30:], b"", b"\x30\x03\x02\x01\x03", identity().pem, identity().der):
        told = refused(write(tmp_path / "key.p12", damaged))
        assert "is not a certificate file (PKCS#12), or is damaged" in told.message
    flipped = bytearray(content)
    flipped[len(flipped) // 2] ^= 1
    assert "cannot be opened" in refused(write(tmp_path / "key.p12", bytes(flipped))).message


def test_a_protection_that_nobody_knows_any_more_is_told(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> None:
        raise UnsupportedAlgorithm("DES")

    monkeypatch.setattr(pkcs12, "load_key_and_certificates", load)
    assert "is protected in a way that is no longer safe" in refused(key_file).message


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in refused(tmp_path / "key.p12").message
    assert "cannot be read: Is a directory" in refused(tmp_path).message


def test_a_file_without_key_or_certificate_is_told(tmp_path: Path) -> None:
    one = identity()
    protection = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    no_key = pkcs12.serialize_key_and_certificates(None, None, None, [one.certificate], protection)
    assert "there is no key" in refused(write(tmp_path / "no-key.p12", no_key)).message
    no_certificate = pkcs12.serialize_key_and_certificates(None, one.key, None, None, protection)
    assert "there is no certificate" in refused(write(tmp_path / "none.p12", no_certificate)).message


def test_a_file_inside_the_project_is_refused_before_it_is_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "templates").mkdir(parents=True)
    (tmp_path / "link").symlink_to(project)
    for path in (project / "templates" / "key.p12", tmp_path / "link" / "key.p12", project / "x" / ".." / "key.p12"):
        with pytest.raises(BriefsError, match="is inside the project, where others can find it") as told:
            read_key_file(path, project, lambda: PASSPHRASE, MOMENT)
        assert "~/.certificates" in told.value.hint
    path = write(tmp_path / "key.p12", identity().pkcs12())
    assert read_key_file(project / ".." / path.name, project, lambda: PASSPHRASE, MOMENT)


def test_a_home_folder_may_be_written_short(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(key_file.parent))
    assert read(Path("~") / key_file.name).name == "Secretariat of the ICMC"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"end": MOMENT - DAY}, 'the certificate of "Secretariat of the ICMC" expired on 2026-11-28'),
        (
            {"start": MOMENT + DAY},
            'the certificate of "Secretariat of the ICMC" is not valid before 2026-11-30 12:00 UTC',
        ),
        ({"uses": ("key_encipherment",)}, "cannot sign documents: its key usage is not digital signature"),
        ({"extended": (ExtendedKeyUsageOID.SERVER_AUTH,)}, "its extended key usage is another one (server auth)"),
        ({"key": ed25519.Ed25519PrivateKey.generate()}, "a kind that PDF readers do not know (ed25519)"),
        ({"key": rsa.generate_private_key(65537, 1024)}, "its key has 1024 bits, and 2048 are needed"),
    ],
)
def test_a_certificate_that_cannot_sign_is_told(tmp_path: Path, settings: Any, said: str) -> None:
    one: Identity = authority().identity(**settings)
    assert said in refused(write(tmp_path / "key.p12", one.pkcs12())).message


@pytest.mark.parametrize("usage", [ExtendedKeyUsageOID.EMAIL_PROTECTION, x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")])
def test_a_certificate_for_mail_or_documents_can_sign(tmp_path: Path, usage: x509.ObjectIdentifier) -> None:
    one = authority().identity(extended=(usage, ExtendedKeyUsageOID.SERVER_AUTH))
    assert read(write(tmp_path / "key.p12", one.pkcs12())).name


def test_a_message_names_the_file_but_never_the_pass_phrase(key_file: Path) -> None:
    assert re.search("secretariat.p12", refused(key_file, "wrong secret").message)
    assert "wrong secret" not in refused(key_file, "wrong secret").message
