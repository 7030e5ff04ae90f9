from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefs.model.report import Page
from briefs.report.pieces import HeadingPiece, MatterPiece, Piece, QuotationPiece
from briefs.report.recognized import Recognized
from briefs.report.title_page import is_running_text, with_title_page
from tests.report.recognized import heading, item, paragraph, row

TEXT = "Small harbours are maintained too late, when repair costs more than upkeep would have."


def titled(*pieces: Piece, second_page: int = 0) -> list[str]:
    """The role or the kind of each of the pieces, one a line, of which the second of three pages begins on a line."""
    numbered = [replace(piece, lines=(number,)) for number, piece in enumerate(pieces, 1)]
    pages = (Page("1", 1), Page("2", second_page), Page("3", len(pieces) + 1)) if second_page else ()
    found = Recognized(tuple(numbered), "\n".join("line" for _ in numbered), pages=pages)
    return [_shown(piece) for piece in with_title_page(numbered, found)]


def _shown(piece: Piece) -> str:
    return piece.role if isinstance(piece, MatterPiece) else type(piece).__name__.removesuffix("Piece").lower()


def guessed(text: str) -> HeadingPiece:
    """A heading by its look alone."""
    return replace(heading(text), certainty=0.7)


def lines(*texts: str) -> Sequence[Piece]:
    """Paragraphs."""
    return [paragraph(text) for text in texts]


def test_issuer_and_date_before_the_first_heading_are_matter_of_the_title() -> None:
    title = MatterPiece((), "Small Harbours", "title")
    assert titled(title, *lines("Alliance of Towns (ACT)", "March–May 2026"), heading("Summary"), paragraph(TEXT)) == [
        "title",
        "title",
        "title",
        "heading",
        "paragraph",
    ]


def test_the_title_page_ends_where_the_text_begins() -> None:
    assert titled(*lines("Alliance of Towns", TEXT, "Geneva, 2026"), heading("Summary")) == [
        "title",
        "paragraph",
        "paragraph",
        "heading",
    ]


def test_tables_and_items_before_the_first_heading_stay_what_they_are() -> None:
    assert titled(row("Author", "Ada Brook"), item("1.", "Upkeep"), paragraph("2026"), heading("Summary")) == [
        "row",
        "item",
        "title",
        "heading",
    ]


def test_nothing_is_a_title_page_without_headings() -> None:
    assert titled(*lines("Dear colleagues", "Thank you.")) == ["paragraph", "paragraph"]


def test_all_lines_of_a_page_for_the_title_alone_are_matter_of_the_title() -> None:
    pull = QuotationPiece((), "Small Harbours, Open Waters", "pull", "")
    cover: list[Piece] = [guessed("MINISTRY"), paragraph("Department"), pull, guessed("Report 2026")]
    found = titled(*cover, guessed("Thanks"), paragraph(TEXT), second_page=5)
    assert found == [*["title"] * 4, "heading", "paragraph"]


def test_a_heading_of_a_lower_level_on_a_page_for_the_title_is_none() -> None:
    assert titled(heading("School", 3), paragraph("Report"), heading("Wells"), second_page=3)[0] == "title"


@pytest.mark.parametrize(
    "text",
    [
        paragraph(TEXT),
        item("1.", "Upkeep"),
        heading("Summary"),
        replace(heading("Named", 2), evidence=""),
    ],
)
def test_a_first_page_with_text_is_none_for_the_title_alone(text: Piece) -> None:
    assert titled(guessed("MINISTRY"), text, guessed("Thanks"), second_page=3)[0] == "heading"


def test_a_list_of_contents_ends_the_page_for_the_title() -> None:
    contents = MatterPiece((), "Thanks 3", "contents")
    assert titled(guessed("MINISTRY"), contents, guessed("Note"), guessed("Thanks"), second_page=4) == [
        "title",
        "contents",
        "heading",
        "heading",
    ]


@pytest.mark.parametrize(
    ("text", "is_running"),
    [
        ("1, rue de Varembé, P.O. Box 96, CH-1211 Geneva 20 • TEL. +41 (0)22 919 10 20", False),
        ("Geneva, 12. Mai", False),
        (TEXT, True),
        (f"*{TEXT}*", True),
        (f"{TEXT[:-1]}, and " * 2, True),
        ("各国代表讨论了小型港口的未来以及维护费用的分担问题。", True),
        ("联合国秘书处", False),
    ],
)
def test_sentences_and_long_paragraphs_are_running_text(text: str, is_running: bool) -> None:
    assert is_running_text(text) is is_running
