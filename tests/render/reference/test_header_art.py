"""Pictures, shapes and objects in headers and footers: what goes, and what is mended."""

from __future__ import annotations

import pytest

from briefs.render.docx.render import render_docx
from briefs.render.reference.header_art import take_empty_boxes
from briefs.word.elements import qn
from tests.render.docx.samples import BRIEF, part, shown
from tests.render.reference.letterheads import (
    A4_EMU,
    ELSEWHERE,
    SEAL,
    anchored,
    header,
    letterhead,
    line,
    picture,
    text_box,
    vml,
    words,
)
from tests.render.reference.test_reference_check import warnings

LINKED = 'r:link="far"'
OBJECT = (
    '<w:r><w:object><v:shape><v:imagedata r:id="seal"/></v:shape><o:OLEObject Type="Embed" r:id="seal"/>'
    "</w:object></w:r>"
)
CHART = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>'
)


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (anchored(*A4_EMU), 'a picture or shape ("Art") that covers the text'),
        (picture(height=9000000), 'a picture or shape ("Picture 1") that covers the text'),
        (vml("position:absolute", '<v:textpath string="DRAFT"/>'), 'a watermark ("DRAFT")'),
        (picture(LINKED), 'a picture ("Picture 1") that is not in the file, but elsewhere'),
        (vml("width:9pt", '<v:imagedata r:id="far"/>'), "a picture that is not in the file, but elsewhere"),
        (vml("width:9pt", '<v:imagedata src="https://example.org/a.png"/>'), "a picture that is not in the file"),
        (OBJECT, "an object of another program"),
        (CHART, 'a chart, a diagram or a drawing ("Chart 1") with data of its own'),
    ],
)
def test_what_cannot_stay_is_left_out_and_named(run: str, said: str) -> None:
    reference = letterhead(line(run), links=SEAL | ELSEWHERE)
    (warning,) = warnings(reference)
    assert warning.startswith(f"r.docx: warning: the header has {said}")
    assert warning.splitlines()[0].endswith(": it is left out [reference-art]")
    made = part(render_docx(BRIEF, reference), "word/header1.xml")
    assert not list(made.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")))


def test_a_file_never_refers_to_what_is_outside_of_it() -> None:
    both = picture('r:embed="seal" r:link="far"')
    file = render_docx(BRIEF, letterhead(line(both, picture(LINKED)), links=SEAL | ELSEWHERE))
    assert b"example.org" not in file
    (blip,) = part(file, "word/header1.xml").iter(qn("a:blip"))
    assert [str(name).rpartition("}")[2] for name in blip.attrib] == ["embed"]


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ('descr="Seal of the agency"', "Seal of the agency"),
        ('title="Seal"', "Seal"),
        ("", ""),
        ('descr="  "', ""),
        ('descr="seal_2020.png"', ""),
        ('descr="seal of the agency.pdf"', ""),
    ],
)
def test_a_picture_without_description_is_decoration(described: str, expected: str) -> None:
    file = render_docx(BRIEF, letterhead(line(picture(described=described)), links=SEAL))
    (named,) = part(file, "word/header1.xml").iter(qn("wp:docPr"))
    assert named.get("descr") == expected
    assert any(str(child.tag).endswith("}decorative") for child in named.iter()) == (not expected)


def test_old_pictures_have_a_description_too() -> None:
    file = render_docx(BRIEF, letterhead(line(vml("width:9pt", '<v:imagedata r:id="seal"/>')), links=SEAL))
    (shape,) = (e for e in part(file, "word/header1.xml").iter() if str(e.tag).endswith("vml}shape"))
    assert shape.get("alt") == ""


def test_text_boxes_that_held_only_prompts_go() -> None:
    (warning,) = warnings(letterhead(line(text_box(line("[Office]")))))
    assert '"[Office]"' in warning
    made = part(render_docx(BRIEF, letterhead(line(text_box(line("[Office]"))))), "word/header1.xml")
    assert not list(made.iter(qn("w:drawing"), qn("w:pict")))


def test_boxes_with_words_or_pictures_stay() -> None:
    made = header(line(text_box(line("Office"))) + line(text_box(line(picture()))) + line(text_box("<w:p/>"), "stays"))
    take_empty_boxes(made)
    assert len(list(made.iter(qn("mc:AlternateContent")))) == 2
    assert shown(made).endswith("stays")


def test_drawings_in_headers_have_numbers_of_their_own() -> None:
    file = render_docx(BRIEF, letterhead(line(picture(), words("Seal"), picture()), links=SEAL))
    numbers = [named.get("id") for named in part(file, "word/header1.xml").iter(qn("wp:docPr"))]
    assert numbers == ["10001", "10002"]
