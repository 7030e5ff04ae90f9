from __future__ import annotations

from briefs.report.unpaged_contents import unpaged_contents


def test_titles_under_contents_that_stand_again_are_its_entries() -> None:
    lines = [
        "Water",
        "",
        "Contents",
        "",
        "- Wells",
        "  - Depth",
        "- Pumps",
        "",
        "Wells",
        "Text.",
        "Depth",
        "Pumps",
        "End.",
    ]
    found = unpaged_contents(lines)
    assert found
    assert ([entry.title for entry in found.entries], found.title) == (["Wells", "Depth", "Pumps"], 2)
    assert [entry.indent for entry in found.entries] == [0.0, 2.0, 0.0]


def test_a_title_may_stand_in_the_list_several_times() -> None:
    entries = ["Wells", "Questions", "Pumps", "Questions", "Money"]
    found = unpaged_contents(["Contents", *entries, *(line for entry in entries for line in (entry, "Text."))])
    assert found
    assert [entry.title for entry in found.entries] == entries


def test_the_list_ends_where_one_of_its_titles_stands_again_if_the_first_stands_far_below() -> None:
    entries = ["Summary", "Wells", "Pumps"]
    body = ["Wells", "One line.", "Two lines.", "Three lines.", "Pumps", "Four lines.", "Summary", "Five lines."]
    found = unpaged_contents(["Contents", *entries, *body])
    assert found
    assert [entry.title for entry in found.entries] == entries


def test_other_lines_under_contents_are_none() -> None:
    assert unpaged_contents(["Contents", "", "Text.", "More text.", "And more."]) is None
    assert unpaged_contents(["Wells", "Pumps"]) is None
    assert unpaged_contents(["Contents"]) is None
