"""Source tags in a returned file, known by their words."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.marked_file import Span
from briefs.review.source_tag_words import TagWords
from tests.review.sent import FERRIES, KEEPERS, gone, ins, own, unit

OWN = own("tag s/1", "‹IV Framework ¶3; ES 7›", "tag")
TAGS = TagWords.of([unit("u1", FERRIES, tags=["‹ES 7›"]), unit("u2", "Called ‹the board›", tags=["‹I ¶ 2›"]), OWN])


def parted(*spans: Span | str) -> tuple[str, str]:
    text, tags = TAGS.parted([Span(one) if isinstance(one, str) else one for one in spans])
    return "".join(one.text for one in text), "".join(one.text for one in tags)


def test_a_tag_is_no_text_wherever_it_stands() -> None:
    assert parted("Who: ‹ES 7›; “what” ‹I ¶ 2›") == ("Who:; “what”", " ‹ES 7› ‹I ¶ 2›")


def test_what_the_brief_itself_has_between_such_marks_is_text() -> None:
    assert parted("Called ‹the board› ‹ES 7›") == ("Called ‹the board›", " ‹ES 7›")


def test_a_paragraph_of_nothing_but_tags_is_left_as_it_is() -> None:
    assert parted("‹IV Framework ¶3; ES 7›") == ("‹IV Framework ¶3; ES 7›", "")
    assert parted("see ‹IV Framework ¶3; ES 7; ES 8›") == ("see ‹IV Framework ¶3; ES 7; ES 8›", "")


def test_a_paragraph_that_says_more_than_its_tags_is_not_one_of_tags() -> None:
    left_out = "The ferries and the board are left out for want of room, ‹IV Framework ¶3; ES 7; ES 8›"
    assert parted(left_out)[1] == " ‹IV Framework ¶3; ES 7; ES 8›"


def test_words_typed_into_a_tag_belong_to_it_and_those_before_it_do_not() -> None:
    assert parted(FERRIES, " ‹ES ", gone("7"), ins("9, said the board"), "›") == (FERRIES, " ‹ES 79, said the board›")
    assert parted(FERRIES, ins(" Or not."), " ‹ES 7›") == (f"{FERRIES} Or not.", " ‹ES 7›")


def test_an_open_mark_before_other_words_is_no_tag() -> None:
    assert parted(f"{KEEPERS} ‹as they said before") == (f"{KEEPERS} ‹as they said before", "")


def test_without_tags_in_the_edition_nothing_is_one() -> None:
    plain = TagWords.of([unit("u1", FERRIES)])
    spans = (Span(f"{FERRIES} ‹ES 7›"),)
    assert plain.parted(spans) == (spans, ())


def test_marks_of_changes_stay_with_their_words() -> None:
    text, tags = TAGS.parted([ins(f"{FERRIES} ‹ES"), replace(ins(" 7›"), threads=("1",))])
    assert [span.inserted is not None for span in (*text, *tags)] == [True, True, True]
    assert tags[-1].threads == ("1",)
