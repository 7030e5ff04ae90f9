"""Mistakes in a letter are told with the codes, lines and hints that those of briefs' templates have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.compose.letters.letter_lint import lint_letter
from tests.compose.builders import harbour_composer
from tests.compose.letters.builders import letter, said, with_contact

GOOD = """
{{ recipient.salutation }},

{{ edition.issuer }} sends you the attached brief{% if copy %}, copy {{ copy.number }} of {{ copy.total }}{% endif %}.

{% if recipient.title and not recipient.office %}
{{ recipient.title or recipient.name }}, {{ recipient.country }}
{% endif %}

Captains are asked to:

{{ list("fact.timetable", "fact.bicycles") }}

{{ block("fact.timetable").short }}{% if status == "draft" %} {{ block("fact.bicycles") }}{% endif %}

- Email: {{ contact.email }}
"""


def test_a_good_letter_has_no_mistakes(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{{ recipient.nmae }}",
            'recipient has no field "nmae" [template-name]\n  hint: did you mean "name"?',
        ),
        ("{{ recipent.name }}", 'unknown name "recipent" [template-name]\n  hint: did you mean "recipient"?'),
        (
            "{{ recipient }}",
            "recipient cannot be printed as a whole [template-syntax]\n  hint: print one of its fields: "
            "recipient.salutation, recipient.name, recipient.title, recipient.office, recipient.country",
        ),
        (
            "{{ recipient.name | upper }}",
            "a letter prints a value as it is, or asks whether there is one [template-syntax]\n"
            "  hint: write {{ recipient.salutation }}, or {% if recipient.salutation %}",
        ),
        (
            '{% if recipient.country == "Atlantis" %}Hello{% endif %}',
            "a letter prints a value as it is, or asks whether there is one [template-syntax]\n"
            "  hint: write {{ recipient.salutation }}, or {% if recipient.salutation %}",
        ),
        (
            '{{ edition["title"] }}',
            "edition[…] cannot be read [template-syntax]\n  hint: write one of: edition.title, edition.short_title, "
            "edition.series, edition.reference, edition.date, edition.version, edition.audience, edition.issuer",
        ),
        (
            '{% for copy in ["fact.timetable"] %}{{ block(copy) }}{% endfor %}',
            '"copy" already means something in letters [template-syntax]\n  hint: give it another name',
        ),
        (
            "Copy {{ copy.number }}",
            "copy.number is printed, but copies need not be personal [template-syntax]\n"
            "  hint: write {% if copy %} before the words about the copy, and {% endif %} after them",
        ),
        ("{{ contact.address }}", "a field that is not filled in cannot be printed [form-missing]"),
        ('{{ lst("fact.timetable") }}', 'unknown name "lst" [template-name]\n  hint: did you mean "list"?'),
        (
            '{{ list("fact.timetabel") }}',
            'there is no block "fact.timetabel" [block-unknown]\n  hint: did you mean "fact.timetable"?',
        ),
        (
            "{{ list(“fact.timetable”) }}",
            "curly quotation marks (“”) in place of straight ones [template-syntax]\n"
            '  hint: write: {{ list("fact.timetable") }}',
        ),
        (
            "{{ fact.timetable }}",
            '"fact.timetable" is the id of a block, and a call is missing around it [template-syntax]\n'
            '  hint: write: {{ block("fact.timetable") }}',
        ),
        (
            '{{ list("fact.timetable", "fact.timetable") }}',
            'list(…) prints "fact.timetable" twice [block-repeated]\n  hint: write: {{ list("fact.timetable") }}',
        ),
        (
            '{{ block("fact.timetable").shrot }}',
            'a fact has no field "shrot" that a letter can print [template-name]\n  hint: did you mean "short"?',
        ),
        (
            '{{ note("fact.timetable") }}',
            'unknown name "note" [template-name]\n  hint: known: audience, block, contact, copy, edition, letter, '
            "list, paragraph, recipient, status, table",
        ),
        (
            '{% set x = "y" %}',
            "a letter cannot use {% set %} [template-syntax]\n  hint: use text, calls, {% if %} and {% for %}",
        ),
        (
            "{% if copy %}Hello",
            "{% if copy %} is not closed [template-syntax]",
        ),
        (
            "{% if copy %}{% else %}{% else %}{% endif %}",
            "the statements from here on do not belong together [template-syntax]",
        ),
        (
            'Please {{ list("fact.timetable") }} now',
            "a call that prints whole paragraphs, lists or tables stands inside a sentence [block-in-sentence]",
        ),
        (
            "## Timing",
            "a letter has no headings [not-representable]\n"
            "  hint: a letter is short: take the heading out, or write it as a sentence",
        ),
        (
            "Hello <b>there</b>",
            "HTML in a template: <b> [raw-html]\n"
            "  hint: put the look of a block into templates/blocks/, and write special characters as they are",
        ),
        ("Hello `there`", "a letter cannot hold code [not-representable]\n  hint: take the backticks (`) away"),
        (
            "| one | two |",
            "a letter cannot hold a table that does not come from a block template [not-representable]\n"
            "  hint: write a sentence or a list",
        ),
        (
            '{{ table("rec.tides") }}',
            "a letter cannot hold a table or picture [not-representable]\n"
            '  hint: print the blocks with another call, such as {{ statements(…) }} or {{ block("…") }}',
        ),
        (
            "- send money",
            'the item "send money" does not come from a block [untraced-prose]\n'
            "  hint: print blocks: {{ asks(…) }} for what is asked, {{ statements(…) }} for what is said",
        ),
        (
            "word " * 21,
            '21 words of the letter\'s own in "word word word word word word word word word …"; at most 20 may stand '
            "in a paragraph [untraced-prose]\n  hint: make it a block of kind statement with its anchors, or say less",
        ),
        (
            'word word word word word word word word word word word word word {{ block("fact.timetable") }}',
            '13 words of the letter\'s own in "word word word word word word word word word …"; at most 12 may connect '
            "blocks [untraced-prose]\n  hint: make it a block of kind statement with its anchors, or say less",
        ),
        (
            '[the timetable](https://harbour.org/{{ block("fact.timetable") }})',
            None,
        ),
        (
            '{{ list("fact.timetable", kind="fact") }}',
            'list(…) has no option "kind" [template-name]',
        ),
        ("The private sign \ue000", "the character U+E000 is not allowed in a template [template-syntax]"),
    ],
)
def test_a_mistake_is_told_once_at_its_line(tmp_path: Path, body: str, expected: str | None) -> None:
    found = said(tmp_path, f"\n{body}\n")
    assert found
    assert all(one.startswith("templates/letters/captains.md:5: error: ") for one in found)
    if expected is not None:
        assert found[0].removeprefix("templates/letters/captains.md:5: error: ").startswith(expected)
        assert len(found) == (2 if "</b>" in body else 1)


def test_all_mistakes_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    found = said(tmp_path, "{{ recipient.nmae }}\n\n## Timing\n\n{{ lst() }}\n")
    assert [one.split(" ")[0] for one in found] == [f"templates/letters/captains.md:{line}:" for line in (4, 6, 8)]


def test_a_call_with_boxes_or_notes_is_refused_where_it_stands(tmp_path: Path) -> None:
    box = '<input type="checkbox" aria-label="Yes"/>'
    look = f"---\nprints: any\n---\n<ul>{{% for b in blocks %}}<li>{box} {{{{ b }}}}</li>{{% endfor %}}</ul>\n"
    (found,) = said(tmp_path, '{{ boxes("fact.timetable") }}\n', {"boxes": look})
    assert "a letter cannot hold boxes to tick, room to write in, or notes [not-representable]" in found


def test_brackets_without_end_are_one_mistake(tmp_path: Path) -> None:
    (found,) = said(tmp_path, f"{{{{ block({'(' * 4000}) }}}}\n")
    assert "template-syntax" in found


def test_own_words_are_given_for_checks_with_calls_and_values_left_out(tmp_path: Path) -> None:
    composer = with_contact(harbour_composer(tmp_path)[0])
    linted = lint_letter(letter(tmp_path, 'Dear {{ recipient.name }},\n\n{{ list("fact.timetable") }}\n'), composer)
    assert [(one.text, one.place.line) for one in linted.words] == [("…: …", 2), ("Dear …,", 4)]


def test_a_subject_that_is_wrong_is_not_checked_further(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    wrong = replace(letter(tmp_path, "Hello\n"), lacks=frozenset({"subject"}))
    assert [one.text for one in lint_letter(wrong, composer).words] == ["Hello"]


def test_words_of_options_are_given_too(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    linted = lint_letter(letter(tmp_path, '{{ table("rec.tides", caption="Steps to take") }}\n'), composer)
    assert [one.text for one in linted.words if one.scope == "blocks"] == ["Steps to take"]
