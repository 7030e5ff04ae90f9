"""Columns are known by the names that people give them, in several languages and spellings."""

from __future__ import annotations

import pytest

from briefs.model.distribution_settings import COLUMNS
from briefs.recipients.column_names import is_part_of_name, plain, probable_meaning, usual_meaning


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        *((name, name) for name in COLUMNS),
        ("E-mail", "email"),
        ("EMAIL ADDRESS", "email"),
        ("Courriel", "email"),
        ("电子邮件", "email"),
        ("Organisation", "office"),
        ("Ministère", "office"),
        ("MINISTERE", "office"),
        ("Fraktion", "office"),
        ("Funktion", "title"),
        ("Job\ntitle", "title"),
        ("должность", "title"),
        ("Anrede", "salutation"),
        ("Formule d’appel", "salutation"),
        ("Pays", "country"),
        ("الدولة", "country"),
        ("Zielgruppe", "audience"),
        ("Copy no.", "copy"),
        ("COPY NO", "copy"),
        ("Copy №", "copy"),
        ("Exemplaire n°", "copy"),
        ("Langue", "language"),
        ("Dateiformate", "formats"),
        ("Freigabe", "clearance"),
        ("姓名", "name"),
        ("ФИО", "name"),
        ("E-mail (official)", "email"),
        ("Language(s)", "language"),
        ("Ministry / Organisation", "office"),
        ("Titre et fonction", "title"),
        ("Name / Country", ""),
        ("Phone (office)", ""),
        ("Telephone", ""),
        ("First name", ""),
        ("", ""),
    ],
)
def test_usual_names_are_known_whatever_their_case_accents_and_signs(name: str, meaning: str) -> None:
    assert usual_meaning(name) == meaning
    assert usual_meaning(f" {name.upper()}: ") == meaning


@pytest.mark.parametrize("name", ["First name", "Nachname", "Prénom", "APELLIDOS", "фамилия"])
def test_parts_of_names_are_known_as_such(name: str) -> None:
    assert is_part_of_name(name)
    assert probable_meaning(name) == ""


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Nmae", "name"),
        ("Emial", "email"),
        ("formts", "formats"),
        ("Salutatoin", "salutation"),
        ("Countrys", "country"),
    ],
)
def test_a_slip_in_a_name_is_recognized(name: str, meaning: str) -> None:
    assert usual_meaning(name) == ""
    assert probable_meaning(name) == meaning


@pytest.mark.parametrize("name", ["Phone", "Notes", "Room", "Seat no.", "x", "Invited"])
def test_other_names_are_no_slips(name: str) -> None:
    assert probable_meaning(name) == ""


def test_a_name_without_letters_is_none() -> None:
    assert plain(" – ") == ""
