"""The ways in which a word may be written."""

from __future__ import annotations

from briefs.check.written_ways import bare, parts, written_ways


def test_a_word_has_parts() -> None:
    assert parts("follow-up's") == ["follow", "up"]


def test_a_word_with_hyphens_is_written_in_several_ways() -> None:
    assert written_ways("follow-up's") == ("follow-up", "followup", "follow", "up")
    assert written_ways("keepers'") == ("keepers",)


def test_what_makes_a_word_possessive_is_no_part_of_it() -> None:
    assert [bare(word) for word in ("keeper's", "keepers'", "keeper")] == ["keeper", "keepers", "keeper"]
