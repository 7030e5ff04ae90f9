"""Who is shown in a text, by the rules of a report."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.people import forbidden_spans, people_in, words_shown
from tests.builders import RULES

WITH_PEOPLE = replace(RULES, names=("Quill",))


def test_names_and_affiliations_are_found_with_the_words_of_the_briefs_language() -> None:
    text = "Mr Quill and a PG official said so."
    assert [(one.by, words_shown(text, one)) for one in people_in(text, WITH_PEOPLE)] == [
        ("name", "Quill"),
        ("affiliation", "a PG official"),
    ]


def test_a_language_without_words_and_a_report_without_participants_show_names_only_or_nobody() -> None:
    text = "Mr Quill and a PG official said so."
    unknown = replace(WITH_PEOPLE, language="xx")
    assert [one.by for one in people_in(text, unknown)] == ["name"]
    assert people_in(text, replace(RULES, participants=())) == ()


def test_what_is_never_printed_is_forbidden_too() -> None:
    text = "Small Boats and Quill"
    assert [text[start:end] for start, end in forbidden_spans(text, WITH_PEOPLE)] == ["Small Boats", "Quill"]
