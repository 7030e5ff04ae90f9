"""The finished PDF: its structure tree, artifacts and metadata."""

from __future__ import annotations

from typing import Literal

import pytest

from briefs.model.document import Note, Section
from briefs.model.inline import Emphasis, Foreign, Inline, NoteCall, Text
from tests.render.builders import document, paragraph, text, unit
from tests.render.pdf.structure import opened, specimen_pdf


def test_the_masthead_and_the_title_come_first() -> None:
    pdf = opened(document())
    [root] = pdf.Root.StructTreeRoot.K
    assert [str(kid.S) for kid in root.K] == ["/Sect", "/H1", "/P"]


def test_headings_are_bookmarks() -> None:
    with specimen_pdf().open_outline() as outline:
        [title] = outline.root
        assert title.title.startswith("Migration: what ministers could gain")
        assert [child.title for child in title.children][:3] == ["Issue", "Ministers are invited to", "Timing"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ((Text("Issue"), NoteCall("a", 1)), "Issue"),
        ((Text("Two"), NoteCall("a", 1), NoteCall("b", 2), Text(" more")), "Two more"),
        (
            (Emphasis((Text("Wells"), NoteCall("a", 1))), Text(" and CO₂, 3 m²"), NoteCall("b", 2)),
            "Wells and CO₂, 3 m²",
        ),
        ((Text("High-level \u201cwells\u201d\u00a0\u2013 soft\u00adhyphen"),), "High-level “wells” – softhyphen"),
        ((Text("At https://example.org/wells/of/the/valley"),), "At https://example.org/wells/of/the/valley"),
        ((Foreign("ar", text("بئر ماء")), NoteCall("a", 1)), "بئر ماء"),
    ],
)
def test_the_outline_names_headings_by_their_words_alone(heading: tuple[Inline, ...], title: str) -> None:
    called = {one.note: one.number for child in heading for one in _calls(child)}
    notes = tuple(Note(name, unit(f"u{number}"), text("Note."), number) for name, number in called.items())
    levels: tuple[Literal[2, 3], ...] = (2, 3)
    for level in levels:
        upper = Section(text("Upper"), (paragraph("Words."),))
        lower = Section(heading, (paragraph("Words."),), level=level)
        with opened(document(upper, lower, notes=notes)).open_outline() as outline:
            sections = outline.root[0].children
            (*_, last) = sections if level == 2 else sections[0].children
            assert last.title == title


def _calls(inline: Inline) -> list[NoteCall]:
    if isinstance(inline, Emphasis):
        return [call for child in inline.children for call in _calls(child)]
    return [inline] if isinstance(inline, NoteCall) else []
