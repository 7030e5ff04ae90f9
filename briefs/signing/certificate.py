"""What a certificate says, and whether documents can be signed with it."""

from __future__ import annotations

import datetime
from typing import Any

from briefs.model.diagnostics import BriefsError

_WEAKEST_RSA = 2048
_SIGNING = {"digital_signature", "non_repudiation"}
_OTHER_USES = {"server_auth", "code_signing", "time_stamping", "ocsp_signing"}


def common_name(name: Any) -> str:
    """Whom a name in a certificate names: the common name, or else the organisation; empty if it has neither."""
    return _first(name, "common_name") or _first(name, "organization_name")


def organisation(name: Any) -> str:
    """The organisation of a name in a certificate; empty if it has none."""
    return _first(name, "organization_name")


def _first(name: Any, part: str) -> str:
    value = name.native.get(part, "")
    return " ".join(str(value if isinstance(value, str) else value[0]).split())


def why_unfit(certificate: Any) -> str:
    """Why documents cannot be signed with this certificate (asn1crypto); empty if they can."""
    key, usage = certificate.public_key, certificate.key_usage_value
    if key.algorithm not in ("rsa", "ec"):
        return f"its key is of a kind that PDF readers do not know ({key.algorithm})"
    if key.algorithm == "rsa" and key.bit_size < _WEAKEST_RSA:
        return f"its key has {key.bit_size} bits, and {_WEAKEST_RSA} are needed"
    if usage is not None and not _SIGNING & set(usage.native):
        return "its key usage is not digital signature or non-repudiation"
    extended = certificate.extended_key_usage_value
    if extended is not None and set(extended.native) <= _OTHER_USES:
        uses = ", ".join(sorted(extended.native)).replace("_", " ")
        return f"its extended key usage is another one ({uses})"
    return ""


def check_certificate(certificate: Any, moment: datetime.datetime) -> None:
    """Raise BriefsError if one cannot sign with this certificate at this moment."""
    who = f'the certificate of "{common_name(certificate.subject)}"'
    another = "ask the office that issued it for another one"
    if why := why_unfit(certificate):
        raise BriefsError(f"{who} cannot sign documents: {why}", another)
    if certificate.not_valid_after < moment:
        raise BriefsError(f"{who} expired on {certificate.not_valid_after:%Y-%m-%d}", another)
    if moment < certificate.not_valid_before:
        start = f"{certificate.not_valid_before:%Y-%m-%d %H:%M} UTC"
        raise BriefsError(f"{who} is not valid before {start}", f"sign then, or {another}")
