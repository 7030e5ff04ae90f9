"""Files of strangers are read in a process of its own, whose end is an answer."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from briefs.verification.reading_apart import contents_of, look_alike_apart, read_apart
from briefs.word import package_safety

PAGE = b'<!doctype html><html lang="en"><meta name="dcterms.identifier" content="A 1.0 cleared"><p>One two.</html>'


def test_a_file_is_read_apart_as_it_is_here() -> None:
    assert read_apart(PAGE, "html") == contents_of(PAGE, "html")
    assert read_apart(PAGE, "html").identifier == "A 1.0 cleared"
    assert read_apart(b"x", "other") == contents_of(b"x", "other")


def test_what_takes_too_much_memory_is_refused() -> None:
    assert read_apart(_bomb(), "pdf", memory=400 * 2**20).words == ()


def test_pages_that_cannot_be_drawn_are_neither_alike_nor_not() -> None:
    assert look_alike_apart(b"%PDF-", b"%PDF-") is None


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert package_safety.MOST == 500_000_000
    monkeypatch.setattr("briefs.verification.word_contents.MOST", 1_000_000)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(2_000_000))
    assert contents_of(made.getvalue(), "docx").trouble == "it unpacks to 2 MB, far more than a brief ever has"


def _bomb() -> bytes:
    """A PDF with a page that unpacks to 500 MB."""
    packed = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packed.compress(bytes(5_000_000)) + packed.flush(zlib.Z_FULL_FLUSH)  # can be repeated
    stream = b"\x78\x01" + 100 * block + packed.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream),
    )
    body = b"".join(b"%d 0 obj %b endobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"
