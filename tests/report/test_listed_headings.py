"""Titles under "Contents" that are headings further below are a list of contents."""

from __future__ import annotations

from briefs.report.html.html_recognition import recognize_html
from briefs.report.listed_headings import with_contents
from briefs.report.markdown.markdown_recognition import recognize_markdown
from briefs.report.pieces import MatterPiece, Piece
from tests.report.recognized import heading, item, paragraph, row

BODY: list[Piece] = [
    heading("Wells"),
    paragraph("Text."),
    heading("Pumps in 2020"),
    paragraph("Text."),
    heading("Money"),
]
MARKDOWN = "# Water\n\n## Contents\n\n- [Wells](#wells)\n- [Pumps](#pumps)\n- [Money](#money)\n\n"


def contents(*pieces: Piece) -> list[str]:
    return [piece.text for piece in with_contents(pieces) if isinstance(piece, MatterPiece)]


def test_items_and_paragraphs_with_or_without_pages_are_entries() -> None:
    entries: list[Piece] = [item("•", "Wells 3"), item("•", "Pumps in 2020"), paragraph("Money 12-14")]
    listed = ["Contents", "• Wells 3", "• Pumps in 2020", "Money 12-14"]
    assert contents(heading("Contents"), *entries, *BODY) == listed
    assert contents(*entries, *BODY) == []
    assert contents(heading("Contents"), row("Wells", "Pumps", "Money"), *BODY) == []


def test_markdown_and_pages_have_them() -> None:
    body = "".join(f"## {title}\n\nText of it.\n\n" for title in ("Wells", "Pumps", "Money"))
    found = recognize_markdown(f"{MARKDOWN}{body}".encode(), "report.md").value.pieces
    assert [piece.text for piece in found if isinstance(piece, MatterPiece) and piece.role == "contents"] == [
        "Contents",
        "Wells",
        "Pumps",
        "Money",
    ]
    page = "<h1>Water</h1><p>Contents</p><p>Wells</p><p>Pumps</p><p>Money</p><h2>Wells</h2><p>Text.</p>"
    page += "<h2>Pumps</h2><p>Text.</p><h2>Money</h2><p>Text.</p>"
    pieces = recognize_html(page.encode(), "report.html").value.pieces
    assert [piece.text for piece in pieces if isinstance(piece, MatterPiece) and piece.role == "contents"] == [
        "Contents",
        "Wells",
        "Pumps",
        "Money",
    ]


def test_dots_without_a_page_behind_them_are_looked_at_once() -> None:
    dots = ". " * 90_000  # an hour, if each were looked at to the last
    assert contents(heading("Contents"), paragraph(f"Wells {dots}and more"), *BODY) == []
