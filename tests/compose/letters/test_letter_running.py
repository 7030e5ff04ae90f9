"""What a letter can say about an edition and its house, and that it runs once for all of whom the same is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.letters.letter_names import VALUES
from briefs.compose.letters.letter_running import SAMPLE, contact_facts, facts_of, run_letter
from briefs.model.contact import Contact
from briefs.model.diagnostics import DocumentError
from briefs.model.inline import Link, Text, inline_text
from tests.compose.builders import DRAFT, harbour_composer
from tests.compose.letters.builders import brief, letter


def test_what_is_known_of_an_edition_are_the_lines_of_its_brief(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    facts = {**facts_of(brief(tmp_path, composer), composer.house, letter(tmp_path, "Hello\n")).values}
    assert facts.pop("contact.name") == (Text("Harbour Board, East Quay"),)
    assert {name: inline_text(value) for name, value in facts.items()} == {
        "edition.title": "What a timetable could change",
        "edition.short_title": "A timetable",
        "edition.series": "Brief for Captains",
        "edition.reference": "HB/CAP",
        "edition.date": "4\u00a0May\u00a02010",
        "edition.version": "0.1",
        "edition.audience": "captains",
        "edition.issuer": "Harbour Board",
    }
    assert facts.keys() == SAMPLE.values.keys()


def test_addresses_of_the_house_are_links() -> None:
    contact = Contact(
        name="Port", address="East Quay", email="a@harbour.org", web="harbour.org", telephone="+41 22 9191"
    )
    facts = contact_facts(contact)
    assert facts["contact.email"] == (Link("mailto:a@harbour.org", "a@harbour.org"),)
    assert facts["contact.name"] == (Text("Port"),)
    assert facts.keys() == {f"contact.{field}" for field in VALUES["contact"]}
    assert contact_facts(None) == {}


def test_values_become_slots_if_they_are_known_and_nothing_otherwise(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    written = letter(tmp_path, "A {{ recipient.name }}{{ recipient.title }}{% if recipient.title %}B{% endif %}\n")
    (paragraph,) = run_letter(written, composer, DRAFT, SAMPLE, {"recipient.name"}).value.content
    assert inline_text(paragraph.children) == "A \ue000recipient.name\ue001"  # type: ignore[union-attr]


def test_without_a_copy_no_field_of_it_can_be_asked_for(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    body = "{% if copy %}{{ copy.number }}{% endif %}Hello\n"
    (paragraph,) = run_letter(letter(tmp_path, body), composer, DRAFT, SAMPLE, ()).value.content
    assert inline_text(paragraph.children) == "Hello"  # type: ignore[union-attr]


def test_what_cannot_be_run_says_where(tmp_path: Path) -> None:
    composer = harbour_composer(tmp_path)[0]
    with pytest.raises(DocumentError, match=r"captains.md:5: error: copy.number is printed"):
        run_letter(letter(tmp_path, "\n{{ copy.number }}\n"), composer, DRAFT, SAMPLE, ())
