from __future__ import annotations

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report.plain_text.reader import read_plain_text
from briefs.report.source import Source
from tests.report.builders import ONE, hints, report, tree


def test_without_hints_everything_is_paragraphs_lists_and_footnotes() -> None:
    assert tree("First.\n\n- a\n- b\n\n¹ Note.\n", "") == [
        "Paragraph '¶ 1' 'First.'",
        "List 'list 1'",
        "  Item 'item 1' 'a'",
        "  Item 'item 2' 'b'",
        "Footnote 'fn 1' 'Note.'",
    ]


def test_line_ends_of_every_system_and_a_byte_order_mark_are_read_alike() -> None:
    text = "One\n\nText.\n\n- a\n- b"
    expected = report(text, ONE).children
    assert report(text.replace("\n", "\r\n"), ONE).children == expected
    assert report(text.replace("\n", "\r"), ONE).children == expected
    assert report("\ufeff" + text + "\n", ONE).children == expected
    assert report(text, ONE).line_count == report(text + "\n", ONE).line_count == 6


def test_a_form_feed_is_white_space_and_no_line() -> None:
    assert report("One\n\f\nText.\n", ONE).line_count == 3
    assert tree("One\n\f\nText.\n") == ["Section 'I' 'One'", "  Paragraph 'I ¶ 1' 'Text.'"]


def test_text_that_is_not_utf_8_has_no_tree() -> None:
    with pytest.raises(DocumentError, match=r"report\.txt:2: error: byte 4 of the line \(0xe9\) is not UTF-8"):
        read_plain_text(Source("report.txt", "One\ncafé\n".encode("latin-1"), hints(ONE)))
