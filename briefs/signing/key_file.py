"""Keys in PKCS#12 files (.p12, .pfx)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.files.home_folder import home_expanded
from briefs.model.diagnostics import BriefsError
from briefs.signing.certificate import check_certificate
from briefs.signing.pyhanko_extra import require_pyhanko
from briefs.signing.signer import Signer

_FORM = "a certificate file with its key ends in .p12 or .pfx; ask the office that issued it to export it as PKCS#12"


def read_key_file(
    path: Path, project: Path, passphrase: Callable[[], str], moment: datetime.datetime | None = None
) -> Signer:
    """The signer in the PKCS#12 file at `path`, which must not lie in the folder `project`.

    `passphrase` is called if the file needs one. Raises BriefsError if there is no key in the file that can sign at
    `moment` (now, if not given).
    """
    require_pyhanko()
    path = home_expanded(path)
    if path.resolve().is_relative_to(project.resolve()):
        raise BriefsError(
            f"the certificate file {path} is inside the project, where others can find it",
            "move it to a folder of your own, as in ~/.certificates, and out of the history of the project",
        )
    key, certificate, others = _opened(path, passphrase)
    if key is None or certificate is None:
        lacks = "key" if key is None else "certificate"
        raise BriefsError(f"there is no {lacks} in the certificate file {path}", "export it together with its key")
    signer = _signer(key, certificate, others)
    check_certificate(signer.certificate, moment or datetime.datetime.now(datetime.UTC))
    return signer


def _opened(path: Path, passphrase: Callable[[], str]) -> tuple[Any, Any, Any]:
    """Key, certificate and the certificates of its issuers; what is not in the file is None."""
    from asn1crypto.pkcs12 import Pfx
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    try:
        content = read_file(path)
    except OSError as error:
        raise BriefsError(
            f"the certificate file {path} cannot be read: {error.strerror}", "correct its name"
        ) from error
    try:
        is_whole = Pfx.load(content, strict=True)["version"].native == "v3"
    except (ValueError, TypeError):
        is_whole = False
    if not is_whole:
        raise BriefsError(f"{path} is not a certificate file (PKCS#12), or is damaged", _FORM)
    try:
        return load_key_and_certificates(content, None)  # some are not protected
    except (ValueError, UnsupportedAlgorithm):
        pass
    try:
        return load_key_and_certificates(content, passphrase().encode())
    except ValueError as error:
        raise BriefsError(
            f"the certificate file {path} cannot be opened: the pass phrase is wrong, or the file is damaged",
            "type the pass phrase again; if it is right, export the file again",
        ) from error
    except UnsupportedAlgorithm as error:
        raise BriefsError(
            f"the certificate file {path} is protected in a way that is no longer safe",
            "export it again with AES-256, as current programs do",
        ) from error


def _signer(key: Any, certificate: Any, others: Any) -> Signer:
    """The same key, certificate and document give the same signature: those on curves are made as RFC 6979 says."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
    from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1, translate_pyca_cryptography_key_to_asn1
    from pyhanko.sign.signers.pdf_cms import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore
    from pyhanko_certvalidator.util import get_pyca_cryptography_hash

    class Repeatable(SimpleSigner):
        """A signer that uses no random numbers."""

        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            if isinstance(key, EllipticCurvePrivateKey):
                digest = get_pyca_cryptography_hash(digest_algorithm)
                return key.sign(data, ECDSA(digest, deterministic_signing=True))
            return bytes(super().sign_raw(data, digest_algorithm))

    own = translate_pyca_cryptography_cert_to_asn1(certificate)
    store = SimpleCertificateStore.from_certs(map(translate_pyca_cryptography_cert_to_asn1, others))
    return Signer(Repeatable(own, translate_pyca_cryptography_key_to_asn1(key), store), own)
