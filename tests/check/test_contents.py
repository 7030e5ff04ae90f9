"""Sections with nothing in them, and briefs."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.contents import check_contents
from briefs.model.document import Document
from tests.check.builders import AT, brief, to_check
from tests.render.builders import document, paragraph, section, unit


def said(made: Document) -> str:
    return "\n".join(map(str, check_contents(to_check(made))))


def test_a_heading_with_nothing_under_it_is_reported_unless_a_lower_heading_follows() -> None:
    inner = replace(section(paragraph("Ferries.", unit("u1")), heading="Inner"), level=3)
    made = document(section(heading="Empty"), section(heading="Outer"), inner, section(heading="Last"))
    assert said(made) == (
        f'{AT} there is nothing under the heading "Empty" [section-empty]\n'
        "  hint: print something there, or take the heading out\n"
        f'{AT} there is nothing under the heading "Last" [section-empty]\n'
        "  hint: print something there, or take the heading out"
    )


def test_a_brief_that_prints_no_blocks_is_reported() -> None:
    assert said(document(section(paragraph("Ferries:")))) == (
        "templates/captains.md:1: error: the brief prints no blocks [section-empty]\n"
        "  hint: print blocks under its ## headings: `briefs draw` proposes some; `briefs fit` shows what is left out"
    )


def test_a_brief_that_lost_its_contents_to_its_budget_is_left_alone() -> None:
    assert list(check_contents(replace(to_check(brief()), is_fitted=False))) == []
