"""Lists in YAML are read entry by entry, each mistake on its own line and without the words of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipients.lists import read, said

ENTRY = "  - name: Olga Öst\n    salutation: Dear Chair\n    audience: captains\n"


def problems(folder: Path, text: str) -> list[str]:
    return said(read(folder, text, "recipients.yml"))


def test_a_list_may_stand_at_the_top_or_as_the_field_recipients(tmp_path: Path) -> None:
    for text in (f"recipients:\n{ENTRY}", ENTRY, f"# Our list\n{ENTRY.replace(chr(10) + '    ', chr(10) + '  ')[2:]}"):
        (one,) = read(tmp_path, text, "recipients.yaml").or_raise()
        assert (one.name, one.salutation) == ("Olga Öst", "Dear Chair")
        assert one.row == (1 if text == ENTRY else 2)


def test_values_may_be_written_as_yaml_has_them(tmp_path: Path) -> None:
    text = (
        f"{ENTRY}    formats: [pdf, docx]\n    copy: 17\n    Freigabe: true\n    country:\n    E-Mail: a@example.org\n"
    )
    (one,) = read(tmp_path, text, "recipients.yaml").or_raise()
    assert (one.formats, one.copy, one.clears, one.country, one.email) == (
        ("pdf", "docx"),
        17,
        True,
        "",
        "a@example.org",
    )


def test_each_mistake_is_on_its_own_line(tmp_path: Path) -> None:
    text = (
        f"{ENTRY}    email: olga\n{ENTRY.replace('captains', 'captians')}    copy: none\n    office: {{a: b}}\n"
        "  - Anna\n  - name: B\n"
    )
    assert problems(tmp_path, text) == [
        '4: column "email": the cell is not a mail address: it has no @ [recipient-value]',
        '7: column "audience": "captians" is not an audience [audience-unknown]',
        '8: column "copy": "none" is not the number of a copy [recipient-value]',
        '9: column "office": the cell holds fields or a list [cell-kind]',
        "10: a recipient must have fields [field-invalid]",
        '11: column "salutation": the salutation is missing [recipient-incomplete]',
        '11: column "audience": the audience is missing [recipient-incomplete]',
    ]


def test_an_entry_that_yaml_cannot_read_hides_no_other_and_is_not_quoted(tmp_path: Path) -> None:
    found = read(tmp_path, f'recipients:\n{ENTRY}    office: "Trade\n{ENTRY}    email: olga\n', "recipients.yaml")
    assert [one.code for one in found.problems] == ["yaml-syntax", "recipient-value"]
    assert "Trade" not in str(found.problems)
    assert "Öst" not in str(found.problems)


def test_names_of_fields_are_those_of_columns(tmp_path: Path) -> None:
    text = (
        f"{ENTRY}    nmae: x\n    phone: 17\n{ENTRY.replace('Olga', 'Anna')}    Phone: 18\n"
        "    E-mail: a@example.org\n    e_mail: b@example.org\n"
    )
    assert problems(tmp_path, text) == [
        '4: nothing reads column "nmae", column "phone" [column-ignored]',
        '11: the field "e_mail" is there twice [column-duplicate]',
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "0: nobody is in the list [list-empty]"),
        ("recipients:\n", "0: nobody is in the list [list-empty]"),
        ("[]", "0: nobody is in the list [list-empty]"),
        ("Olga Öst", "1: the file must hold a list of recipients [field-invalid]"),
        ("people:\n- name: A", "1: the file must hold a list of recipients [field-invalid]"),
        ("recipients:\n  name: A\n", "1: the file must hold a list of recipients [field-invalid]"),
        ("- name: &a A\n", "1: YAML cannot read this line [yaml-syntax]"),
    ],
)
def test_a_file_without_a_list_is_told(text: str, message: str, tmp_path: Path) -> None:
    assert problems(tmp_path, text) == [message]


def test_people_in_place_of_the_names_of_fields_are_not_quoted(tmp_path: Path) -> None:
    found = read(tmp_path, "recipients:\n  - Olga Öst: olga@example.org\n  - Anna Ek: anna@example.org\n", "list.yaml")
    assert said(found) == ["2: the fields of the entries do not have the names of columns [column-missing]"]


def test_other_fields_at_the_top_are_told(tmp_path: Path) -> None:
    assert problems(tmp_path, f"recipients:\n{ENTRY}note: x\n") == ["5: this field is not known here [field-unknown]"]


def test_a_slip_in_the_name_of_a_field_is_told_though_other_entries_have_it_right(tmp_path: Path) -> None:
    text = f"recipients:\n{ENTRY}    email: a@example.org\n" + (
        ENTRY.replace("name", "nmae").replace("Olga", "Ola") + "    emial: b@example.org\n"
    )
    assert problems(tmp_path, text) == [
        '6: column "nmae" is not known [column-unknown]',
        '9: column "emial" is not known [column-unknown]',
    ]
