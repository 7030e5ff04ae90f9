"""Contents lists that somebody typed."""

from __future__ import annotations

import pytest

from briefs.report.word.typed_contents import mark_contents
from briefs.report.word.word_blocks import Look, WordParagraph, WordRun


def marked(*words: str) -> list[str]:
    """The paragraphs that are marked as contents."""
    made = [WordParagraph(runs=[WordRun(one, Look())]) for one in words]
    mark_contents(made)
    return [one.words for one in made if one.is_contents]


ENTRIES = (
    "Introduction\t1",
    "Findings ........ 3",
    "Wells and rivers, and all that",
    "of the country\tiv",
    "Annex … 12",
)


def test_lines_that_end_with_tabs_or_dots_and_a_page_are_a_contents_list() -> None:
    assert marked("Contents", "", *ENTRIES, "Introduction", "Text.") == ["Contents", *ENTRIES]


def test_few_lines_and_long_ones_are_none() -> None:
    assert marked(*ENTRIES[:2], 26 * "word ", *ENTRIES[3:]) == []
    assert marked("Yield\t12", "Rain\t13", "1", "2", "3", "Sun\t14", "Snow\t15") == []


def test_the_heading_above_a_list_that_word_made_belongs_to_it() -> None:
    made = [WordParagraph(runs=[WordRun(one, Look())]) for one in ("Table des matières", "Un\t1", "Yield\t1")]
    made[1].is_contents = True
    mark_contents(made)
    assert [one.is_contents for one in made] == [True, True, False]


def test_titles_without_pages_that_stand_again_are_a_contents_list() -> None:
    entries = ("Wells", "Pumps", "Money")
    assert marked("Water", "Contents", *entries, "Wells", "Text.", "Pumps", "Money") == ["Contents", *entries]


def test_entries_with_neither_leaders_nor_tabs_are_known_by_the_title_above_and_by_their_pages() -> None:
    entries = ("Abstract          2", "Introduction        2", "Importance of wells    3", "Method 5")
    assert marked("Wells", "Table of Contents", *entries, "Abstract", "Text.") == ["Table of Contents", *entries]
    assert marked("Wells", *entries, "Abstract", "Text.") == []


@pytest.mark.parametrize("repeated", ["-", ".", " .", "…", "_", "x"])
def test_a_line_of_leaders_takes_time_in_proportion_to_its_length(repeated: str) -> None:
    """As it was, a thousand such characters took seconds, and ten thousand hours."""
    assert marked(*[repeated * 900 + "!"] * 5, repeated * 1_000_000) == []
