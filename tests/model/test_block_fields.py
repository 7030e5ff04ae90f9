from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.block_fields import Anchor, Anchors, BlockId, EditedForm, Form, SortDate, Text
from briefs.model.limits import LONGEST_VALUE, LONGEST_WORD


def read(annotation: Any, value: object) -> Any:
    return TypeAdapter(annotation).validate_python(value)


@pytest.mark.parametrize("text", ["ben.states", "es.16.2.4", "st.two_words-1"])
def test_an_id_is_lower_case_words_and_numbers_joined_by_dots(text: str) -> None:
    assert read(BlockId, text) == text


@pytest.mark.parametrize("text", ["ben", "Ben.states", "ben.", "1.a", "ben states.a", ""])
def test_anything_else_is_not_an_id(text: str) -> None:
    with pytest.raises(ValidationError, match=f'"{text}" is not an id'):
        read(BlockId, text)


def test_an_anchor_is_a_text_or_a_text_with_a_scope_and_a_field_holds_one_or_several() -> None:
    assert read(Anchors, "a b c") == (Anchor(text="a b c"),)
    assert read(Anchors, ["a b c", {"text": "d", "in": "ES 9"}]) == (
        Anchor(text="a b c"),
        Anchor(text="d", scope="ES 9"),
    )
    for wrong in (7, [7]):
        with pytest.raises(ValidationError, match="an anchor is a text in quotes"):
            read(Anchors, wrong)
    nothings: tuple[object, ...] = (None, [])
    for nothing in nothings:
        with pytest.raises(ValidationError, match="it is empty"):
            read(Anchors, nothing)


def test_wording_is_a_text_or_a_text_with_anchors_of_its_own() -> None:
    assert read(EditedForm, "A tide.") == Form(text="A tide.")
    form = read(EditedForm, {"text": "A tide.", "anchor": "a b c"})
    assert (form.text, form.anchor) == ("A tide.", (Anchor(text="a b c"),))
    with pytest.raises(ValidationError, match="wording is a text in quotes"):
        read(EditedForm, ["A tide."])


def test_text_is_stripped_and_not_empty() -> None:
    assert read(Text, " a b ") == "a b"
    with pytest.raises(ValidationError, match="at least 1 character"):
        read(Text, "  ")


@pytest.mark.parametrize("text", ["2009", "2009-11", "2009-11-27", "2028-02-29", "undated"])
def test_a_date_is_sorted_by_a_year_a_month_or_a_day(text: str) -> None:
    assert read(SortDate, text) == text


@pytest.mark.parametrize(
    "text", ["12/05/2026", "May 2026", "2026-5", "2026-02-30", "2026-13", "26", "0000", "late 2026"]
)
def test_a_date_in_another_form_would_be_sorted_by_its_letters_and_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD, and not undated"):
        read(SortDate, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word " * (LONGEST_VALUE // 5) + "word", f"it has more than {LONGEST_VALUE:,} characters"),
        ("x" * (LONGEST_WORD + 1), f"a word in it has more than {LONGEST_WORD:,} characters without a space"),
        ("a" + "\u0301" * LONGEST_WORD, f"a word in it has more than {LONGEST_WORD:,} characters without a space"),
    ],
)
def test_texts_and_words_without_end_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Anchor(text=text)
