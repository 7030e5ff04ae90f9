"""The starter: an example of each style, and the same bytes whenever it is written."""

from __future__ import annotations

import io

import docx
from lxml import etree

from briefs.render.reference.placeholders import FOOTER, HEADER, has_placeholder
from briefs.render.reference.reference_document import read_reference
from briefs.render.reference.starter_document import new_reference
from tests.render.docx.corporate import changed
from tests.render.docx.samples import starter


def test_the_starter_shows_an_example_of_each_style_that_can_be_applied() -> None:
    opened = docx.Document(io.BytesIO(starter()))
    shown = {p.text for p in opened.paragraphs}
    assert {"Title", "Body Text", "Brief Ask", "Source Tag", "Small Print"} <= shown
    assert len(opened.tables) == 1


def test_it_is_the_same_bytes_every_time() -> None:
    assert new_reference.__wrapped__() == new_reference()


def test_a_brief_looks_the_same_whether_the_starter_is_built_in_or_was_saved_to_a_file() -> None:
    resaved = changed(lambda opened: None, new_reference())
    assert read_reference(resaved) is not read_reference(new_reference())
    styles = [
        [etree.tostring(style, method="c14n") for style in read_reference(file).styles]
        for file in (resaved, new_reference())
    ]
    assert styles[0] == styles[1]


def test_its_header_and_footers_have_placeholders() -> None:
    furniture = read_reference(new_reference()).setup.furniture
    assert has_placeholder(furniture["header", "default"].element, HEADER)
    assert all(has_placeholder(furniture["footer", page].element, FOOTER) for page in ("default", "first"))
