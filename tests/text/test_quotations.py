"""Quotations are found whatever their marks look like, and marks without a partner are known."""

from __future__ import annotations

import pytest

from briefs.text.quotations import quotations, quotations_in, without_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They “wait” and “sail.”", ["wait", "sail."]),
        ('They "wait" and "sail."', ["wait", "sail."]),
        ('They “wait” and "sail".', ["wait", "sail"]),
        ("The keepers’ quay and the ‘old’ one", []),
        ('An empty "" and an empty “”', []),
        ("They “wait and never sail", []),
    ],
)
def test_a_quotation_stands_between_double_marks(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_text_without_its_quotations_has_spaces_in_their_places() -> None:
    assert without_quotations('They “wait” and "sail".') == "They   and  ."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They “wait” and “sail.”", ["wait", "sail."]),
        ("They \"wait\" and 'sail'.", ["wait", "sail"]),
        ("The keepers’ quay and the ‘old’ one", ["old"]),
        ("The keepers' quay and the 'old' one, isn't it?", ["old"]),
        ("‘The keepers’ quay’ is old", ["The keepers’ quay"]),
        ("‘The keepers’ is all they said", ["The keepers"]),
        ("“They call it the ‘old’ quay”", ["They call it the ‘old’ quay", "old"]),
        ("Sie nennen es „alt“ und «neu»", ["alt", "neu"]),
        ("In the ’90s, rock ’n’ roll at 5 o’clock", []),
        ("A 12” pipe and Marx’ theory", []),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    found = quotations_in(text)
    assert [one.words for one in found.found] == expected
    assert found.unpaired == ()


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("They called it “loaded, and left", "it “loaded, and"),
        ("They called it loaded”, and left", "called it loaded”, and"),
        ("They called it ‘loaded, and left", "it ‘loaded, and"),
        ("They called it loaded’, and left", "called it loaded’, and"),
        ("They called it «loaded, and left", "it «loaded, and"),
        ('They called it "loaded and left', "it “loaded and"),
        ("“They call it ‘old quay”", "it ‘old quay”"),
    ],
)
def test_a_mark_without_its_partner_is_found(text: str, around: str) -> None:
    (found,) = quotations_in(text).unpaired
    assert found in around or around in found


def test_marks_that_are_never_closed_are_looked_for_once_and_hold_no_words() -> None:
    text = "“" * 30_000 + "« a »" + '"'
    assert quotations(text) == ["a"]
    assert without_quotations(text) == "“" * 30_000 + ' "'


def test_of_quotations_that_open_without_end_only_the_innermost_are_held() -> None:
    found = quotations_in("“ a " * 2_000 + "b ” " * 2_000)
    assert len(found.found) == 50
    assert len(found.unpaired) == 2 * 1_950
