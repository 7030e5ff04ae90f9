"""How long a text takes to read, and how easily it is read."""

from __future__ import annotations

import pytest

from briefs.audit.readability import reading_ease, seconds_to_read, syllables_of

EASY = "The cat sat on the mat and the dog ran to the big red box. Then the cat got up and ran to the dog."
HARD = (
    "Intergovernmental organizations acknowledged institutional interdependencies necessitating considerably "
    "strengthened multilateral consultation mechanisms regarding international migration governance architecture, "
    "notwithstanding jurisdictional incompatibilities, budgetary limitations and organizational rivalries."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("cat", 1), ("make", 1), ("table", 2), ("asked", 1), ("wanted", 2), ("sentences", 3), ("wages", 2)),
        *(("migration", 3), ("governance", 3), ("the", 1), ("USA", 2), ("1995", 1), ("quays", 1), ("makes", 1)),
    ],
)
def test_syllables_are_groups_of_vowels_that_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_what_is_easy_has_a_higher_number() -> None:
    easy, hard = (reading_ease([text], "en-GB") for text in (EASY, HARD))
    assert easy is not None
    assert hard is not None
    assert easy > 90
    assert hard < 0


def test_each_text_is_a_sentence_at_least() -> None:
    cells = ["the boats wait at the quay", "the keepers count the boats there", "the board prints a list of them"] * 2
    assert reading_ease(cells, "en") == reading_ease([f"{cell.capitalize()}." for cell in cells], "en")
    joined = reading_ease([" ".join(cells)], "en")
    assert joined is not None
    assert joined < (reading_ease(cells, "en") or 0)


def test_what_has_no_formula_or_too_few_words_has_none() -> None:
    assert reading_ease([EASY], "fr-FR") is None
    assert reading_ease(["A few words only."], "en") is None
    assert reading_ease(["Yes", "No"] * 40, "en") is None


def test_a_text_of_so_many_words_takes_a_minute() -> None:
    assert [seconds_to_read(count) for count in (0, 114, 228)] == [0, 30, 60]
