"""Whose certificates are trusted, and what is known of revoked ones: files that the user has. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.files.file_walk import files_below
from briefs.files.home_folder import home_expanded
from briefs.model.diagnostics import BriefsError
from briefs.signing.pyhanko_extra import require_pyhanko


@dataclass(frozen=True, slots=True)
class Trust:
    """What signatures are checked by, each in DER: certificates of trusted authorities, others that lead to them,
    lists of revoked certificates (CRL), and answers on single ones (OCSP).
    """

    roots: tuple[bytes, ...] = ()
    others: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()


NOBODY = Trust()
"""Without any authority: it is not checked whose certificates are."""


def read_trust(paths: Sequence[Path]) -> Trust:
    """Trust from files (PEM or DER), or folders of them.

    A certificate is trusted unless its issuer is among those given: then it only leads there. Raises BriefsError for a
    file that cannot be read or is none of these kinds.
    """
    require_pyhanko()
    found: dict[str, list[bytes]] = {"certificate": [], "crl": [], "ocsp": []}
    for path in paths:
        for file in _files(home_expanded(path)):
            for kind, content in _parts(file):
                if content not in found[kind]:
                    found[kind].append(content)
    roots, others = _divided(found["certificate"])
    if paths and not roots:
        raise BriefsError(
            f"there is no certificate in {', '.join(map(str, paths))}, so nobody can be trusted",
            "name the certificates of authorities that you trust, or leave `trust` out",
        )
    return Trust(roots, others, tuple(found["crl"]), tuple(found["ocsp"]))


def _files(path: Path) -> list[Path]:
    """The files at `path`; in a folder, those that are not hidden."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in files_below(path) if file.is_file() and not file.name.startswith("."))


def _parts(file: Path) -> Iterator[tuple[str, bytes]]:
    """What is in a file: kind and content."""
    from asn1crypto import pem

    try:
        content = read_file(file)
    except OSError as error:
        raise BriefsError(f"{file} cannot be read: {error.strerror}", "correct `trust` in distribution.yaml") from error
    try:
        whole = [one for _, _, one in pem.unarmor(content, multiple=True)] if pem.detect(content) else [content]
    except ValueError:
        whole = []
    kinds = [_kind(one) for one in whole]
    if not whole or "" in kinds:
        raise BriefsError(
            f"{file} is no certificate, list of revoked certificates or OCSP answer, or is damaged",
            "take it out of what `trust` names; certificates are in files that end in .pem, .crt or .cer",
        )
    yield from zip(kinds, whole, strict=True)


def _kind(content: bytes) -> str:
    """What DER content is; empty if it is none of those that are known."""
    from asn1crypto import crl, ocsp, x509

    kinds: dict[str, tuple[Any, str]] = {
        "certificate": (x509.Certificate, "tbs_certificate"),
        "crl": (crl.CertificateList, "tbs_cert_list"),
        "ocsp": (ocsp.OCSPResponse, "response_status"),
    }
    for kind, (form, part) in kinds.items():
        try:
            if form.load(content, strict=True)[part].native:
                return kind
        except (ValueError, TypeError, KeyError):
            continue
    return ""


def _divided(certificates: list[bytes]) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Those that are trusted, and those that only lead to them."""
    from asn1crypto.x509 import Certificate

    read = {one: Certificate.load(one) for one in certificates}
    names = {one: certificate.subject.dump() for one, certificate in read.items()}

    def leads_on(one: bytes) -> bool:
        return any(read[one].issuer.dump() == name for other, name in names.items() if other != one)

    roots = tuple(one for one in certificates if not leads_on(one) or read[one].issuer == read[one].subject)
    return roots, tuple(one for one in certificates if one not in roots)
