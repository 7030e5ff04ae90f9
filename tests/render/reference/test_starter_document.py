"""The starter: an example of each style, and the same bytes whenever it is written."""

from __future__ import annotations

import io

import docx

from tests.render.docx.samples import starter


def test_the_starter_shows_an_example_of_each_style_that_can_be_applied() -> None:
    opened = docx.Document(io.BytesIO(starter()))
    shown = {p.text for p in opened.paragraphs}
    assert {"Title", "Body Text", "Brief Ask", "Source Tag", "Small Print"} <= shown
    assert len(opened.tables) == 1
