"""Where a passage stands in the report's file."""

from __future__ import annotations

from hashlib import sha256

import pytest

from briefs.finish.source_spans import source_spans
from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.provenance import SourceSpan
from briefs.model.report import Report
from briefs.model.typesetting import clean
from briefs.text.anchors import AnchorIndex
from tests.builders import harbour_report

TEXT = """Findings

The board *should* publish the tides.¹ It said "so it is *now*."

A timetable would, as the keepers of the east quay and the

¹ As the keepers said to the board.

west quay said, reduce the waiting. A timetable would help.

Steps

a) a council should a) count the boats.
"""


def spans(text: str, anchor: str, scope: str | None = None) -> tuple[str, ...]:
    """What stands in the file where a passage is."""
    report = Report("R", "report.txt", "", 0, harbour_report(text).children, text)
    return tuple(text[one.start : one.end] for one in _spans(report, anchor, scope))


def _spans(report: Report, anchor: str, scope: str | None = None) -> tuple[SourceSpan, ...]:
    extract = AnchorIndex(report).resolve(Anchor.model_validate({"text": anchor, "in": scope}), "x.y")
    assert isinstance(extract, Extract), extract
    notes = report.note_numbers()
    texts = {leaf.address: clean(leaf.text, notes) for leaf in report.leaves()}
    return source_spans(extract, texts[extract.address], report, notes)


@pytest.mark.parametrize(
    ("anchor", "found"),
    [
        ("The board should publish the tides", ("The board *should* publish the tides",)),
        ("The board should publish the tides.", ("The board *should* publish the tides.",)),
        ("publish the tides. It said", ("publish the tides.¹ It said",)),
        ('It said "so it is now."', ('It said "so it is *now*."',)),
        ('"so it is now."', ('"so it is *now*."',)),
        ("keepers of the … west quay said", ("keepers of the east quay and the", "west quay said")),
        ("A timetable would help", ("A timetable would help",)),
        ("a council should a) count", ("a council should a) count",)),
    ],
)
def test_a_passage_is_found_as_it_was_received(anchor: str, found: tuple[str, ...]) -> None:
    assert spans(TEXT, anchor) == found


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_count_as_they_are(line_end: str) -> None:
    assert spans(TEXT.replace("\n", line_end), "a council should a) count") == ("a council should a) count",)


def test_a_span_has_the_hash_of_its_characters_and_its_words_without_marks() -> None:
    report = Report("R", "report.txt", "", 0, harbour_report(TEXT).children, TEXT)
    (span,) = _spans(report, "The board should publish the tides.")
    assert span.sha256 == sha256(b"The board *should* publish the tides.").hexdigest()
    assert span.exact == "The board should publish the tides."


def test_words_that_are_not_in_their_lines_are_whole_lines() -> None:
    report = Report("R", "report.txt", "", 0, harbour_report(TEXT).children, TEXT.replace("tides", "shoals"))
    (span,) = _spans(report, "The board should publish the tides.")
    assert report.text[span.start : span.end] == 'The board *should* publish the shoals.¹ It said "so it is *now*."'


def test_a_report_without_text_has_no_places() -> None:
    report = Report("R", "report.txt", "", 0, harbour_report(TEXT).children)
    assert _spans(report, "The board should publish the tides.") == ()
