"""The page of a reference document: what it lacks is the PDF's, and what briefs do not have goes."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import Fault
from briefs.render.reference.page_setup import starter_section, text_height, text_width
from briefs.render.reference.section_mending import mend_section
from briefs.word.elements import Element, local_name, parse, qn

HOUSE = {"top": "1361", "right": "1531", "bottom": "1247", "left": "1531", "header": "680", "footer": "730"}
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'
)


def mended(content: str) -> tuple[Element, list[Fault]]:
    section = parse(f"<w:sectPr>{content}</w:sectPr>")[0]
    return section, mend_section(section, starter_section())


def margins(section: Element) -> dict[str, str]:
    (found,) = section.iterfind(qn("w:pgMar"))
    return {str(name).rpartition("}")[2]: str(value) for name, value in found.attrib.items()}


def test_a_whole_section_stays_as_it_is() -> None:
    section, faults = mended(SIZE + MARGINS + '<w:cols w:space="720"/><w:titlePg/><w:docGrid w:linePitch="360"/>')
    assert faults == []
    assert [local_name(child) for child in section] == ["pgSz", "pgMar", "cols", "titlePg", "docGrid"]
    assert margins(section)["left"] == "1000"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<w:footnotePr/>", "the page has no size and no margins: the PDF's are used"),
        (MARGINS, "the page has no size: the PDF's are used"),
        (SIZE, "the page has no margins: the PDF's are used"),
        (f'<w:pgSz w:w="11906"/>{MARGINS}', "the page has no size: the PDF's are used"),
        (f'<w:pgSz w:w="99999" w:h="16838"/>{MARGINS}', "the page has a size that no paper has: the PDF's are used"),
        (f'{SIZE}<w:pgMar w:top="1361" w:left="1531"/>', "the page has no margins: the PDF's are used"),
        (
            SIZE + MARGINS.replace('left="1000"', 'left="0"'),
            "the page has margins of nothing or less: the PDF's are used",
        ),
        (
            SIZE + MARGINS.replace('right="1000"', 'right="-9"'),
            "the page has margins of nothing or less: the PDF's are used",
        ),
    ],
)
def test_size_and_margins_are_completed_and_this_is_said(content: str, said: str) -> None:
    section, faults = mended(content)
    assert [(fault.code, fault.message) for fault in faults] == [("reference-section", said)]
    assert text_width(section) > 8000
    assert text_height(section) > 13000
    assert {"gutter", *HOUSE} == set(margins(section))


def test_the_schema_orders_what_is_added() -> None:
    section, _ = mended('<w:footnotePr/><w:cols w:space="720"/><w:titlePg/>')
    assert [local_name(child) for child in section] == ["pgSz", "pgMar", "cols", "titlePg"]
    assert {name: value for name, value in margins(section).items() if name != "gutter"} == HOUSE


def test_on_letter_the_measure_is_that_of_the_pdf_too() -> None:
    section, _ = mended('<w:pgSz w:w="12240" w:h="15840"/>')
    assert text_width(section) == text_width(starter_section())


def test_margins_that_headers_reach_into_may_be_negative() -> None:
    section, faults = mended(SIZE + MARGINS.replace('top="1000"', 'top="-1000"'))
    assert faults == []
    assert margins(section)["top"] == "-1000"


def test_an_upright_page_is_not_called_landscape() -> None:
    section, _ = mended(SIZE.replace("/>", ' w:orient="landscape"/>') + MARGINS)
    assert section.find(qn("w:pgSz")).get(qn("w:orient")) is None  # type: ignore[union-attr]


def test_what_briefs_do_not_have_is_left_out_and_named_where_readers_would_see_it() -> None:
    section, faults = mended(
        f"""{SIZE}{MARGINS}<w:paperSrc w:first="4"/><w:pgBorders><w:top w:val="custom" r:id="rId1"/></w:pgBorders>
        <w:lnNumType w:countBy="1"/><w:pgNumType w:fmt="lowerRoman" w:start="7"/><w:formProt/><w:vAlign w:val="both"/>
        <w:textDirection w:val="tbRl"/><w:docGrid w:type="linesAndChars" w:linePitch="360" w:charSpace="4096"/>"""
    )
    assert [local_name(child) for child in section] == ["pgSz", "pgMar", "pgBorders"]
    assert not list(section.iter(qn("w:top")))
    assert [fault.message for fault in faults] == [
        "the page set-up has numbers of lines and text that is not at the top of the page and text that runs up "
        "or down the page and a grid for characters and lines, which briefs do not have: it is left out"
    ]
