from __future__ import annotations

import pytest

from briefs.text.lookalikes import lookalikes, skeleton


def test_words_that_look_the_same_have_the_same_skeleton() -> None:
    assert skeleton("Qu\u0430y") == skeleton("quay") == "quay"


@pytest.mark.parametrize(
    ("wanted", "found", "said"),
    [
        ("the quay", "the pier", ""),
        ("thé quay", "the quay", ""),
        (
            "the qu\u0430y",
            "the quay",
            '; the report has "a" in place of a cyrillic small letter a (U+0430)',
        ),
        (
            "five - six",
            "five − six",
            '; the report has a minus sign (U+2212) in place of "-"',
        ),
        (
            "the quay",
            "the qu\u0336ay",
            "; the report has a combining long stroke overlay (U+0336) in place of nothing",
        ),
        (
            "the qu\u0336ay",
            "the quay",
            "; the report has nothing in place of a combining long stroke overlay (U+0336)",
        ),
    ],
)
def test_characters_that_look_the_same_are_named(wanted: str, found: str, said: str) -> None:
    assert lookalikes(wanted, found) == said
