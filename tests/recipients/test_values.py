"""Values of cells are read as people write them, and the nearest one is named where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from briefs.model.mistakes import Mistake
from briefs.recipients import values
from briefs.recipients.values import UnknownAudience

AUDIENCES = ("ministers", "city-mayors")


def wrong(read: Any, *arguments: Any) -> tuple[str, str]:
    with pytest.raises(Mistake) as raised:
        read(*arguments)
    return raised.value.message, raised.value.hint


@pytest.mark.parametrize("written", ["city-mayors", "City Mayors", "CITY-MAYORS", " city mayors "])
def test_an_audience_may_be_written_as_words(written: str) -> None:
    assert values.audience(written, AUDIENCES) == "city-mayors"


def test_an_unknown_audience_is_named_with_the_nearest() -> None:
    assert wrong(values.audience, "Minsters", AUDIENCES) == (
        '"Minsters" is not an audience',
        'did you mean "ministers"?',
    )
    assert wrong(values.audience, "x", AUDIENCES)[1] == "known: city-mayors, ministers"
    with pytest.raises(UnknownAudience):
        values.audience("部长", AUDIENCES)


def test_an_address_in_a_wrong_column_is_not_quoted() -> None:
    for read, more in ((values.audience, [AUDIENCES]), (values.formats, []), (values.language, [()])):
        assert wrong(read, "olga@example.org", *more)[0].startswith("this is not")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pdf", ("pdf",)),
        ("PDF, Docx", ("pdf", "docx")),
        (".html;pdf/docx", ("html", "pdf", "docx")),
        ("pdf and docx and pdf", ("pdf", "docx")),
        ("pdf+html", ("pdf", "html")),
    ],
)
def test_formats_may_be_separated_in_any_way(written: str, meant: tuple[str, ...]) -> None:
    assert values.formats(written) == meant


def test_a_format_is_named_by_its_ending() -> None:
    assert wrong(values.formats, "pdf, Word") == ('"Word" is not a format', 'write "docx"')
    assert wrong(values.formats, "pfd")[1] == 'did you mean "pdf"?'
    assert wrong(values.formats, 17)[0] == "holds a number, where words are needed"


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("en-GB", ("en-GB",), "en-GB"),
        ("EN_gb", ("en-GB",), "en-GB"),
        ("en", ("en-GB",), "en"),
        ("en-us", ("en-GB",), "en-US"),
        ("zh-hans-cn", (), "zh-Hans-CN"),
        ("FR", (), "fr"),
    ],
)
def test_a_language_has_the_usual_case(written: str, known: tuple[str, ...], meant: str) -> None:
    assert values.language(written, known) == meant


def test_a_language_must_be_one_in_which_there_is_something() -> None:
    assert wrong(values.language, "fr", ("en-GB",)) == ('there is nothing in the language "fr"', "known: en-GB")
    assert wrong(values.language, "English", ()) == (
        '"English" is not the tag of a language',
        "write a tag (BCP 47) such as en-GB",
    )
    assert wrong(values.language, "xx", ("en-GB", "en-IE"))[1] == "write en-GB or en-IE"


@pytest.mark.parametrize("written", ["17", 17, 17.0, "017", "No. 17", "#17", "№ 17", " 17 "])
def test_the_number_of_a_copy_may_have_a_sign_before_it(written: str | float) -> None:
    assert values.copy_number(written) == 17


@pytest.mark.parametrize("written", ["0", 0, -3, "1.5", 1.5, "seventeen", "17/194", "1e3", 10**12, float("inf")])
def test_a_copy_has_a_whole_number_from_1_on(written: str | float) -> None:
    assert wrong(values.copy_number, written)[1] == "write a whole number from 1 on"


def test_the_words_for_yes_and_no_are_those_of_the_office() -> None:
    assert {values.clearance(one) for one in ("yes", "X", "oui", "Ja", "TRUE", True, 1, 1.0, "да")} == {True}
    assert {values.clearance(one) for one in ("no", "nein", "-", False, 0, "non")} == {False}
    assert wrong(values.clearance, "perhaps")[0] == "must be yes or no"
    assert wrong(values.clearance, 7)[0] == "holds a number, where yes or no is needed"


def test_an_address_is_kept_in_its_usual_form() -> None:
    assert values.address(" Olga@EXAMPLE.org ") == "Olga@example.org"
    assert wrong(values.address, "olga")[0] == "is not a mail address: it has no @"
