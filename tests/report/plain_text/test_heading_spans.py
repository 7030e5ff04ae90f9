from __future__ import annotations

from briefs.model.report import Section
from briefs.report.hints import HeadingHint
from briefs.report.plain_text.heading_spans import heading_spans, span_at, underline
from briefs.report.plain_text.text_lines import TextLines
from tests.report.builders import parsed, walk

HINTS = "outline:\n  - {text: One, level: 1, label: I}\n  - {text: A heading that goes on, level: 1, label: II}\n"


def lines(text: str) -> TextLines:
    received = tuple(text.split("\n"))
    return TextLines(received, received)


def test_lines_of_one_character_underline() -> None:
    assert [underline(line) for line in ("====", "  ---", "~~~~ ", "==", "a==", "=-=-")] == ["=", "-", "~", "", "", ""]


def test_a_heading_goes_over_lines_without_a_blank_one_between() -> None:
    assert span_at(lines("A long\nheading\n\nText"), 1, "A long heading") == (1, 2)
    assert span_at(lines("A long\n\nheading"), 1, "A long heading") == ()
    assert span_at(lines("A long\nother"), 1, "A long heading") == ()


def test_the_line_that_underlines_belongs_to_the_heading() -> None:
    hint = HeadingHint(text="Wells", level=1, label="Wells")
    assert heading_spans(lines("Wells\n=====\nText"), {1: hint}) == {1: (1, 2)}
    assert heading_spans(lines("Wells\nText"), {1: hint}) == {1: (1,)}


def test_the_reader_takes_such_headings_whole() -> None:
    found = parsed("One\n===\n\nText.\n\nA heading that\ngoes on\n-------\n\nMore.\n", HINTS)
    assert found.problems == ()
    headings = [node.heading for node in walk(found.value.children) if isinstance(node, Section)]
    assert [(heading.text, heading.lines) for heading in headings] == [
        ("One", (1, 2)),
        ("A heading that goes on", (6, 7, 8)),
    ]


def test_a_long_heading_is_looked_for_between_its_neighbours() -> None:
    text = "A heading that\ngoes on\n\nOne\n\nText.\n\nA heading that\ngoes on\n\nMore.\n"
    headings = [node.heading for node in walk(parsed(text, HINTS).value.children) if isinstance(node, Section)]
    assert [heading.lines for heading in headings] == [(4,), (8, 9)]
