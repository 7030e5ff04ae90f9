"""Signed PDFs: cleared editions, signed with a key made for this, must keep PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.signing.key_file import read_key_file
from briefs.signing.pdf_signing import sign_pdf
from briefs.signing.signer import Signer
from scripts.validation.pdf import check_pdf
from scripts.validation.results import Brief, Result
from scripts.validation.tools import Tools

VALID = ("Signature is Valid", "Total document signed")
"""What poppler says of a signature over the whole file."""


def check_signed(briefs: Sequence[Brief], tools: Tools) -> Iterator[Result]:
    """What veraPDF, qpdf and poppler say of the cleared ones of these PDFs, once they are signed. Raises ToolFailed."""
    cleared = [brief for brief in briefs if brief.status == "cleared"]
    if not cleared:
        return
    with TemporaryDirectory() as folder:
        signer, signed = new_signer(Path(folder)), []
        for brief in cleared:
            file = Path(folder, f"{brief.path.stem}_signed.pdf")
            file.write_bytes(sign_pdf(brief.path.read_bytes(), signer))
            signed.append(file)
        yield from check_pdf(signed, tools)
        for file in signed:
            yield Result(file.name, "pdfsig", read_pdfsig(tools.output(["pdfsig", "-nocert", file], codes=(0, 2))))


def read_pdfsig(output: str) -> tuple[str, ...]:
    """What is wrong, from what `pdfsig` prints."""
    return tuple(f'does not say "{words}"' for words in VALID if words not in output)


def new_signer(folder: Path) -> Signer:
    """Somebody with a new key and a certificate for today, which go through a file in `folder`."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import NoEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Validation")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    day = datetime.timedelta(days=1)
    certificate = builder.not_valid_before(now - day).not_valid_after(now + day).sign(key, hashes.SHA256())
    file = folder / "key.p12"
    file.write_bytes(serialize_key_and_certificates(None, key, certificate, None, NoEncryption()))
    return read_key_file(file, folder / "project", str)
