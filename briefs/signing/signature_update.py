"""What signing adds to a PDF: one incremental update, with a field and room for the signature."""

from __future__ import annotations

import datetime
import hashlib
import io
from dataclasses import dataclass
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.model.phrases import phrases_for
from briefs.signing.signature_field import NAME, NOT_OURS, add_signature_field


@dataclass(frozen=True, slots=True)
class SignatureUpdate:
    """A PDF that waits for its signature: `embedding` takes it, `digest` is to be signed, `target` holds the file."""

    embedding: Any
    digest: bytes
    target: io.BytesIO


def signature_update(pdf: bytes, name: str, moment: datetime.datetime, size: int, algorithm: str) -> SignatureUpdate:
    """The PDF with room for a signature of `size` hexadecimal digits by the one called `name` behind it.

    `moment` is the time that the signature claims, `algorithm` that of its hash. The same input gives the same bytes.
    Raises BriefsError if the file is signed already, or not one of ours; what pyHanko raises, for one that is damaged.
    """
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    writer = _update_writer(pdf)
    if any(True for _ in enumerate_sig_fields(writer.prev)):
        raise BriefsError("the PDF is signed already", "sign the file that was built")
    add_signature_field(writer, phrases_for(str(writer.root.get("/Lang", ""))).signature.format(name=name))
    embedding = PdfCMSEmbedder().write_cms(NAME, writer, existing_fields_only=True)
    next(embedding)
    rights = SigMDPSetup(algorithm, certify=True, docmdp_perms=MDPPerm.FILL_FORMS)
    signature = SignatureObject(moment, SigSeedSubFilter.PADES, bytes_reserved=size)
    embedding.send(SigObjSetup(signature, mdp_setup=rights))
    prepared, target = embedding.send(SigIOSetup(algorithm))
    return SignatureUpdate(embedding, prepared.document_digest, target)


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
            if "/ID" not in prev.trailer:
                raise BriefsError(*NOT_OURS)
            first = prev.trailer["/ID"][0].original_bytes
            return ArrayObject([ByteStringObject(first), ByteStringObject(hashlib.sha256(pdf).digest()[:16])])

    writer: Any = Update(io.BytesIO(pdf))
    writer.ensure_output_version((1, 7))
    writer.register_extension(ESIC_EXTENSION_1)
    return writer
