"""A finished copy is cut where copies differ, and nowhere else."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from briefs.model.addressing import addressed
from briefs.model.copy import Copy
from briefs.render.pdf.copy_template import CopyTemplate, Model, copy_template
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.render.builders import document, layout, paragraph, personal, section
from tests.render.pdf.test_line_shaping import shaper

BRIEF = personal(document(section(paragraph("Words"))))
MODEL = Copy("[[name]]", 0, 0)


@cache
def _finished() -> bytes:
    model = addressed(BRIEF, MODEL)
    return write_pdf(lay_out(model, layout()), model)


def _template(line: str | None = None) -> CopyTemplate | None:
    written = shaper().written if line is None else line
    return copy_template(_finished(), BRIEF.properties, Model(MODEL, written, written))


def test_copies_have_one_length_and_differ_only_in_what_is_theirs() -> None:
    template = _template()
    assert template is not None
    one, other = (template.pieces(Copy(name, number, 2), b"<0001>", b"<0002>") for name, number in (("A", 1), ("B", 2)))
    assert list(map(len, one)) == list(map(len, other))
    assert sum(map(len, one[1::2])) < 2200
    assert one[::2] == other[::2]
    assert len(one[0]) > sum(map(len, one[1:])) - 2000  # fonts and pages are in front
    with pikepdf.open(io.BytesIO(b"".join(one))) as pdf:
        assert pdf.check_pdf_syntax() == []
        content = b"".join(part.read_bytes() for part in pdf.pages[0].Contents)
        assert content.count(b"[<0001>] TJ") == content.count(b"[<0002>] TJ") == 1
        masthead, footer = content.find(b"[<0001>] TJ"), content.find(b"[<0002>] TJ")
        assert b"MCID" in content[:masthead].rpartition(b"BDC")[0][-20:]
        assert b"/Artifact" in content[:footer].rpartition(b"BDC")[0][-40:]


def test_a_line_that_is_longer_than_the_slot_is_known_before() -> None:
    template = _template()
    assert template is not None
    assert template.holds(MODEL, "<0001>", "<0001>" * 100)
    assert not template.holds(MODEL, "<0001>" * 110, "<0001>")


def test_a_number_that_is_longer_than_the_slot_is_known_before() -> None:
    template = _template()
    assert template is not None
    highest = replace(MODEL, number=9_999_999, total=9_999_999)
    assert template.holds(highest, "<0001>", "<0001>")
    assert template.pieces(highest, b"<0001>", b"<0002>")
    assert not template.holds(replace(highest, total=999_999_999), "<0001>", "<0001>")


def test_without_the_line_on_every_page_there_is_no_template() -> None:
    assert _template("<dead>") is None


def test_a_file_without_the_number_of_its_copy_is_refused() -> None:
    other = replace(BRIEF, properties=replace(BRIEF.properties, identifier="Another"))
    written = shaper().written
    with pytest.raises(ValueError, match="stands 0 times in the file"):
        copy_template(_finished(), other.properties, Model(MODEL, written, written))
