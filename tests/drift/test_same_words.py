"""Words of two editions are the same in whatever format each of them came."""

from __future__ import annotations

import pytest

from briefs.drift.same_words import are_same, has_words


@pytest.mark.parametrize(
    ("words", "expected"), [("a shared quay", True), ("shared quay was", False), ("red quay", False), ("", False)]
)
def test_words_stand_in_a_text_as_whole_words(words: str, expected: bool) -> None:
    assert has_words("a shared quay washed away", words) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("co-operation of States", "cooperation  of States", True),
        ("and so on ...", "and so on …", True),
        ("a formal body", "a form al body", True),
        ("is binding", "is not binding", False),
        ("he said “yes”", "he said yes", False),
        ("où", "ou", False),
        ("10–15", "1015", False),
    ],
)
def test_only_spaces_and_hyphens_make_no_difference(before: str, after: str, expected: bool) -> None:
    assert are_same(before, after) is expected
    assert has_words(f"Some {after} here and there", before) is expected
