"""Passages of a report: positions, lines and pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.library import Extract
from briefs.model.report import Page, Paragraph
from briefs.preview.answers.editor_links import Links, editor_template
from briefs.preview.answers.report_passages import clean_texts, passage_views, shown_text
from tests.builders import harbour_report

PARTED = """Findings

The boats wait at the quay, and
*nobody* counts them.¹ Keepers
said so.

¹ A note.

Steps

a) Count.
"""
LINKS = Links(Path("/project"), editor_template("vscode"))


def test_a_passage_begins_on_its_own_line_of_a_paragraph() -> None:
    report = replace(harbour_report(PARTED), text=PARTED)
    paragraph = next(one for one in report.leaves() if isinstance(one, Paragraph))
    text = clean_texts(report)[paragraph.address]
    start = text.index("Keepers")
    one = Extract(paragraph.address, paragraph.label, paragraph.lines, start, len(text), text[start:])
    view, *others = passage_views("harbour", report, [one, one], LINKS)
    assert others == []
    assert (view.text, view.start, view.end) == ("Keepers said so.", start, len(text))
    assert (view.link.line, paragraph.lines) == (4, (3, 4, 5))
    assert view.link.href.endswith(":4")


def test_a_passage_of_a_file_without_lines_is_found_by_its_page() -> None:
    report = replace(
        harbour_report(PARTED), text="", rendition="lines", path="seeds/a/report.pdf", pages=(Page("iv", 1),)
    )
    one = Extract("I ¶ 1", "I ¶1", (3, 4, 5), 0, 9, "The boats")
    (view,) = passage_views("harbour", report, [one], LINKS)
    assert (view.page, view.link.path, view.link.within, view.link.href) == (
        "iv",
        "seeds/a/report.pdf",
        "p. iv, I ¶ 1",
        "",
    )


@pytest.mark.parametrize(
    ("clean", "shown"),
    [
        ('They said "no" in 2010-2012.', "They said “no” in 2010–2012."),
        ("He said 'no' ... and left.", "He said 'no' ... and left."),  # typeset, it would be shorter
        ("", ""),
    ],
)
def test_what_is_shown_is_as_long_as_the_clean_text(clean: str, shown: str) -> None:
    assert shown_text(clean) == shown
    assert len(shown) == len(clean)
