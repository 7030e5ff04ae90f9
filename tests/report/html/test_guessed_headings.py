from __future__ import annotations

import pytest

from briefs.report.html.guessed_headings import says_title, with_guessed_headings
from briefs.report.pieces import HeadingPiece, Piece
from tests.report.html.builders import pieces
from tests.report.recognized import heading, paragraph
from tests.report.shown_pieces import said

TEXTS = [
    paragraph(text) for text in ("Chapter I", "Aims", "Words, as usual.", "More.", "And more.", "Art 1", "It ends.")
]


def test_paragraphs_that_look_like_headings_are_some_if_there_are_no_others() -> None:
    found = with_guessed_headings(TEXTS, {0: "class ti-1", 1: "bold", 2: "bold", 5: "bold"})
    assert list(map(said, found))[:3] == ["h1: Chapter I", "h2: Aims", "p: Words, as usual."]
    assert [piece.evidence for piece in found if isinstance(piece, HeadingPiece)] == ["class ti-1", "bold", "bold"]
    assert {piece.certainty for piece in found if isinstance(piece, HeadingPiece)} == {0.5}


@pytest.mark.parametrize("looks", [{}, {0: "bold"}, dict.fromkeys(range(7), "bold")])
def test_one_alone_or_too_many_are_none(looks: dict[int, str]) -> None:
    texts: list[Piece] = [paragraph(f"Text {number}") for number in range(7)] if len(looks) == 7 else [*TEXTS]
    assert with_guessed_headings(texts, looks) == texts


def test_where_a_page_has_headings_nothing_is_guessed() -> None:
    texts: list[Piece] = [heading("One"), *TEXTS]
    assert with_guessed_headings(texts, {1: "bold", 2: "bold"}) == texts


@pytest.mark.parametrize("name", ["oj-ti-art", "oj-sti-art", "title", "Heading2", "sub-title", "ti_grseq-1", "titre1"])
def test_classes_that_say_title(name: str) -> None:
    assert says_title(name)


@pytest.mark.parametrize("name", ["oj-normal", "article", "static", "entity", "header-image", "x"])
def test_classes_that_do_not(name: str) -> None:
    assert not says_title(name)


def test_a_page_without_headings_of_its_own() -> None:
    article = "<p class=oj-ti-art>Article {0}</p><p class=oj-normal>It is so.</p><p><b>Not</b> so.</p><p>Nor so.</p>"
    assert pieces(article.format(1) + article.format(2))[:2] == ["h1: Article 1", "p: It is so."]
