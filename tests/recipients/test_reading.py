"""Lists of recipients are read as people write them, and everything wrong with them is said at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from tests.recipients.lists import AUDIENCES, HEAD, hints, read, said, settings, workbook

NAMES = (
    "Ó RÍORDÁIN",
    "PEDULLA'",
    "Ms de LANGE",
    "GARCÍA HERMIDA-VAN DER WALLE",
    "ŞOŞOACĂ",
    "فاطمة الزهراء",
    "张伟",
    "Иван Петров-Водкин",
    "Nguyễn Thị Minh Khai",
    "ʻAkauʻola",
    'Anna "Anki" Öst',
    "Smith, Jr.",
    "می‌خواهم",
)


def test_names_stay_as_they_are_in_every_kind_of_file(tmp_path: Path) -> None:
    rows = [
        (name, "Dear reader", "captains", f"reader{number}@example.org", "Office, of Trade")
        for number, name in enumerate(NAMES)
    ]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    yaml = "".join(
        f"- name: {json.dumps(name, ensure_ascii=False)}\n  salutation: {salutation}\n"
        f"  audience: {audience}\n  email: {email}\n  office: {office}\n"
        for name, salutation, audience, email, office in rows
    )
    files: dict[str, str | bytes] = {
        "recipients.csv": "\n".join((HEAD, *quoted)),
        "recipients.xlsx": workbook([HEAD.split(","), *rows]),
        "recipients.yaml": yaml,
    }
    for file, content in files.items():
        found = read(tmp_path, content, file)
        assert said(found) == [], file
        assert tuple(one.name for one in found.value) == NAMES
        assert {one.office for one in found.value} == {"Office, of Trade"}
        assert {(one.path, one.audience) for one in found.value} == {(file, "captains")}


def test_every_cell_of_a_row_has_its_place_in_the_recipient(tmp_path: Path) -> None:
    text = (
        "Copy no.;E-Mail;Anrede;Name;Funktion;Organisation;Pays;Zielgruppe;Sprache;Formate;Freigabe\n"
        "17;Chair@EXAMPLE.org;Sehr geehrte Frau Öst;Öst;Ministerin;Amt;Schweden;Captains;de;PDF + docx;ja\n"
    )
    (one,) = read(tmp_path, text).or_raise()
    assert (one.copy, one.email, one.salutation, one.name) == (17, "Chair@example.org", "Sehr geehrte Frau Öst", "Öst")
    assert (one.title, one.office, one.country, one.audience) == ("Ministerin", "Amt", "Schweden", "captains")
    assert (one.language, one.formats, one.clears, one.path, one.row) == (
        "de",
        ("pdf", "docx"),
        True,
        "recipients.csv",
        2,
    )


def test_whatever_is_not_written_is_empty(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "name,salutation\nÖst,Dear Chair\n", audiences=["captains"]).or_raise()
    assert (one.audience, one.email, one.formats, one.copy, one.language, one.clears) == (
        "captains",
        "",
        (),
        None,
        "",
        False,
    )


def test_all_wrong_cells_of_all_rows_are_said_at_once_and_no_cell_about_a_person_is_quoted(tmp_path: Path) -> None:
    text = (
        "name,salutation,audience,email,office,language,formats,copy,clearance\n"
        "Olga Öst,,captain,olga,=Trade,xx,pfd,nought,perhaps\n"
        ",Dear Chair,clerks,@example.org,Sea,en,word,0,no\n"
        'Olga Öst,Dear Chair,,"a@example.org, b@example.org",Sea,en_gb,"pdf; html",3,\n'
    )
    found = read(tmp_path, text)
    assert said(found) == [
        '2: column "salutation": the salutation is missing [recipient-incomplete]',
        '2: column "audience": "captain" is not an audience [audience-unknown]',
        '2: column "email": the cell is not a mail address: it has no @ [recipient-value]',
        '2: column "office": the cell begins with "=", as formulas do [cell-kind]',
        '2: column "language": "xx" is not the tag of a language [recipient-value]',
        '2: column "formats": "pfd" is not a format [recipient-value]',
        '2: column "copy": "nought" is not the number of a copy [recipient-value]',
        '2: column "clearance": the cell must be yes or no [recipient-value]',
        '3: column "name": the name is missing [recipient-incomplete]',
        '3: column "email": the cell is not a mail address: nothing stands before the @ [recipient-value]',
        '3: column "formats": "word" is not a format [recipient-value]',
        '3: column "copy": 0 is not the number of a copy [recipient-value]',
        '4: column "audience": the audience is missing [recipient-incomplete]',
        '4: column "email": the cell holds more than one address [recipient-value]',
    ]
    assert found.value == ()
    assert all(hints(found))
    for secret in ("Olga", "Öst", "olga", "Trade", "a@example.org", "perhaps"):
        assert secret not in str([str(one) for one in found.problems])


def test_rows_that_are_right_are_kept_beside_wrong_ones(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}\nA,Dear A,captains,,\nB,,captains,,\n")
    assert [one.name for one in found.value] == ["A"]
    assert said(found) == ['3: column "salutation": the salutation is missing [recipient-incomplete]']


def test_one_audience_may_count_for_all(tmp_path: Path) -> None:
    text = "name,salutation,audience\nA,Dear A,\nB,Dear B,clerks\n"
    found = read(tmp_path, text, by=settings(audience="captains"))
    assert [one.audience for one in found.or_raise()] == ["captains", "clerks"]
    assert said(read(tmp_path, "name,salutation\nA,Dear A\n")) == ['1: there is no column "audience" [column-missing]']


def test_the_audience_of_the_settings_must_be_one_if_it_counts(tmp_path: Path) -> None:
    found = read(tmp_path, "name,salutation\nA,Dear A\n", by=settings(audience="captain"))
    assert [str(one).splitlines() for one in found.problems] == [
        [
            'templates/distribution.yaml: error: "audience": "captain" is not an audience [audience-unknown]',
            '  hint: did you mean "captains"?',
        ]
    ]
    found = read(tmp_path, "name,salutation,audience\nA,Dear A,clerks\nB,Dear B,\n", by=settings(audience="captain"))
    assert said(found) == ['3: column "audience": the audience is missing [recipient-incomplete]']


def test_a_missing_column_is_said_once_and_not_for_each_row(tmp_path: Path) -> None:
    found = read(tmp_path, "name,audience,office\nA,captains,x\nB,captains,x\nB,captains,x\n")
    assert said(found) == ['1: there is no column "salutation" [column-missing]']
    assert found.value == ()


@pytest.mark.parametrize(
    "top", ["Olga Öst,Dear Chair,captains\n", "Olga Öst,olga@example.org,name,salutation\n", "List of the Office\n"]
)
def test_a_first_row_without_names_of_columns_is_not_quoted(top: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{top}Anna Ek,Dear Ek,clerks\n")
    assert said(found)[0] == "1: the first row does not hold the names of the columns [column-missing]"
    assert "Öst" not in str(found.problems)


def test_the_names_of_columns_are_looked_for_below(tmp_path: Path) -> None:
    content = workbook([["Recipients of the brief"], [], ["name", "salutation"], ["A", "Dear A"]])
    (found,) = read(tmp_path, content, "list.xlsx").problems
    assert found.hint == "they seem to be in row 3: remove what stands above it"


@pytest.mark.parametrize("text", ["", "\n \n", ";;;\n;;;", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(text: str, tmp_path: Path) -> None:
    assert said(read(tmp_path, text)) == ["0: the file is empty [list-empty]"]


@pytest.mark.parametrize("rows", ["", "\n,,,,\n  ,,,,\n"])
def test_a_list_of_nobody_is_said_to_be_one(rows: str, tmp_path: Path) -> None:
    assert said(read(tmp_path, HEAD + rows)) == ["1: nobody is in the list [list-empty]"]


def test_blank_rows_are_nobody(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}\n\n,,,,\nA,Dear A,captains,,\n   \n")
    assert [one.row for one in found.or_raise()] == [4]


def test_what_is_there_twice_is_said_even_in_rows_with_other_mistakes(tmp_path: Path) -> None:
    found = read(tmp_path, "name,salutation,audience,copy\nA,Dear A,captains,1\nB,,captains,1\n")
    assert [one.code for one in found.problems] == ["recipient-incomplete", "copy-taken"]


def test_a_list_outside_the_project_is_named_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    from briefs.recipients.reading import read_recipients

    found = read_recipients(tmp_path / "no.csv", settings(), AUDIENCES, (), tmp_path / "project")
    assert [(one.place.path, one.code) for one in found.problems] == [
        ((tmp_path / "no.csv").as_posix(), "file-missing")
    ]


def test_what_cannot_be_opened_is_no_mistake_in_the_list(tmp_path: Path) -> None:
    from briefs.recipients.reading import read_recipients

    with pytest.raises(BriefsError, match="cannot read"):
        read_recipients(tmp_path, settings(), AUDIENCES, (), tmp_path.parent)


@pytest.mark.slow
def test_a_hundred_thousand_recipients_are_read_in_seconds(tmp_path: Path) -> None:
    import time

    rows = (f"Öst {n},Dear Öst,captains,office.{n}@ministry.example.org,Office {n}" for n in range(100_000))
    text = "\n".join((HEAD, *rows))
    start = time.process_time()
    assert len(read(tmp_path, text).or_raise()) == 100_000
    assert time.process_time() - start < 30
