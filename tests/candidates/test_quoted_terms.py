"""Terms in quotation marks."""

from __future__ import annotations

from briefs.candidates.quoted_terms import first_quoted, quoted_terms


def test_terms_are_found_in_marks_of_several_languages() -> None:
    text = 'The “lead agency”, the "core group", le « tour d’eau », die „Teilhabe“.'
    assert [one.words for one in quoted_terms(text)] == ["lead agency", "core group", "tour d’eau", "Teilhabe"]
    assert next(text[one.start : one.end] for one in quoted_terms(text)) == "“lead agency”"


def test_a_sentence_in_marks_is_no_term() -> None:
    assert first_quoted("She said: “We will not sign.”") is None
    assert first_quoted("“One two three four five six seven eight”") is None
