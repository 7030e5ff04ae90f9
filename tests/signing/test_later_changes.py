"""What is added to a signed PDF later: filled-in fields are allowed, nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from briefs.model.signature import SignatureState
from briefs.signing.checking import signatures_of
from briefs.signing.pdf_signing import sign_pdf
from tests.signing.authority import MOMENT
from tests.signing.samples import form_pdf, signer, trust


def after(*changes: Callable[[Any], None]) -> SignatureState:
    """What is found in a signed form after incremental updates."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    pdf = sign_pdf(form_pdf(), signer(), moment=MOMENT)
    for change in changes:
        writer, target = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
        change(writer)
        writer.write(target)
        pdf = target.getvalue()
    [state] = signatures_of(pdf, trust(), MOMENT)
    assert state.is_intact
    return state


def tick(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import NameObject

    box = writer.root["/AcroForm"]["/Fields"][0]
    box["/V"] = box["/AS"] = NameObject("/Yes")
    writer.update_container(box)


def fill_in(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import TextStringObject

    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/V"] = TextStringObject("Agreed.")
    writer.update_container(field)


def move_field(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import ArrayObject, NumberObject

    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/Rect"] = ArrayObject(map(NumberObject, (0, 0, 9, 9)))
    writer.update_container(field)


def change_language(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import TextStringObject

    writer.root["/Lang"] = TextStringObject("fr")
    writer.update_root()


def blank_page(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import NameObject

    page = writer.root["/Pages"]["/Kids"][0]
    page[NameObject("/Contents")] = writer.add_object(page["/Resources"])
    writer.update_container(page)


def retell(writer: Any) -> None:
    """Change what is read aloud."""
    from pyhanko.pdf_utils.generic import NameObject

    element = writer.root["/StructTreeRoot"]["/K"][0]["/K"][-1].get_object()
    element[NameObject("/S")] = NameObject("/P")
    writer.update_container(element)


def test_fields_may_be_filled_in_one_after_the_other() -> None:
    for changes in ((tick,), (fill_in,), (tick, fill_in)):
        state = after(*changes)
        assert (state.coverage, state.is_good) == ("completed", True)
        assert "fields were filled in since" in str(state)


@pytest.mark.parametrize("change", [change_language, blank_page, move_field, retell])
def test_everything_else_is_a_change(change: Callable[[Any], None]) -> None:
    state = after(change)
    assert (state.coverage, state.is_good) == ("changed", False)
    assert "the file was changed since" in str(state)
    assert after(fill_in, change).coverage == "changed"
