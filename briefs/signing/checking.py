"""Checking signatures on PDFs and detached ones, with what the user has given; nothing is fetched."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import io
from collections.abc import Callable
from functools import partial
from typing import Any

from briefs.model.signature import Coverage, SignatureState
from briefs.signing.judging import judged
from briefs.signing.later_changes import rules_for_changes
from briefs.signing.pyhanko_extra import quiet_pyhanko, require_pyhanko
from briefs.signing.trust import NOBODY, Trust


def signatures_of(
    pdf: bytes, trust: Trust = NOBODY, now: datetime.datetime | None = None
) -> tuple[SignatureState, ...]:
    """The signatures on a PDF, in the order in which they were made; none if it is not signed.

    Certificates are judged as of their time stamp, or else of `now`. Raises BriefsError if pyHanko is not installed.
    """
    if b"/ByteRange" not in pdf:
        return ()  # so that no library is needed to say so
    require_pyhanko()
    now = now or datetime.datetime.now(datetime.UTC)
    with quiet_pyhanko():
        try:
            from pyhanko.pdf_utils.reader import PdfFileReader

            embedded = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures
        except Exception:  # whatever the library stumbles over in a file that anybody may have sent
            return (SignatureState(),)
        states = tuple(_safely(partial(_of_pdf, one, trust, now)) for one in embedded)
    return states or (SignatureState(),)


def check_detached(
    content: bytes, signature: bytes, trust: Trust = NOBODY, now: datetime.datetime | None = None
) -> SignatureState:
    """What a detached signature (CMS; DER or PEM) says of `content`, otherwise as `signatures_of`."""
    require_pyhanko()
    with quiet_pyhanko():
        return _safely(partial(_detached, content, signature, trust, now or datetime.datetime.now(datetime.UTC)))


def _safely(check: Callable[[], SignatureState]) -> SignatureState:
    """What `check` finds; a signature that the library stumbles over is one that cannot be read."""
    try:
        return check()
    except Exception:
        return SignatureState()


def _detached(content: bytes, signature: bytes, trust: Trust, now: datetime.datetime) -> SignatureState:
    from asn1crypto import cms, pem
    from pyhanko.sign.general import extract_signer_info
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

    der = pem.unarmor(signature)[2] if pem.detect(signature) else signature
    message = cms.ContentInfo.load(der, strict=True)["content"]
    information = extract_signer_info(message)

    def digest(algorithm: str) -> bytes:
        return hashlib.new(algorithm, content).digest()

    claimed = extract_self_reported_ts(information)
    return asyncio.run(judged(message, digest, "whole", claimed, trust, now))


def _of_pdf(embedded: Any, trust: Trust, now: datetime.datetime) -> SignatureState:
    """What a signature of a PDF (pyHanko's) says."""
    embedded.compute_integrity_info(rules_for_changes())

    def digest(_: str) -> bytes:
        return bytes(embedded.compute_digest())

    claimed = embedded.self_reported_timestamp
    return asyncio.run(judged(embedded.signed_data, digest, _coverage(embedded), claimed, trust, now))


def _coverage(embedded: Any) -> Coverage:
    """What a signature covers of the file that it is in."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if embedded.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "whole"
    level = getattr(embedded.diff_result, "modification_level", ModificationLevel.OTHER)
    is_allowed = level != ModificationLevel.NONE and embedded.summarise_integrity_info()["docmdp_ok"]
    if embedded.coverage == SignatureCoverageLevel.ENTIRE_REVISION and is_allowed:
        return "completed"
    return "changed"
