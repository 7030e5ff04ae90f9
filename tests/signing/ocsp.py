"""Answers of an authority on single certificates (OCSP)."""

from __future__ import annotations

import datetime

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import ocsp

from tests.signing.authority import DAY, Authority, Identity


def ocsp_answer(
    issuer: Authority, one: Identity, moment: datetime.datetime, revoked: datetime.datetime | None = None
) -> bytes:
    """What `issuer` says of a certificate at `moment` (DER): it is good, or was revoked at the time given."""
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=one.certificate,
        issuer=issuer.root,
        algorithm=hashes.SHA1(),
        cert_status=ocsp.OCSPCertStatus.REVOKED if revoked else ocsp.OCSPCertStatus.GOOD,
        this_update=moment,
        next_update=moment + 7 * DAY,
        revocation_time=revoked,
        revocation_reason=None,
    )
    answer = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, issuer.root).sign(issuer.key, hashes.SHA256())
    return answer.public_bytes(serialization.Encoding.DER)
