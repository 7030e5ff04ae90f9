"""Signed PDFs (PAdES, ETSI EN 319 142-1): the file as it was, with the signature as an incremental update behind it."""

from __future__ import annotations

import datetime
import time
import zlib

from briefs.model.diagnostics import BriefsError
from briefs.signing.cms import sign_digest
from briefs.signing.pyhanko_extra import quiet_pyhanko, require_pyhanko
from briefs.signing.signature_update import signature_update
from briefs.signing.signer import Signer
from briefs.signing.time_stamps import StampServer, TimeStamps

_ROOM, _STAMP_ROOM = 2048, 12288
"""The most bytes of a signature without certificates, and of a time stamp."""


def sign_pdf(
    pdf: bytes, signer: Signer, stamps: TimeStamps | None = None, moment: datetime.datetime | None = None
) -> bytes:
    """The PDF, signed (level B-B; B-T with `stamps`): it begins with the bytes of `pdf`, which are unchanged.

    Readers may fill in fields afterwards, and change nothing else. `moment` (now, if not given) is the time that the
    signature claims. Without a server for time stamps, the same input gives the same bytes. Raises BriefsError if
    signing is impossible.
    """
    require_pyhanko()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    now = (moment or datetime.datetime.now(datetime.UTC)).replace(microsecond=0)
    claimed = stamps.moment_of(pdf, now) if stamps else now
    size = 2 * (signer.size + _ROOM + (_STAMP_ROOM if stamps else 0))
    try:
        with quiet_pyhanko():
            update = signature_update(pdf, signer.name, claimed, size, signer.digest)
            update.embedding.send(sign_digest(update.digest, pdf, signer, claimed, stamps, in_pdf=True))
    except (PdfError, SigningError, LookupError, ValueError, TypeError, AttributeError, zlib.error) as error:
        said = " ".join(str(error).split())
        raise BriefsError(f"the PDF cannot be signed: {said}", "build it again with `briefs build`") from error
    return bytes(update.target.getvalue())


def seconds_per_signature(signer: Signer, pdf: bytes, stamps: TimeStamps | None = None) -> float:
    """How many seconds it takes to sign one PDF like this, measured with the second: the first loads the library."""
    sign_pdf(pdf, signer)
    start = time.perf_counter()
    sign_pdf(pdf, signer, stamps if isinstance(stamps, StampServer) else None)
    return time.perf_counter() - start
