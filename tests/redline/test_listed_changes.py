"""Which changes of a redline are listed."""

from __future__ import annotations

from briefs.model.redlined import Difference
from briefs.redline.listed_changes import listed_changes, unlisted_sections

SOURCES = Difference("paragraph", "reworded", "1 ES 2", "1 ES 3", "Sources by paragraph", section_id="sources")
WORDS = Difference("paragraph", "reworded", "It may.", "It can.", "Issue", "issue/u", section_id="issue")


def moved(section: str, old_section: str, new: str = "Same words.") -> Difference:
    return Difference("paragraph", "moved", "Same words.", new, section, old_section=old_section, section_id="why")


def test_lists_of_the_program_and_source_tags_are_not_listed() -> None:
    tag = Difference("tag", "inserted", section="Issue", section_id="issue")
    assert listed_changes((WORDS, tag, SOURCES, SOURCES)) == (WORDS,)
    assert unlisted_sections((WORDS, tag, SOURCES, SOURCES)) == ("Sources by paragraph",)


def test_of_a_section_that_moved_only_the_heading_is_listed_and_what_is_different_in_it() -> None:
    heading = Difference("heading", "moved", "Why act", "Why act", "Why act", old_section="Why act", section_id="why")
    reworded, from_elsewhere = moved("Why act", "Why act", "Other words."), moved("Why act", "Issue")
    changes = (heading, moved("Why act", "Why act"), reworded, from_elsewhere)
    assert listed_changes(changes) == (heading, reworded, from_elsewhere)
    assert listed_changes(changes[1:]) == changes[1:]
