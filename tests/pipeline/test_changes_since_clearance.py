"""What has changed since an edition was cleared is named as readers find it; what only drafts have does not count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Document, Paragraph, Section, Table
from briefs.model.inline import Text
from briefs.model.section_ids import CLEARANCE, SOURCES
from briefs.pipeline.changes_since_clearance import changes_since
from tests.projects import shipped
from tests.render.builders import document, paragraph, row, section, text, unit

ONE, TWO = paragraph("One thing.", unit("a", number=1)), paragraph("Two things.", unit("b", number=2))
TABLE = Table(text("A table"), (text("For"), text("What")), (row("States", "Gain", owner=unit("c")),))


def seen() -> Document:
    return document(section(ONE, TWO, paragraph("A lead:"), TABLE))


def now(*content: object, **more: object) -> Document:
    return replace(document(section(*content)), **more)  # type: ignore[arg-type]


LEAD = paragraph("A lead:")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (now(ONE, TWO, LEAD, TABLE), ()),
        (
            now(ONE, paragraph("Two more things.", unit("b", number=2)), LEAD, TABLE),
            ("Para\u00a02: “Two more things.”",),
        ),
        (now(ONE, LEAD, TABLE), ("“Two things.” (gone)",)),
        (
            now(ONE, TWO, paragraph("Three.", unit("d", number=3)), LEAD, TABLE),
            ("Para\u00a03: “Three.” (new)",),
        ),
        (now(TWO, ONE, LEAD, TABLE), ("the order of paragraphs",)),
        (now(ONE, TWO, TABLE), ("the line “A lead:” (gone)",)),
        (now(ONE, TWO, LEAD, TABLE, title="Other"), ("the title, now “Other”",)),
        (
            now(ONE, TWO, LEAD, replace(TABLE, caption=text("Other table"))),
            ("the caption “Other table” (new)", "the caption “A table” (gone)"),
        ),
        (now(ONE, TWO, LEAD, replace(TABLE, columns=(text("For"), text("Why")))), ("the column “Why” (new)",)),
        (
            document(section(ONE, TWO, LEAD, TABLE, heading="Elsewhere")),
            ("the heading “Elsewhere” (new)", "the heading “Heading” (gone)"),
        ),
    ],
)
def test_whatever_readers_would_get_otherwise_is_named(changed: Document, said: tuple[str, ...]) -> None:
    assert changes_since(seen(), changed) == said


def test_quotation_marks_in_lines_that_are_quoted_are_single() -> None:
    quoted = now(ONE, TWO, paragraph("“So be it”:"), LEAD, TABLE)
    assert changes_since(seen(), quoted) == ("the line “‘So be it’:” (new)",)


def test_what_only_drafts_have_and_lines_that_say_which_edition_it_is_do_not_count() -> None:
    table = Table(text("Offices"), (text("Office"),), (row("Legal"),))
    draft = replace(seen(), sections=(*seen().sections, Section(text("Clearance"), (table,), id=CLEARANCE)))
    furniture = replace(seen().furniture, status="CLEARED", date="1 April", version="Version 1")
    assert changes_since(draft, replace(seen(), furniture=furniture)) == ()


def test_lines_below_the_sources_count_if_nothing_else_has_changed() -> None:
    def with_sources(one: Document, contact: str) -> Document:
        end = Section(text("Sources"), (Paragraph((Text(contact),), "small"),), id=SOURCES)
        return replace(one, sections=(*one.sections, end))

    before, after = with_sources(seen(), "Contact: A"), with_sources(seen(), "Contact: B")
    assert changes_since(before, after) == ("the line “Contact: B” (new)", "the line “Contact: A” (gone)")
    assert changes_since(before, with_sources(now(ONE, TWO, TABLE), "Contact: B")) == ("the line “A lead:” (gone)",)


@pytest.mark.slow
def test_drafts_of_all_briefs_say_what_their_cleared_editions_say() -> None:
    drafts, cleared = shipped("draft"), shipped("cleared")
    assert [changes_since(a.document, b.document) for a, b in zip(drafts, cleared, strict=True)] == [()] * len(drafts)
