"""A letter is composed once and filled in for each recipient; what is filled in is never read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.compose.letters.letter_writing import letter_writer
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.document import Document
from briefs.model.document_walk import map_unit_inlines
from briefs.model.inline import Text
from tests.compose.builders import harbour_composer
from tests.compose.letters.builders import ASTRID, HEAD, brief, letter, text_of, with_contact, writer

BODY = """
{{ recipient.salutation }},

{{ edition.issuer }} sends you the attached brief, “{{ edition.title }}” ({{ edition.date }})
{%- if copy %}, copy {{ copy.number }} of {{ copy.total }}{% endif %}.

Captains are asked to:

{{ list("fact.timetable", "fact.bicycles") }}

- Email: {{ contact.email }}
- Telephone: {{ contact.telephone }}
- [The port](https://harbour.org/port) and {{ contact.web }}
"""


def test_a_letter_says_what_its_template_and_blocks_say(tmp_path: Path) -> None:
    written = writer(tmp_path, BODY).write(ASTRID, Copy(ASTRID.name, 17, 194))
    assert written.subject == "Brief for Captains: What a timetable could change"
    assert written.sender == "Harbour Board <registry@harbour.org>"
    assert (written.reply_to, written.language) == ("", "en-GB")
    assert written.text == (
        "Dear Captain,\n\n"
        "Harbour Board sends you the attached brief, “What a timetable could change”\n"
        "(4 May 2010), copy 17 of 194.\n\n"
        "Captains are asked to:\n\n"
        "1. Most keepers agreed that a shared timetable would reduce waiting.\n"
        "2. Ferries that share a timetable could carry more bicycles in the winter\n"
        "   months\n\n"
        "- Email: registry@harbour.org\n"
        "- Telephone: +41 22 919 10 20\n"
        "- The port (https://harbour.org/port) and www.harbour.org\n"
    )


def test_without_a_personal_copy_the_letter_speaks_of_none(tmp_path: Path) -> None:
    assert ", copy" not in text_of(tmp_path, BODY)


def test_a_value_is_data_and_neither_template_nor_markdown_nor_html(tmp_path: Path) -> None:
    hard = replace(ASTRID, name="*x* <b> {{ 7*7 }} {% raw %} & [y](z) \ue000recipient.title\ue001 `#`")
    written = writer(tmp_path, "Dear {{ recipient.name }}, **{{ recipient.name }}**\n").write(hard)
    assert "*x* <b> {{ 7*7 }} {% raw %} & [y](z) recipient.title `#`" in " ".join(written.text.split())
    assert "*x* &lt;b&gt; {{ 7*7 }} {% raw %} &amp; [y](z) recipient.title `#`" in written.html
    assert "49" not in written.text + written.html


def test_a_value_is_in_one_line_and_turns_nothing_around(tmp_path: Path) -> None:
    hard = replace(ASTRID, office="Port\r\nOffice \u202eevil\u202c\x00")
    assert text_of(tmp_path, "{{ recipient.office }}\n", hard) == "Port Office evil\n"


def test_names_from_right_to_left_are_kept_apart(tmp_path: Path) -> None:
    written = writer(tmp_path, "{{ recipient.salutation }},\n").write(replace(ASTRID, salutation="معالي الوزير،"))
    assert written.text == "\u2068معالي الوزير\u2069,\n"
    assert '<bdi dir="rtl">معالي الوزير</bdi>,' in written.html


def test_what_is_not_known_of_a_recipient_is_not_printed(tmp_path: Path) -> None:
    body = "{{ recipient.name }}{% if recipient.title %}, {{ recipient.title }}{% endif %}\n\n{{ recipient.country }}\n"
    assert text_of(tmp_path, body) == "Astrid Ó Briain, Harbour Master\n\nAtlantis\n"
    assert text_of(tmp_path, body, replace(ASTRID, title=" ", country="")) == "Astrid Ó Briain\n"


def test_without_a_salutation_the_name_stands_in_its_place(tmp_path: Path) -> None:
    assert text_of(tmp_path, "{{ recipient.salutation }},\n", replace(ASTRID, salutation="")) == "Astrid Ó Briain,\n"


def test_the_comma_of_a_salutation_stands_once(tmp_path: Path) -> None:
    for salutation in ("Dear Captain", "Dear Captain,", "Dear Captain:", "Dear Captain ,"):
        assert text_of(tmp_path, "{{ recipient.salutation }},\n", replace(ASTRID, salutation=salutation)) == (
            "Dear Captain,\n"
        )


def test_each_letter_is_that_of_its_recipient_whoever_came_before(tmp_path: Path) -> None:
    one = writer(tmp_path, BODY)
    letters = [one.write(replace(ASTRID, salutation=f"Dear {name}")) for name in "ABA"]
    assert letters[0] == letters[2] != letters[1]


def test_the_front_matter_says_whom_a_letter_comes_from(tmp_path: Path) -> None:
    head = "---\nsubject: x\nfrom: Port <port@harbour.org>\nreply-to: desk@harbour.org\n---\n"
    written = writer(tmp_path, "Hello\n", head, sender="Other <other@harbour.org>").write(ASTRID)
    assert (written.sender, written.reply_to) == ("Port <port@harbour.org>", "desk@harbour.org")
    assert writer(tmp_path, "Hello\n", sender="Other <other@harbour.org>").sender == "Other <other@harbour.org>"


def test_somebody_must_be_named_from_whom_the_letter_comes(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    with pytest.raises(BriefsError, match="nobody is named from whom the letter comes") as caught:
        letter_writer(letter(tmp_path, "Hello\n"), composer, brief(tmp_path, composer))
    assert caught.value.hint == (
        "add from: to templates/letters/captains.md, or an email address to contact in house.yaml"
    )


def test_a_subject_cannot_name_what_the_edition_does_not_have(tmp_path: Path) -> None:
    composer = with_contact(harbour_composer(tmp_path)[0])
    composer = replace(composer, house=composer.house.model_copy(update={"reference": None}))
    written = letter(tmp_path, "Hello\n", '---\nsubject: "{series} ({reference})"\n---\n')
    with pytest.raises(DocumentError) as caught:
        letter_writer(written, composer, brief(tmp_path, composer))
    assert str(caught.value) == (
        "templates/letters/captains.md:2: error: the edition has no reference [front-matter]\n"
        "  hint: take {reference} out of the subject"
    )


def test_a_day_for_answers_is_printed_in_the_language_of_the_house(tmp_path: Path) -> None:
    head = "---\nsubject: x\nreply-by: 2027-03-31\n---\n"
    body = "Hello{% if letter.reply_by %}, please reply by {{ letter.reply_by }}{% endif %}\n"
    assert writer(tmp_path, body, head).write(ASTRID).text == "Hello, please reply by 31 March 2027\n"
    assert writer(tmp_path, body).write(ASTRID).text == "Hello\n"


def test_a_day_for_answers_is_not_before_that_of_the_edition(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        writer(tmp_path, "Hello\n", "---\nsubject: x\nreply-by: 2010-05-03\n---\n")
    assert str(caught.value) == (
        "templates/letters/captains.md:3: error: `reply-by` is before the date of the edition, 2010-05-04 "
        "[front-matter]\n  hint: write a later day, or take it out"
    )


def test_a_letter_with_mistakes_is_not_written(tmp_path: Path) -> None:
    composer = with_contact(harbour_composer(tmp_path)[0])
    with pytest.raises(DocumentError, match="no block"):
        letter_writer(letter(tmp_path, '{{ block("fact.no") }}\n'), composer, brief(tmp_path, composer))
    with pytest.raises(DocumentError, match="headings"):
        letter_writer(letter(tmp_path, "## Hello\n"), composer, brief(tmp_path, composer))


def test_a_mistake_that_one_recipient_shows_says_nothing_about_them(tmp_path: Path) -> None:
    composer = with_contact(harbour_composer(tmp_path)[0])
    body = '{% if recipient.title %}{{ block("fact.no") }}{% endif %}\n'
    one = letter_writer(letter(tmp_path, body), composer, brief(tmp_path, composer))
    with pytest.raises(DocumentError) as caught:
        one.write(ASTRID)
    assert "Astrid" not in str(caught.value)
    assert "Harbour Master" not in str(caught.value)


def test_the_words_of_blocks_are_completed_and_know_the_paragraphs_of_the_letter(tmp_path: Path) -> None:
    seen: list[Document] = []

    def complete(document: Document) -> Document:
        seen.append(document)
        return map_unit_inlines(document, lambda inlines: (*inlines, Text("!")))

    composer = with_contact(harbour_composer(tmp_path)[0])
    body = 'Hello\n\n{{ list("fact.timetable") }}\n'
    one = letter_writer(letter(tmp_path, body), composer, brief(tmp_path, composer), complete=complete)
    assert "waiting.!" in one.write(ASTRID).text
    assert seen[0].furniture.about == (Text("Hello"),)


def test_the_html_part_is_a_page_that_asks_for_nothing(tmp_path: Path) -> None:
    html = writer(tmp_path, BODY, HEAD).write(ASTRID).html
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>Brief for Captains: What a timetable could change</title>" in html
    assert '<a href="mailto:registry@harbour.org">registry@harbour.org</a>' in html
    assert not any(word in html for word in ("<img", "<script", "<link", "src=", "url("))
