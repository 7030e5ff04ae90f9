"""Columns are read in any order; what is wrong with their names is said once, with how to mend it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from briefs.recipients.list_columns import header_likeness, is_header
from tests.recipients.lists import SETTINGS, hints, read, said, settings


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    cells = {"Name": "Öst", "Anrede": "Dear Öst", "Audience": "captains", "Pays": "Åland"}
    for order in permutations(cells):
        text = f"{';'.join(order)}\n{';'.join(cells[name] for name in order)}\n"
        (one,) = read(tmp_path, text).or_raise()
        assert (one.name, one.salutation, one.audience, one.country) == ("Öst", "Dear Öst", "captains", "Åland")


def test_the_settings_say_what_an_unusual_column_is(tmp_path: Path) -> None:
    own = settings(
        columns={"name": ["Vorname", "Nachname"], "copy": "Stück", "office": ["Haus", "Ref."]}, ignore=["Tel."]
    )
    text = "Nachname,Vorname,Anrede,Audience,STUECK,Stück,Tel.,Haus,Ref.\nÖst,Olga,Dear Öst,captains,x,7,112,Sea,\n"
    found = read(tmp_path, text, by=own)
    assert [(one.name, one.copy, one.office) for one in found.value] == [("Olga Öst", 7, "Sea")]
    assert said(found) == ['1: nothing reads column "STUECK" [column-ignored]']


def test_a_column_that_the_settings_name_counts_before_usual_ones(tmp_path: Path) -> None:
    text = "Name,Full name,Anrede,Audience\nO,Olga Öst,Dear Öst,captains\n"
    found = read(tmp_path, text, by=settings(columns={"name": "Full name"}))
    assert [one.name for one in found.value] == ["Olga Öst"]
    assert said(found) == ['1: nothing reads column "Name" [column-ignored]']


def test_a_column_that_the_settings_name_must_be_there_and_causes_nothing_else(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Name,Anrede,Audience,Ministry\nA,Dear A,captains,x\n", by=settings(columns={"office": "Ministery"})
    )
    assert said(found) == [
        '1: there is no column "Ministery", which distribution.yaml names for "office" [column-missing]'
    ]
    assert hints(found) == ['did you mean "Ministry"?']


def test_a_name_in_two_columns_needs_the_settings(tmp_path: Path) -> None:
    found = read(tmp_path, "Surname,First name,Anrede,Audience\nÖst,Olga,Dear Öst,captains\n")
    assert said(found) == ['1: there is no column "name" [column-missing]']
    assert hints(found)[0].endswith("\n    columns:\n      name: [Surname, First name]")


def test_two_columns_for_one_thing_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "name,name,salutation,audience,Ministry,Party\nA,B,Dear A,captains,x,y\n")
    assert said(found) == [
        '1: column "name" is there twice [column-duplicate]',
        '1: column "Ministry" and column "Party" would both be read as "office" [column-duplicate]',
    ]


def test_a_misspelt_column_is_named_as_it_should_be_and_causes_nothing_else(tmp_path: Path) -> None:
    found = read(tmp_path, "name,salutaton,audience,formts\nA,Dear A,captains,pfd\n")
    assert said(found) == [
        '1: column "salutaton" is not known [column-unknown]',
        '1: column "formts" is not known [column-unknown]',
    ]
    assert hints(found) == ['did you mean "salutation"?', 'did you mean "formats"?']


def test_columns_that_nothing_reads_are_one_warning(tmp_path: Path) -> None:
    found = read(tmp_path, 'name,salutation,audience,Phone,"Seat, row"\nA,Dear A,captains,x,y\n')
    assert said(found) == ['1: nothing reads column "Phone", column "Seat, row" [column-ignored]']
    assert hints(found)[0].endswith('ignore: [Phone, "Seat, row"]')
    assert len(found.value) == 1


def test_a_column_without_a_name_counts_only_if_something_is_in_it(tmp_path: Path) -> None:
    assert said(read(tmp_path, "name,salutation,audience,\nA,Dear A,captains,\n")) == []
    found = read(tmp_path, "name,salutation,audience,\nA,Dear A,captains,x\n")
    assert said(found) == ["1: column 4 has no name [column-unknown]"]


def test_names_of_columns_are_told_from_a_recipient() -> None:
    assert is_header(["Name", "Anrede", "Phone"], SETTINGS)
    assert is_header(["name"], SETTINGS)
    assert is_header(["Wer", "Wie"], settings(columns={"name": "Wer", "salutation": "Wie"}))
    assert not is_header(["Olga Öst", "Office", "clerks"], SETTINGS)
    assert header_likeness(["name", "salutation", "olga@example.org"], SETTINGS) == 0
    assert header_likeness(["name", "@"], SETTINGS) == 1
