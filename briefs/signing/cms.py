"""Signatures as such (CMS, RFC 5652; CAdES), with a time stamp if there is a source of them."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.signing.certificate import check_certificate
from briefs.signing.signer import Signer
from briefs.signing.time_stamps import TimeStamps


def sign_digest(
    digest: bytes, content: bytes, signer: Signer, moment: datetime.datetime, stamps: TimeStamps | None, *, in_pdf: bool
) -> bytes:
    """A detached signature (DER) over a `digest`, which `signer.digest` made.

    `content` is what is signed, as far as time stamps are concerned. In a PDF, the time is written elsewhere. Raises
    BriefsError if the key cannot be used, or there is no time stamp.
    """
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    check_certificate(signer.certificate, moment)
    attributes = PdfCMSSignedAttributes(signing_time=None if in_pdf else moment)
    try:
        message = asyncio.run(
            signer.implementation.async_sign(
                digest, signer.digest, use_pades=True, signed_attr_settings=attributes, is_pdf_sig=in_pdf
            )
        )
    except (SigningError, OSError, RuntimeError) as error:
        raise BriefsError(f"the key of {signer.name} cannot sign: {error}", "plug the token in again") from error
    if stamps:
        _add_stamp(message, content, signer, moment, stamps)
    return bytes(message.dump())


def _add_stamp(message: Any, content: bytes, signer: Signer, moment: datetime.datetime, stamps: TimeStamps) -> None:
    """Put a time stamp into a signature (RFC 5126, 6.1.1): it is not part of what is signed."""
    from asn1crypto.cms import CMSAttributes
    from pyhanko.sign.general import simple_cms_attribute

    [information] = message["content"]["signer_infos"]
    digest = hashlib.new(signer.digest, information["signature"].native).digest()
    token = stamps.token(content, moment, digest, signer.digest)
    information["unsigned_attrs"] = CMSAttributes([simple_cms_attribute("signature_time_stamp_token", token)])
