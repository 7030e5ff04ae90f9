"""The front matter of a letter: a subject in one line, and addresses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from briefs.model.letter_template import SUBJECT_PLACEHOLDERS, LetterFrontMatter, LetterTemplate
from briefs.model.mail_address import has_break


def test_a_subject_can_name_each_fact_about_the_edition() -> None:
    subject = " ".join(f"{{{name}}}" for name in SUBJECT_PLACEHOLDERS)
    assert LetterFrontMatter(subject=subject).subject == subject


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"subject": "one\ntwo"}, "a subject has no line break"),
        ({"subject": "{code}"}, '"{code}" is not a placeholder'),
        ({"subject": " "}, "at least 1 character"),
        ({"subject": "x", "from": "nobody"}, "it is not a mail address"),
        ({"subject": "x", "reply-to": "A <a@b.org>, B <b@b.org>"}, "it "),
        ({"subject": "x", "reply-to": "A\n<a@b.org>"}, "an address has a line break"),
    ],
)
def test_wrong_values_are_refused(fields: dict[str, str], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        LetterFrontMatter.model_validate(fields)
    assert message in str(caught.value)


def test_a_letter_knows_its_places() -> None:
    letter = LetterTemplate("a.md", "captains", LetterFrontMatter(subject="x"), "Hello\n", 5, {"subject": 2})
    assert [str(letter.body_place(line)) for line in (0, 1, 3)] == ["a.md", "a.md:5", "a.md:7"]
    assert [str(letter.place_of(name)) for name in ("subject", "sender")] == ["a.md:2", "a.md"]


def test_line_breaks_of_every_kind_are_known() -> None:
    assert [
        text for text in ("a", "é ", "a\nb", "a\rb", "a\x0bb", "a\x85b", "a\u2028b", "a\0b") if has_break(text)
    ] == [
        "a\nb",
        "a\rb",
        "a\x0bb",
        "a\x85b",
        "a\u2028b",
        "a\0b",
    ]
