"""Labels of places in the report, as they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.finish.labels import merged_labels
from briefs.model.phrases import ENGLISH, Phrases

GERMAN: Phrases = replace(
    ENGLISH,
    places={
        **ENGLISH.places,
        **{"list": ("Liste", "Listen"), "item": ("Punkt", "Punkte"), "row": ("Zeile", "Zeilen")},
    },
)


def shown(*labels: str) -> str:
    """Labels merged, with `~` for a space at which no line breaks."""
    return merged_labels(labels, ENGLISH).replace("\u00a0", "~")


def plain(*labels: str) -> str:
    return merged_labels(labels, ENGLISH).replace("\u00a0", " ")


def test_places_under_one_heading_stand_together_in_the_order_of_their_numbers() -> None:
    labels = ("IV Framework item 10", "ES 7", "IV Framework item 2", "II Agreement ¶3", "II Agreement ¶1")
    assert plain(*labels) == "IV Framework items 2, 10; ES 7; II Agreement ¶1, ¶3"


def test_the_heading_is_said_once_before_paragraphs_and_items() -> None:
    labels = ("III Pillars item 5", "III Pillars ¶2", "III GMG ¶1", "III Pillars item 1")
    assert plain(*labels) == "III Pillars ¶2; items 1, 5; III GMG ¶1"


def test_an_item_and_a_paragraph_in_it_are_one_place() -> None:
    assert plain("VI Next steps item 3", "VI Next steps item 3 ¶2") == "VI Next steps item 3, ¶2"


def test_a_paragraph_in_an_item_without_the_item_has_no_comma_before_it() -> None:
    labels = ("VI Steps item 3 ¶2", "VI Steps item 4 ¶1", "VI Steps item 3 ¶1", "VI Steps item 2", "VI Steps item 4")
    assert plain(*labels) == "VI Steps item 2; item 3 ¶1, ¶2; item 4, ¶1"


def test_numbers_that_run_on_are_not_taken_for_what_a_paragraph_stands_in() -> None:
    assert plain("ES 2", "ES ¶2", "ES 16.2.4", "ES 16.2.3") == "ES ¶2; ES 2, 16.2.3, 16.2.4"


def test_items_of_later_lists_rows_and_notes_have_their_own_words() -> None:
    assert plain("IV list 2 item 1", "IV item 2", "IV list 2 item 3") == "IV item 2; list 2 items 1, 3"
    assert plain("IV item 3 list 2.1", "IV item 3") == "IV item 3; item 3 list 2.1"
    assert plain("Annex row 4", "Annex row 24", "Annex row 6") == "Annex rows 4, 6, 24"
    assert plain("fn 19", "fn 7") == "fn 7, 19"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("IV table 2 row 3", "IV row 1", "IV table 2 row 1"), "IV row 1; table 2 rows 1, 3"),
        (("IV table head", "IV table 2 head", "IV ¶2"), "IV ¶2; table 2 head; table head"),
        (("picture 2", "quotation 1", "picture 1"), "pictures 1, 2; quotation 1"),
        (("para 14", "fn 2", "para 12", "para 12 ¶2", "para 15.1"), "para 12, ¶2; paras 14, 15.1; fn 2"),
        (("en ix", "fn ix", "en v"), "en v, ix; fn ix"),
        (("fn 2, p. 3", "fn 1, p. 3", "fn 1, p. xii", "fn 1"), "fn 1, 2, p. 3; fn 1, p. xii; fn 1"),
        (("fn *", "fn †"), "fn *, †"),
        (("The table of contents", "A picture ¶3", "The head"), "The table of contents; A picture ¶3; The head"),
    ],
)
def test_places_that_reports_in_other_formats_have_are_grouped_too(labels: tuple[str, ...], expected: str) -> None:
    assert plain(*labels) == expected


@pytest.mark.parametrize(
    "label",
    ["IV table 2 row 3", "IV table 2 head", "picture 2", "para 12 ¶2", "en ix", "fn 1, p. iv", "fn *", "quotation 1"],
)
def test_a_label_alone_is_printed_as_it_is_with_the_words_of_the_language(label: str) -> None:
    other = replace(ENGLISH, places={word: (word.upper(), "many") for word in ENGLISH.places})
    assert plain(label) == label
    assert other.printed_label(label) == merged_labels((label,), other).replace("\u00a0", " ")
    assert not any(word in other.printed_label(label).split() for word in ENGLISH.places)


def test_what_stands_under_no_heading_and_a_label_of_one_word_stand_for_themselves() -> None:
    assert plain("¶2", "item 1", "Annex", "ES 7") == "¶2; item 1; Annex; ES 7"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("II Loaded term ¶3", "ES 6"), "II~Loaded~term~¶3; ES~6"),
        (("VI Next steps item 4", "VI Next steps item 4 ¶1"), "VI~Next~steps~item~4, ¶1"),
        (("III GFMD questions item 4",), "III~GFMD~questions~item~4"),
        (("IV Universal declarations of human rights ¶12",), "IV~Universal declarations of human rights~¶12"),
    ],
)
def test_lines_break_between_places_and_within_long_names_only(labels: tuple[str, ...], expected: str) -> None:
    assert shown(*labels) == expected


def test_places_are_printed_in_the_language_of_the_brief_and_in_the_same_order() -> None:
    labels = (
        "IV list 2 item 1",
        "IV item 12",
        "IV item 3 ¶2",
        "IV row 9",
        "IV row 10",
        "IV item 3",
        "IV list 2 item 3",
    )
    expected = "IV Punkt 3, ¶2; Punkt 12; Liste 2 Punkte 1, 3; Zeilen 9, 10"
    assert merged_labels(labels, GERMAN).replace("\u00a0", " ") == expected
