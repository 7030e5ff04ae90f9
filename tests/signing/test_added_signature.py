"""Whether signing is all that was done to a PDF: somebody may change it in the same breath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefs.signing.added_signature import is_only_signed
from briefs.signing.checking import signatures_of
from briefs.signing.pdf_signing import sign_pdf
from briefs.signing.signature_field import add_signature_field
from tests.signing.authority import MOMENT
from tests.signing.samples import authority, form_pdf, plain_pdf, signer


@pytest.mark.parametrize("make", [plain_pdf, form_pdf])
def test_a_file_that_was_signed_is_the_same_file(make: Callable[[], bytes]) -> None:
    for stamps in (None, authority().time_stamper()):
        is_only = is_only_signed(sign_pdf(make(), signer(), stamps, MOMENT), make())
        assert is_only


def test_a_file_that_was_changed_and_signed_at_once_is_not(monkeypatch: pytest.MonkeyPatch) -> None:

    def forge(writer: Any, label: str) -> None:
        from pyhanko.pdf_utils.generic import StreamObject

        page = writer.find_page_for_modification(0)[0].get_object()
        page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT (Not cleared.) Tj ET"))
        writer.update_container(page)
        add_signature_field(writer, label)

    monkeypatch.setattr("briefs.signing.signature_update.add_signature_field", forge)
    forged = sign_pdf(plain_pdf(), signer(), moment=MOMENT)
    monkeypatch.undo()
    [state] = signatures_of(forged)
    assert (state.is_good, state.coverage) == (True, "whole")  # so signatures alone do not tell
    is_longer, is_only = forged.startswith(plain_pdf()), is_only_signed(forged, plain_pdf())
    assert (is_longer, is_only) == (True, False)


def test_neither_is_one_with_anything_else_behind_it() -> None:
    signed = sign_pdf(plain_pdf(), signer(), moment=MOMENT)
    others = (plain_pdf(), signed + b"\n", signed[:-1], b"", signed.replace(b"Digital", b"Diginal"))
    found = [is_only_signed(other, plain_pdf()) for other in others]
    found += [is_only_signed(signed, form_pdf()), is_only_signed(signed, plain_pdf()[:-1])]
    assert not any(found)
