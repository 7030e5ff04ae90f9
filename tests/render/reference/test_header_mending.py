"""Headers and footers of a reference document, mended, with what is said about it."""

from __future__ import annotations

import pytest

from briefs.render.reference.header_mending import listed, places_have
from briefs.render.reference.reference_document import read_reference
from briefs.word.elements import qn
from tests.render.docx.samples import shown
from tests.render.reference.letterheads import control, field, letterhead, line

FAR = {"web": ("hyperlink", "https://example.org/")}


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["header default"], "the header has"),
        (["footer first"], "the footer of the first page has"),
        (["header default", "header even"], "the header and the header of even pages have"),
        (["footer default", "footer even", "footer first"], "the footers have"),
        (["footer default", "footer first", "header default"], "the headers and footers have"),
    ],
)
def test_headers_and_footers_are_named_if_they_are_few(places: list[str], said: str) -> None:
    assert places_have((kind, page) for kind, _, page in (place.partition(" ") for place in places)) == said


def test_a_message_names_some_pieces_and_counts_the_others() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
    assert listed(["a", "b", "a"]) == "a, b"


def test_what_is_left_over_is_named_with_its_part_and_is_gone() -> None:
    found = read_reference(letterhead(line("[Short title] > ", field("STYLEREF Date", "XX Month 20XX"))))
    (fault,) = found.faults
    assert fault.code == "reference-leftover"
    assert fault.message == (
        "the header has words or fields left to be filled in "
        '("[Short title] > XX Month 20XX" from STYLEREF): they are left out'
    )
    assert shown(found.setup.furniture["header", "default"].element) == "Running header"


def test_links_become_words() -> None:
    lines = line(
        f"<w:hyperlink r:id='web'>{control('', line('a').removeprefix('<w:p>').removesuffix('</w:p>'))}</w:hyperlink>"
    )
    lines += line(field('HYPERLINK "https://example.org/"', "b"))
    lines += line('<w:fldSimple w:instr="HYPERLINK x"><w:r><w:t>c</w:t></w:r></w:fldSimple>')
    found = read_reference(letterhead(lines, links=FAR))
    part = found.setup.furniture["header", "default"]
    assert shown(part.element).startswith("abc")
    assert not list(part.element.iter(qn("w:hyperlink"), qn("w:fldChar"), qn("w:fldSimple")))
    assert not part.rels
    assert found.faults == ()
