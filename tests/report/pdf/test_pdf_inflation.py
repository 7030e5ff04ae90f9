"""PDFs of which a small part would unpack to more than fits into memory are refused before anything is unpacked."""

from __future__ import annotations

import base64
import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from briefs.model.diagnostics import DocumentError
from briefs.report.pdf import pdf_inflation
from briefs.report.pdf.pdf_inflation import _lzw_size, _unpacked_size, opens_small
from tests.report.pdf.builders import drawn_pdf, file_of, text_at

TEXT = text_at(50, 300, "Low water comes early.")
BLANK = zlib.compress(b" " * 300_000, 9)
MOST = 1_000_000


@pytest.fixture(autouse=True)
def less(monkeypatch: pytest.MonkeyPatch) -> None:
    """A megabyte is the most that a stream may have here, so that it does not take seconds to make one with more."""
    monkeypatch.setattr(pdf_inflation, "_MOST", MOST)


def with_contents(times: int, *filters: pikepdf.Name, packed: bytes = BLANK, **keys: pikepdf.Object) -> bytes:
    with pikepdf.open(io.BytesIO(drawn_pdf(TEXT))) as pdf:
        stream = pdf.make_indirect(Stream(pdf, packed))
        stream.Filter = Array(filters)
        for key, value in keys.items():
            stream[f"/{key}"] = value
        pdf.pages[0].obj.Contents = Array([stream] * times)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        with_contents(4, Name.FlateDecode),
        with_contents(4, Name.FlateDecode, Subtype=Name.Image),
        with_contents(4, Name.FlateDecode, Name.FlateDecode, packed=zlib.compress(BLANK)),
        with_contents(1, Name.ASCII85Decode, Name.Fl, packed=base64.a85encode(zlib.compress(bytes(MOST + 1))) + b"~>"),
        with_contents(1, Name.ASCIIHexDecode, Name.RL, packed=(b"\x81 " * 9_000).hex().encode() + b">"),
    ],
    ids=["page of four", "called a picture", "packed twice", "in letters", "runs"],
)
def test_what_unpacks_to_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        file_of(content)
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.message) == (
        "report-damaged",
        "a small part of the file unpacks to so much that whoever reads it runs out of memory",
    )


def test_objects_that_unpack_to_too_much_are_not_unpacked() -> None:
    head = b"%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
    assert opens_small(head + BLANK)
    assert not opens_small(head + zlib.compress(b" " * MOST * 2, 1))


def test_large_pictures_and_usual_pages_are_read() -> None:
    with pikepdf.open(io.BytesIO(drawn_pdf(TEXT))) as pdf:
        picture = Stream(pdf, zlib.compress(bytes(MOST * 2), 1))
        picture.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Image, Filter=Name.FlateDecode)
        pdf.pages[0].obj.Resources.XObject = Dictionary(P=pdf.make_indirect(picture))
        written = io.BytesIO()
        pdf.save(written)
    assert file_of(written.getvalue()).pages[0].characters > 0


@pytest.mark.parametrize("filters", [["/ASCIIHexDecode"], ["/Fl"], ["/ASCII85Decode", "/FlateDecode"], ["/Other"]])
def test_damaged_streams_have_a_size(filters: list[str]) -> None:
    assert _unpacked_size(b"no stream", filters) >= 0


def test_lzw_is_counted_as_it_is_written() -> None:
    """The example of ISO 32000-1, 7.4.4.2, which stands for 45 45 45 45 45 65 45 45 45 66."""
    assert _lzw_size(bytes.fromhex("800B6050220C0C8501")) == 10
