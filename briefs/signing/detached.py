"""Detached signatures over whole files, such as the list of the hashes of all files (CMS, RFC 5652)."""

from __future__ import annotations

import datetime
import hashlib

from briefs.signing.cms import sign_digest
from briefs.signing.pyhanko_extra import quiet_pyhanko, require_pyhanko
from briefs.signing.signer import Signer
from briefs.signing.time_stamps import TimeStamps


def sign_detached(
    content: bytes, signer: Signer, stamps: TimeStamps | None = None, moment: datetime.datetime | None = None
) -> bytes:
    """A signature over `content`, to be kept in a file of its own (DER), otherwise as `sign_pdf`."""
    require_pyhanko()
    now = (moment or datetime.datetime.now(datetime.UTC)).replace(microsecond=0)
    claimed = stamps.moment_of(content, now) if stamps else now
    with quiet_pyhanko():
        digest = hashlib.new(signer.digest, content).digest()
        return sign_digest(digest, content, signer, claimed, stamps, in_pdf=False)
