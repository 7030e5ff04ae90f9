"""Words, spaces and signs of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.review.word_tokens import opcodes, tokens


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Some x-rays.", ["Some", " ", "x-rays", "."]),
        ("States’ “aims”", ["States", "'", " ", '"', "aims", '"']),
        ("10–15  or\u00a0more", ["10–15", " ", "or", " ", "more"]),
        ("and ... so …", ["and", " ", "…", " ", "so", " ", "…"]),
        ("www/\u200borg", ["www", "/", "org"]),
    ],
)
def test_a_text_is_words_spaces_and_signs(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokens(text)] == keys


@given(st.text())
def test_tokens_are_the_whole_text(text: str) -> None:
    assert "".join(text[token.start : token.end] for token in tokens(text)) == text


WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=9)


@given(WORDS, WORDS)
def test_opcodes_lead_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    made: list[str] = []
    last = 0
    for kind, start, end, first, stop in opcodes(before, after):
        assert (start, kind == "equal") == (last, before[start:end] == after[first:stop])
        made += after[first:stop]
        last = end
    assert (made, last) == (after, len(before))


def test_very_long_texts_are_compared_at_their_ends_only() -> None:
    before, after = ["one", *["a", " "] * 3000, "end"], ["one", *["b", " "] * 3000, "end"]
    assert [one[0] for one in opcodes(before, after)] == ["equal", "replace", "equal"]
