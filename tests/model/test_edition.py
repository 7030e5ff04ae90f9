from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.diagnostics import Place
from briefs.model.edition import Colour, Date, FrontMatter, Name, PerStatus, Product, Template, name_like
from briefs.model.mistakes import Mistake
from briefs.model.written_versions import Version

FRONT = FrontMatter.model_validate(
    {**dict.fromkeys(("reader", "series", "title", "code", "short_title", "subject"), "x")}
    | {"audience": "ministers", "pages": 1}
)


def test_lines_of_the_body_and_fields_of_the_front_matter_have_places_in_the_file() -> None:
    template = Template("ministers.md", FRONT, "## A\n", 12, {"pages": 9})
    assert [template.body_place(line) for line in (1, 3, 0)] == [
        Place("ministers.md", 12),
        Place("ministers.md", 14),
        Place("ministers.md"),
    ]
    assert (template.place_of("pages"), template.place_of("words")) == (Place("ministers.md", 9), Place("ministers.md"))


def test_a_line_is_that_of_the_status() -> None:
    line = PerStatus(draft="Limited", cleared="General")
    assert (line.of("draft"), line.of("cleared")) == ("Limited", "General")


def test_a_date_is_written_as_one_and_never_taken_from_a_number() -> None:
    dates: TypeAdapter[datetime.date] = TypeAdapter(Date)
    assert dates.validate_python("2026-03-12") == datetime.date(2026, 3, 12)
    with pytest.raises(ValidationError, match='"20260312" is not a date of the form YYYY-MM-DD'):
        dates.validate_python(20260312)


@pytest.mark.parametrize("colour", ["1F3A5F", "#1F3A5", "#1F3A5G", "red"])
def test_a_colour_has_six_digits_or_letters(colour: str) -> None:
    with pytest.raises(ValidationError, match="such as #1F3A5F"):
        TypeAdapter(Colour).validate_python(colour)


@pytest.mark.parametrize(
    ("annotation", "value"), [(Version, "1.0 beta"), (Version, ".1"), (Name, "Ministers"), (Name, "")]
)
def test_what_names_files_holds_nothing_that_a_file_name_cannot(annotation: Any, value: str) -> None:
    with pytest.raises(ValidationError, match=r"is not a version|cannot be the name of an audience"):
        TypeAdapter(annotation).validate_python(value)


@pytest.mark.parametrize(
    ("colour", "message"),
    [
        ("#FFFFFF", "its contrast there is 1.0:1 and must be 4.5:1, as that of #707070 is"),
        ("#FFE9A8", "must be 4.5:1, as that of #"),
        ("white", "a colour is # and six digits"),
        ("#767676", "too light to be read on white and in boxes: its contrast there is 4.2:1"),
    ],
)
def test_an_accent_is_read_on_white(colour: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        TypeAdapter(Colour).validate_python(colour)


@pytest.mark.parametrize(
    ("annotation", "written", "meant"),
    [
        (Colour, "navy", '"#000080"'),
        (Colour, "dark blue", '"#00008B"'),
        (Colour, "#036", '"#003366"'),
        (Colour, "1F3A6B", '"#1F3A6B"'),
        (Colour, 123456, '"#123456"'),
        (Colour, "rgb(31, 58, 107)", '"#1F3A6B"'),
        (Colour, "31, 58, 107", '"#1F3A6B"'),
        (Colour, "#1F3A6BFF", '"#1F3A6B"'),
        (Colour, "red", '"#DE0000"'),
        (Colour, "#FFE9A8", '"#8F6B00"'),
        (Colour, "house blue", ""),
        (Name, "City Mayors", "city-mayors"),
        (Name, "city_mayors", "city-mayors"),
        (Name, "Députés 2", "deputes-2"),
        (Name, 27, ""),
        (Product, "Check List", "checklist"),
        (Version, "v 0.3", "0.3"),
        (Version, "1.0 beta", "1.0-beta"),
        (Date, "23/11/2026", "2026-11-23"),
        (Date, "tomorrow", ""),
    ],
)
def test_a_mistake_shows_the_value_that_was_meant(annotation: Any, written: object, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(annotation).validate_python(written)
    mistake = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(mistake, Mistake)
    assert mistake.meant == meant


def test_what_is_like_the_name_of_an_audience_can_be_one() -> None:
    assert [name_like(text) for text in ("City  Mayors!", "2nd Readers", "中文")] == ["city-mayors", "nd-readers", ""]
