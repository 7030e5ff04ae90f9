"""Signed PDFs (PAdES, ETSI EN 319 142-1): the file as it was, with the signature as an incremental update behind it."""

from __future__ import annotations

import datetime
import hashlib
import io
import time
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.model.phrases import phrases_for
from briefs.signing.cms import sign_digest
from briefs.signing.pyhanko_extra import quiet_pyhanko, require_pyhanko
from briefs.signing.signature_field import NAME, add_signature_field
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
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    now = (moment or datetime.datetime.now(datetime.UTC)).replace(microsecond=0)
    claimed = stamps.moment_of(pdf, now) if stamps else now
    size = 2 * (signer.size + _ROOM + (_STAMP_ROOM if stamps else 0))
    try:
        with quiet_pyhanko():
            writer = _update_writer(pdf)
            _refuse_if_signed(writer)
            add_signature_field(writer, _label(writer, signer))
            signature = SignatureObject(claimed, _subfilter(), bytes_reserved=size)
            embedding, digest, target = _prepared(writer, signature, signer.digest)
            embedding.send(sign_digest(digest, pdf, signer, claimed, stamps, in_pdf=True))
    except (PdfError, SigningError) as error:
        raise BriefsError(f"the PDF cannot be signed: {error}", "build it again with `briefs build`") from error
    return bytes(target.getvalue())


def seconds_per_signature(signer: Signer, pdf: bytes, stamps: TimeStamps | None = None) -> float:
    """How many seconds it takes to sign one PDF like this, measured with the second: the first loads the library."""
    sign_pdf(pdf, signer)
    start = time.perf_counter()
    sign_pdf(pdf, signer, stamps if isinstance(stamps, StampServer) else None)
    return time.perf_counter() - start


def _update_writer(pdf: bytes) -> Any:
    """A writer for the update. Metadata are those of the edition and stay; the identifier comes from the content."""
    from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.constants import ESIC_EXTENSION_1

    class Update(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            pass

        @classmethod
        def _handle_id(cls, prev: Any) -> Any:
            first = prev.trailer["/ID"][0].original_bytes
            return ArrayObject([ByteStringObject(first), ByteStringObject(hashlib.sha256(pdf).digest()[:16])])

    writer: Any = Update(io.BytesIO(pdf))
    writer.ensure_output_version((1, 7))
    writer.register_extension(ESIC_EXTENSION_1)
    return writer


def _refuse_if_signed(writer: Any) -> None:
    from pyhanko.sign.fields import enumerate_sig_fields

    if any(True for _ in enumerate_sig_fields(writer.prev)):
        raise BriefsError("the PDF is signed already", "sign the file that was built")


def _label(writer: Any, signer: Signer) -> str:
    """What is read aloud of the signature, in the language of the file."""
    return phrases_for(str(writer.root.get("/Lang", ""))).signature.format(name=signer.name)


def _subfilter() -> Any:
    from pyhanko.sign.fields import SigSeedSubFilter

    return SigSeedSubFilter.PADES


def _prepared(writer: Any, signature: Any, algorithm: str) -> tuple[Any, bytes, io.BytesIO]:
    """What waits for the signature, the hash to sign, and the file with room for the signature."""
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup

    embedding = PdfCMSEmbedder().write_cms(NAME, writer, existing_fields_only=True)
    next(embedding)
    rights = SigMDPSetup(algorithm, certify=True, docmdp_perms=MDPPerm.FILL_FORMS)
    embedding.send(SigObjSetup(signature, mdp_setup=rights))
    prepared, target = embedding.send(SigIOSetup(algorithm))
    return embedding, prepared.document_digest, target
