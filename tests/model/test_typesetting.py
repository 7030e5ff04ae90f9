from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefs.model.block_fields import Text
from briefs.model.typesetting import (
    clean,
    parted_at_whole_words,
    plain,
    typeset,
    unprintable,
    with_line_breaks,
    words,
)

NOTES = frozenset({1, 12, 23})


def test_marks_of_emphasis_and_footnotes_are_no_part_of_the_text() -> None:
    assert clean("the *Harbour* Study,\t“2010”¹² \r\n", NOTES) == "the Harbour Study, “2010”"
    assert plain("the *Harbour* ‘Study’, “2010”¹²", NOTES) == "the Harbour 'Study', \"2010\""


def test_superscripts_that_call_no_note_are_words() -> None:
    assert clean("12 km² and 3.5 × 10⁶ m³; 10⁻³, said¹ the board", NOTES) == (
        "12 km² and 3.5 × 10⁶ m³; 10⁻³, said the board"
    )
    assert typeset("said³ the board") == "said³ the board"


def test_an_asterisk_that_multiplies_stays() -> None:
    assert clean("*Take* 2 * 3 and 4*5, *then* **rest***") == "Take 2 * 3 and 4*5, then rest"


SAMPLES = "*¹² \t\r\n\"'“’-0aé\u0301\u00a0\u00ad\u200fﬁ;:«»/"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(SAMPLES))))
def test_cleaning_and_typesetting_twice_is_as_good_as_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert plain(plain(text)) == plain(text)
    assert typeset(typeset(text)) == typeset(text)


def test_words_are_what_holds_a_letter_or_a_digit() -> None:
    assert words("two – words, 3 … ") == ["two", "words,", "3"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_no_rendition_can_hold_is_refused_in_what_is_written_by_hand(character: str) -> None:
    with pytest.raises(ValidationError, match=f"the character U\\+{ord(character):04X} cannot be printed|unicode"):
        TypeAdapter(Text).validate_python(f"a{character}b")
    assert unprintable(f"a{character}b") == character


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\u202eb", "\u202e"),
        ("a\u202eb\u202c", "\u202e"),
        ("\u202da", "\u202d"),
        ("a \u2067b", "\u2067"),
        ("a \u202bb", "\u202b"),
        ("a\u202c", "\u202c"),
        ("a\u2069 \u2067b", "\u2069"),
        ("\u2067a\u202bb\u2069", "\u2069"),
    ],
)
def test_a_character_that_would_turn_round_what_follows_cannot_be_printed(text: str, found: str) -> None:
    assert unprintable(text) == found
    with pytest.raises(ValidationError, match=f"the character U\\+{ord(found):04X} cannot be printed"):
        TypeAdapter(Text).validate_python(text)


@pytest.mark.parametrize(
    "text",
    ["a\tb\nc\r", "é\ue000\U0001f600", "", "a \u2067سلام \u202bb\u202c\u2069 c", "\u200fسلام\u200f"],
)
def test_other_characters_can_be_held(text: str) -> None:
    assert unprintable(text) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the High-level Dialogue in CH-1211 Geneva", ["High-level", "CH-1211"]),
        ("the Secretary-General’s E-mail, A/RES-60-1", ["Secretary-General’s", "E-mail", "RES-60-1"]),
        ("results-oriented talks at the half-way mark", []),
        ("the 4-year term and Non-state actors", ["4-year", "Non-state"]),
        ("Anti-discrimination-and-integration policies", []),  # too long for a narrow column
        ("some 10–15 ministers, 2005–2010, –3–4, 1–2–3, I–V", ["10–15", "2005–2010"]),
        ("a win-win-win deal, state-of-the-art and a-", ["win-win-win", "state-of-the-art"]),
        ("High- and low-skilled, -Level, a - b, --, Well-", []),
    ],
)
def test_no_line_breaks_at_the_hyphens_of_names_and_codes(text: str, whole: list[str]) -> None:
    pieces = list(parted_at_whole_words(text))

    assert [piece for piece, is_whole in pieces if is_whole] == whole
    assert "".join(piece for piece, _ in pieces) == text


@given(st.text())
def test_parting_a_text_loses_nothing(text: str) -> None:
    assert "".join(piece for piece, _ in parted_at_whole_words(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/wells-of_the.hills.html.", "see https://|example.|org/|wells-|of_|the.|hills.|html."),
        ("www.example.org/registers/all-wells now", "www.|example.|org/|registers/|all-|wells now"),
        ("the.council.of.wells@water.example.org", "the.|council.|of.|wells@|water.|example.|org"),
        ("info@icmc.net and www.icmc.net/a", "info@icmc.net and www.icmc.net/a"),
        ("and/or intergovernmental/non-governmental", "and/or intergovernmental/non-governmental"),
        ("No address. Nothing else", "No address. Nothing else"),
    ],
)
def test_a_long_address_may_be_broken_at_its_marks_and_no_hyphen_is_added(text: str, expected: str) -> None:
    assert with_line_breaks(text).replace("\u200b", "|") == expected


@pytest.mark.parametrize("text", ["on 2026-03-14", "call +41 22 919-10-20", "978-92-1-130000-1"])
def test_numbers_with_hyphens_keep_them_for_whoever_searches(text: str) -> None:
    assert list(parted_at_whole_words(text)) == [(text, False)]
