"""What headers and footers of a reference document have that the PDF does not have, and what they lack."""

from __future__ import annotations

import re

import pytest

from briefs.model.diagnostics import Fault
from briefs.render.reference.header_check import check_headers
from briefs.render.reference.reference_document import read_reference
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import starter
from tests.render.reference.letterheads import field, letterhead, line

PLACEHOLDER = rb"<w:sdt>.*?</w:sdt>"
NUMBERS = rb"(?<=</w:sdt>).*(?=</w:p>)"


def faults(reference: bytes, letterhead: bool = False) -> list[Fault]:
    return list(check_headers(read_reference(reference), letterhead))


def footers(*gone: bytes, footer: str = "") -> bytes:
    """The starter with footers that lack what the patterns match, and have lines of their own."""

    def change(xml: bytes) -> bytes:
        for pattern in gone:
            xml = re.sub(pattern, b"", xml, flags=re.DOTALL)
        return xml.replace(b"</w:ftr>", footer.encode() + b"</w:ftr>")

    return with_parts(starter(), {"word/footer1.xml": change, "word/footer2.xml": change})


def test_words_of_several_headers_are_one_warning() -> None:
    both = with_parts(
        letterhead(line("Ministry") + line("Quay")),
        {"word/footer1.xml": lambda xml: xml.replace(b"</w:ftr>", line("Ministry").encode() + b"</w:ftr>")},
    )
    (fault,) = faults(both)
    assert fault.message.startswith(
        'the footer and the header have words that the PDF does not have ("Ministry", "Quay"): they are left out'
    )


@pytest.mark.parametrize("letterhead", [False, True])
def test_pages_that_will_have_no_numbers_are_a_warning(letterhead: bool) -> None:
    (fault,) = faults(footers(NUMBERS), letterhead)
    assert fault.code == "reference-page-number"
    assert fault.message == "the footer and the footer of the first page have no fields PAGE and NUMPAGES"


@pytest.mark.parametrize("letterhead", [False, True])
def test_a_footer_to_which_a_brief_adds_numbers_is_as_it_should_be(letterhead: bool) -> None:
    assert faults(footers(NUMBERS, PLACEHOLDER), letterhead) == []


def test_numbers_without_that_of_all_pages_are_a_warning_only_if_their_words_are_kept() -> None:
    only_page = footers(NUMBERS, PLACEHOLDER, footer=line(field("PAGE", "1")))
    assert faults(only_page) == []
    (fault,) = faults(only_page, letterhead=True)
    assert fault.message == "the footer and the footer of the first page have no field NUMPAGES"
