"""Fields and controls in headers that show properties of a brief."""

from __future__ import annotations

import pytest

from briefs.render.docx.render import render_docx
from briefs.render.reference.header_fields import property_bound, property_shown, show_properties
from briefs.word.cleaning import CORE_PROPERTIES
from briefs.word.elements import parse, qn
from tests.render.docx.samples import BRIEF, part, shown
from tests.render.reference.letterheads import control, field, header, letterhead, line, words


@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        (" TITLE \\* MERGEFORMAT ", "title"),
        (" subject ", "subject"),
        ('DOCPROPERTY "Keywords" \\* MERGEFORMAT', "keywords"),
        ("DOCPROPERTY Version", "version"),
        ("DOCPROPERTY Company", ""),
        ("DOCPROPERTY", ""),
        ("STYLEREF Title", "title"),
        ('STYLEREF "Report Date"', ""),
        ("FILENAME \\p", ""),
        ("DATE", ""),
        ("", ""),
    ],
)
def test_the_property_that_a_field_shows(instruction: str, name: str) -> None:
    assert property_shown(instruction) == name


def bound(path: str, store: str = CORE_PROPERTIES) -> str:
    return f'<w:dataBinding w:xpath="{path}" w:storeItemID="{store}"/>'


@pytest.mark.parametrize(
    ("properties", "name"),
    [
        (bound("/ns1:coreProperties[1]/ns0:title[1]"), "title"),
        (bound("/ns1:coreProperties[1]/ns0:creator[1]"), "author"),
        (bound("/ns1:coreProperties[1]/ns0:description[1]"), "-"),
        (bound("/x"), "other"),
        (bound("/ns0:Properties[1]/ns0:Company[1]", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"), ""),
        ("<w:text/>", ""),
    ],
)
def test_the_property_that_a_control_shows(properties: str, name: str) -> None:
    assert property_bound(parse(control(properties, words("x")))[0]) == name


def test_fields_and_controls_show_the_briefs_values() -> None:
    made = header(
        line("T: ", field("TITLE", f"{words('Old ')}{words('title')}"))
        + line(control(bound("/a:coreProperties/b:title"), words("[Title]")))
        + line(f'<w:fldSimple w:instr="SUBJECT">{words("Old subject")}</w:fldSimple>')
        + line("V: ", field("DOCPROPERTY Version", "9"), "stays")
    )
    show_properties(made, {"title": "Water", "subject": "Wells"})
    assert [shown(p) for p in made.iter(qn("w:p"))] == ["T: Water", "Water", "Wells", "V: stays"]


def test_a_brief_shows_its_own_title_and_author_where_a_letterhead_showed_others() -> None:
    lines = line(field("TITLE", "Template for letters"), " by ", field("DOCPROPERTY Author", "A. Clerk"))
    made = part(render_docx(BRIEF, letterhead(lines)), "word/header1.xml")
    assert next(shown(p) for p in made.iter(qn("w:p"))) == f"{BRIEF.properties.title} by {BRIEF.properties.author}"
