"""The house of a report, in layers: what every report has, its issuer, and what is its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefs.compose.house_files import Layer, LayeredHouse, read_house
from briefs.files.yaml import Lines
from briefs.model.diagnostics import Checked, DocumentError
from tests.builders import HOUSE

GENERAL, OWN = "templates/house.yaml", "seeds/harbour/house.yaml"
ISSUER = Layer("seeds/harbour/report.yaml", {"issuer": "Harbour Board"}, Lines({(): 1, ("issuer",): 2}))
REST = HOUSE.replace("issuer: Harbour Board\n", "").replace("contact: Harbour Board, East Quay\n", "")
"""The house without what belongs to an issuer, but with a reference number."""


def read(
    tmp_path: Path, general: str | None, own: str | None = None, issuer: Layer | None = ISSUER
) -> Checked[LayeredHouse]:
    for name, text in ((GENERAL, general), (OWN, own)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
    return read_house(tmp_path / GENERAL, tmp_path / OWN, issuer, tmp_path)


def wrong(tmp_path: Path, general: str | None, own: str | None = None, issuer: Layer | None = ISSUER) -> str:
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, general, own, issuer)
    return str(caught.value)


def test_a_report_without_a_house_of_its_own_has_the_general_one(tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE).or_raise()
    assert made.house.distribution.cleared == "General"
    assert (made.house.issuer, made.house.contact and made.house.contact.name) == (
        "Harbour Board",
        "Harbour Board, East Quay",
    )


def test_what_belongs_to_an_issuer_may_be_missing(tmp_path: Path) -> None:
    made = read(tmp_path, REST.replace("reference: HB/{code}\n", "")).or_raise().house
    assert (made.contact, made.reference, made.logo, made.attribution) == (None, None, None, None)


def test_a_field_counts_where_the_last_file_has_it(tmp_path: Path) -> None:
    own = "offices:\n  - Clerk\nreference: VC/{code}\nissuer: Valley Council\n"
    made = read(tmp_path, HOUSE, own).or_raise()
    assert (made.house.issuer, made.house.reference, made.house.offices) == ("Valley Council", "VC/{code}", ("Clerk",))
    assert str(made.house.date) == "2010-05-04"
    assert str(made.place("offices")) == f"{OWN}:1"
    assert str(made.place("offices", "more")) == f"{OWN}:1"
    assert str(made.place("issuer")) == f"{OWN}:4"
    assert str(made.place("version", "cleared")) == f"{GENERAL}:6"
    assert str(made.place("logo", "file")) == f"{GENERAL}:1"


def test_the_issuer_of_the_report_comes_before_that_of_the_general_house(tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE).value
    assert str(made.place("issuer")) == "seeds/harbour/report.yaml:2"


def test_parts_of_a_field_are_not_taken_from_two_files(tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE, "contact: {email: a@example.org}").or_raise().house
    assert made.contact is not None
    assert (made.contact.name, made.contact.email) == (None, "a@example.org")
    assert wrong(tmp_path, HOUSE, "\nstatus:\n  draft: Draft\n") == (
        f'{OWN}:2: error: required field "cleared" is missing [field-missing]\n  hint: required here: draft, cleared'
    )


@pytest.mark.parametrize("nothing", ["", " null", " ~"])
def test_null_removes_a_field(nothing: str, tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE, f"contact:{nothing}\nreference:{nothing}\noffices:{nothing}").or_raise().house
    assert (made.contact, made.reference, made.offices) == (None, None, ())


def test_what_every_brief_needs_cannot_be_removed(tmp_path: Path) -> None:
    assert wrong(tmp_path, HOUSE, "offices: []\ndate: null") == (
        f'{OWN}:2: error: "date" is empty [field-invalid]\n'
        "  hint: write a value after it: date of the edition (YYYY-MM-DD); --date overrides it"
    )


def test_a_mistake_has_the_place_where_it_is_written(tmp_path: Path) -> None:
    own = "contact:\n  email: nobody\nlangage: en"
    general = HOUSE.replace("2010-05-04", "2010-13-04").replace("draft: Lim", "x: Lim")
    assert wrong(tmp_path, general, own) == (
        f'{GENERAL}:7: error: "date": "2010-13-04" is not a date: there is no month 13 [field-invalid]\n'
        "  hint: write\n    date: 2010-04-13\n"
        f'{GENERAL}:10: error: unknown field "x" [field-unknown]\n  hint: did you mean "draft"?\n'
        "    distribution: {draft: Limited, cleared: General}\n"
        f'{OWN}:2: error: "contact email": "nobody" is not an email address such as info@example.org [field-invalid]\n'
        f'{OWN}:3: error: unknown field "langage" [field-unknown]\n  hint: did you mean "language"?\n    language: en'
    )


def test_what_another_file_overrules_is_not_wrong_for_this_report(tmp_path: Path) -> None:
    assert read(tmp_path, HOUSE.replace("2010-05-04", "May"), "date: 2011-01-02").or_raise().house.date.year == 2011


@pytest.mark.parametrize("date", ["20100504", "1272931200", "2010-05-04T10:00", "4 May 2010"])
def test_a_date_that_is_not_written_as_one_is_reported(tmp_path: Path, date: str) -> None:
    assert wrong(tmp_path, HOUSE.replace("date: 2010-05-04", f"date: {date}")).startswith(
        f'{GENERAL}:7: error: "date": "{date}" is not a date of the form YYYY-MM-DD [field-invalid]\n  hint: write'
    )


def test_either_file_is_enough_and_none_is_too_little(tmp_path: Path) -> None:
    assert read(tmp_path / "own", None, HOUSE).or_raise().place("date").path == OWN
    assert wrong(tmp_path / "none", None) == f"{GENERAL}: error: the file does not exist [file-missing]"
    assert f'{GENERAL}:1: error: required field "language" is missing' in wrong(tmp_path / "empty", "")
    assert f"{GENERAL}:1: error: " in wrong(tmp_path / "list", "- issuer")


def test_what_a_file_that_cannot_be_read_may_say_is_not_missing(tmp_path: Path) -> None:
    lines = wrong(tmp_path, 'issuer: "x\n', "logo: {file: x.svg}\n").splitlines()
    assert [line.partition(" ")[0] for line in lines if not line.startswith("  ")] == [
        f"{GENERAL}:1:",
        f"{OWN}:1:",
        f"{OWN}:1:",
    ]


def test_without_its_report_a_house_lacks_no_issuer(tmp_path: Path) -> None:
    assert 'issuer" is missing' not in wrong(tmp_path, REST.replace("date: 2010-05-04\n", ""), issuer=None)
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, REST, issuer=None)
    assert caught.value.diagnostics == ()


@pytest.mark.parametrize("field", ["contact", "logo", "attribution"])
def test_a_field_that_a_file_leaves_empty_says_nothing(field: str, tmp_path: Path) -> None:
    assert getattr(read(tmp_path, f"{REST}{field}:\n").or_raise().house, field) is None


def test_the_former_name_of_a_field_still_counts(tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE, "chatham_house: Nobody is named.")
    assert made.value.house.attribution == "Nobody is named."
    assert [str(problem) for problem in made.problems] == [
        f'{OWN}:1: warning: the field "chatham_house" is now called "attribution" [field-renamed]\n'
        '  hint: write "attribution:" for "chatham_house:"'
    ]
    assert str(made.value.place("attribution")) == f"{OWN}:1"
    assert 'unknown field "chatham_house"' in wrong(tmp_path, HOUSE, "chatham_house: x\nattribution: y")


def test_a_former_name_gives_way_to_the_new_one_in_a_later_file(tmp_path: Path) -> None:
    made = read(tmp_path, f"{HOUSE}chatham_house: Nobody is named.\n", "attribution: null")
    assert made.value.house.attribution is None


def test_the_house_of_another_issuer_is_a_warning(tmp_path: Path) -> None:
    general = HOUSE.replace("issuer: Harbour Board", "issuer: Lighthouse Trust") + "attribution: Nobody is named.\n"
    made = read(tmp_path, general)
    assert made.value.house.issuer == "Harbour Board"
    assert [str(problem) for problem in made.problems] == [
        f'{GENERAL}:1: warning: briefs have the issuer that seeds/harbour/report.yaml names, "Harbour Board", not '
        '"Lighthouse Trust", but contact, reference and attribution from here [house-of-another]\n'
        f'  hint: if "Lighthouse Trust" issues them, write this into {OWN}:\n    issuer: Lighthouse Trust\n'
        '  otherwise move what is only about "Lighthouse Trust" into house.yaml in the folder of its report'
    ]
    own = "contact: null\nreference: null\nattribution: null"
    assert '"Lighthouse Trust" [house-of-another]' in str(read(tmp_path, general, own).problems[0])
    assert read(tmp_path, general, f"issuer: Lighthouse Trust\n{own}").problems == ()


def test_a_character_is_found_only_where_it_counts(tmp_path: Path) -> None:
    made = read(tmp_path, HOUSE.replace("Limited", "Limité"), "offices:\n  - Privé\nreference: null").value
    assert str(made.place_with("é")) == f"{GENERAL}:10"
    assert str(made.place_with("v")) == f"{GENERAL}:8"
    assert made.place_with("/") is None
    assert yaml.safe_load(HOUSE)["reference"] == "HB/{code}"
