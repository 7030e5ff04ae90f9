from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.folding import (
    ascii_letters,
    caseless,
    described,
    matching_form,
    matching_offsets,
    printable_form,
)
from briefs.model.typesetting import plain


def test_what_shows_nowhere_is_not_printed_and_ligatures_are_letters() -> None:
    assert printable_form("\ufeffThe ﬁrst sub\u00adsidiary\u200b \ufb04ow") == "The first subsidiary fflow"


def test_no_break_spaces_stay_and_a_thin_space_in_a_number_becomes_one() -> None:
    assert printable_form("12\u202f500\u00a0boats  and\t 12\u2009500") == "12\u202f500\u00a0boats and 12\u202f500"
    assert printable_form("a \u00a0 b\u2007c d\u2003e") == "a\u00a0b\u00a0c d e"


def test_texts_are_compared_without_what_cannot_be_seen() -> None:
    assert matching_form("\u200fسلام\u200f \u200e “co\u2011op”\u202f’s") == 'سلام "co-op" \'s'


@pytest.mark.parametrize("typed", ["p < 0.05* here", "the * catch", "Harbours*", "5 * 3", "3*4"])
def test_an_asterisk_that_a_report_prints_is_found_as_it_is_typed(typed: str) -> None:
    printed = printable_form(typed.replace("*", "\u2217"))
    assert matching_form(printed) == plain(typed)
    offsets = matching_offsets(printed)
    assert len(offsets if offsets is not None else printed) == len(plain(typed))


def test_each_character_of_the_matching_form_knows_where_it_was() -> None:
    printed = "a \u200f b\u200dc"
    offsets = matching_offsets(printed)
    assert matching_form(printed) == "a bc"
    assert offsets is not None
    assert [printed[at] for at in offsets] == list("a bc")
    assert matching_offsets("a bc") is None


@given(st.text(alphabet="ab \u00a0\u200e\u200d\u202f“-\u2217"))
def test_offsets_lead_to_the_same_characters(text: str) -> None:
    printed = printable_form(text)
    offsets, matched = matching_offsets(printed), matching_form(printed)
    for index, character in enumerate(matched):
        assert matching_form(printed[offsets[index] if offsets is not None else index]) in (character, "")


def test_characters_are_called_by_name_and_number() -> None:
    assert described("\u00ad") == "a soft hyphen (U+00AD)"
    assert described("\u00e9") == "a latin small letter e with acute (U+00E9)"


@given(st.text("aA é\u0301ſıİ\u212a\n\t\u00a0\u2009“’ﬁ\u200b5*", max_size=12))
def test_a_text_that_needs_nothing_has_the_form_that_any_other_way_gives(text: str) -> None:
    printed = printable_form(text)
    assert printable_form(printed) == printed
    assert matching_form(printed + "\u200e") == matching_form(printed)


@given(st.text("skiSKIſıİ\u212aé", max_size=6))
def test_letters_are_taken_for_those_of_ascii_as_patterns_do(text: str) -> None:
    assert len(ascii_letters(text)) == len(text)
    assert re.fullmatch(re.escape(ascii_letters(text)), text, re.IGNORECASE)
    assert bool(re.search("ski", text, re.IGNORECASE)) == ("ski" in caseless(text))
