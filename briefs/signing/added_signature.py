"""Whether signing is all that was done to a PDF.

Who signs a file can change it in the same breath, and the signature is good all the same. What this program adds is the
same each time, so it is made again and compared.
"""

from __future__ import annotations

import io

from briefs.signing.certificate import common_name
from briefs.signing.pyhanko_extra import quiet_pyhanko, require_pyhanko
from briefs.signing.signature_update import signature_update


def is_only_signed(pdf: bytes, original: bytes) -> bool:
    """Whether `pdf` is `original` with nothing behind it but a signature, as `sign_pdf` adds it.

    Whose it is and whether it is good, `signatures_of` says. False as well if another release of the library wrote it.
    Raises BriefsError if pyHanko is not installed.
    """
    require_pyhanko()
    if not pdf.startswith(original):
        return False
    with quiet_pyhanko():
        try:
            from pyhanko.pdf_utils.reader import PdfFileReader

            [signature] = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
            _, start, end, rest = map(int, signature.byte_range)
            name, moment = common_name(signature.signer_cert.subject), signature.self_reported_timestamp
            size = end - start - len("<>")
            made = signature_update(original, name, moment, size, signature.md_algorithm).target.getvalue()
        except Exception:  # whatever the library stumbles over in a file that anybody may have sent
            return False
    return end + rest == len(pdf) and (made[:start], made[end:]) == (pdf[:start], pdf[end:])
