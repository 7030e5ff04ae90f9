"""Lists: which items belong together, how deep they are, and which paragraphs continue them."""

from __future__ import annotations

import pytest

from briefs.report.pieces import ItemPiece, ParagraphPiece
from briefs.report.word.word_lists import typed_item
from tests.report.word.word_files import item, level, lists, par, recognized

INDENT = '<w:pPr><w:ind w:left="{}"/></w:pPr>'
NUMBERS = level(0, "decimal", "%1.", INDENT.format(360)) + level(1, "lowerLetter", "(%2)", INDENT.format(720))
BULLETS = level(0, "bullet", "\uf0b7", INDENT.format(720))
OTHER_BULLETS = BULLETS.replace("720", "740")
NUMBERING = lists(NUMBERS, BULLETS, OTHER_BULLETS, NUMBERS)
LEFT = '<w:ind w:left="{}"/>'


def placed(body: str) -> list[tuple[str, str, int]]:
    """Marker, list (a letter for each, in order) and depth of each item; of a paragraph the list that it continues."""
    names: dict[str, str] = {"": ""}
    found = []
    for piece in recognized(body, numbering=NUMBERING).pieces:
        assert isinstance(piece, ItemPiece | ParagraphPiece)
        id = piece.list_id if isinstance(piece, ItemPiece) else piece.in_list
        name = names.setdefault(id, "ABCDEFG"[len(names) - 1])
        found.append((piece.marker, name, piece.depth) if isinstance(piece, ItemPiece) else ("", name, 0))
    return found


def test_levels_of_a_list_are_nested_and_so_are_lists_that_are_indented_more() -> None:
    body = item("a", 1) + item("b", 1, 1) + item("c", 2) + item("d", 1)
    assert placed(body) == [("1.", "A", 0), ("(a)", "A", 1), ("•", "B", 1), ("2.", "A", 0)]


def test_numbers_go_on_through_other_text_and_bullets_do_not() -> None:
    body = item("a", 1) + par("Text.") + item("b", 1) + item("c", 2) + par("Text.") + item("d", 2)
    assert placed(body) == [("1.", "A", 0), ("", "", 0), ("2.", "A", 0), ("•", "B", 1), ("", "", 0), ("•", "C", 0)]


def test_bullets_of_two_lists_that_look_the_same_are_one_list() -> None:
    assert placed(item("a", 2) + item("b", 3) + item("c", 2)) == [("•", "A", 0), ("•", "A", 0), ("•", "A", 0)]


def test_paragraphs_with_the_indent_of_an_item_continue_it() -> None:
    body = item("a", 1) + par("More.", "", LEFT.format(360)) + item("b", 1, 1) + par("Also.", "", LEFT.format(720))
    assert placed(body) == [("1.", "A", 0), ("", "A", 0), ("(a)", "A", 1), ("", "A", 0)]
    assert placed(item("a", 1) + par("Not.", "", LEFT.format(1500)))[1] == ("", "", 0)
    assert placed(par("Not.", "", LEFT.format(360))) == [("", "", 0)]


def test_typed_numbers_and_counted_ones_are_one_list_if_they_follow_each_other() -> None:
    body = par("1.\tOne") + par("Text.") + par("2. Two") + par("•\tBullet") + par("• Other") + par("3.\tThree")
    assert placed(body) == [
        ("1.", "A", 0),
        ("", "", 0),
        ("2.", "A", 0),
        ("•", "B", 1),
        ("•", "B", 1),
        ("3.", "A", 0),
    ]
    body = item("a", 1) + par("2.\tTwo") + par("(i)\tSmall") + par("(ii)\tSmall") + item("b", 1)
    assert placed(body) == [("1.", "A", 0), ("2.", "A", 0), ("(i)", "B", 1), ("(ii)", "B", 1), ("2.", "A", 0)]


def test_typed_numbers_may_leave_some_out_and_begin_anew() -> None:
    body = par("1. a") + par("4. b") + par("9. c") + par("1. d") + par("2. e")
    assert placed(body) == [("1.", "A", 0), ("4.", "A", 0), ("9.", "A", 0), ("1.", "B", 0), ("2.", "B", 0)]
    body = par("1.1. One") + par("1.2. Two") + par("2.1. Three")
    assert placed(body) == [("1.1.", "A", 0), ("1.2.", "A", 0), ("2.1.", "A", 0)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("12.\tText", ("12.", "Text")),
        ("1. Text", ("1.", "Text")),
        ("(a) Text", ("(a)", "Text")),
        ("b)\u00a0Text", ("b)", "Text")),
        ("(iv) Text", ("(iv)", "Text")),
        ("II.\tText", ("II.", "Text")),
        ("– Text", ("–", "Text")),
        ("A. Smith said", None),
        ("2019. A year", None),
        ("2.1. Text", ("2.1.", "Text")),
        ("2.1.3\tText", ("2.1.3", "Text")),
        ("2.1 million", None),
        ("2.1. million", None),
        ("3.5 million", None),
        ("–", None),
        ("", None),
    ],
)
def test_typed_markers_are_told_from_words(words: str, found: tuple[str, str] | None) -> None:
    assert typed_item(words) == found
