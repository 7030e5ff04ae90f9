"""The finished PDF: its structure tree, artifacts and metadata."""

from __future__ import annotations

from tests.render.builders import document
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
