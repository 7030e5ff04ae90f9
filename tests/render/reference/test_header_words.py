"""Words in headers and footers: what is left over, and what is a letterhead's own."""

from __future__ import annotations

import pytest

from briefs.render.reference.header_words import own_words, shortened, take_leftovers, take_own_words
from briefs.word.elements import qn
from tests.render.docx.samples import shown
from tests.render.reference.letterheads import control, field, header, line, text_box, words


@pytest.mark.parametrize(
    "text",
    [
        "XX Month 20XX",
        "[Short title]",
        "Ref: XXXX/2026",
        "Version XX.XX",
        "DD Month YYYY",
        "Date: dd/mm/yyyy",
        "TT.MM.JJJJ",
        "00/00/0000",
        "<Name of the office>",
        "«First_Name»",
        "{{ title }}",
        "%TITLE%",
        "Tel. ________",
        "File ............",
        "Click or tap here to enter text.",
        "Click here to enter a date",
        "Type the document title",
        "Insert your department here",
        "Choose an item.",
        "Your organisation name",
        "Cliquez ou appuyez ici pour entrer du texte.",
        "Klicken Sie hier, um Text einzugeben.",
        "Haga clic aquí para escribir texto.",
        "Lorem ipsum dolor",
    ],
)
def test_prompts_are_left_over(text: str) -> None:
    made = header(line(text) + line("stays"))
    assert take_leftovers(made) == [shortened(text)]
    assert shown(made) == "stays"


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Water, 1 Quay Street",
        "Via XX Settembre 97, 00187 Roma",
        "Chapter XX",
        "Est. 1920 – Rue de l’Église [1]",
        "a < b > c",
        "Tel. +41 22 000 00 00 / www.example.org",
        "Liberté · Égalité · Fraternité « en tout lieu »",
        "Annual report 2026",
        "Your Europe",
    ],
)
def test_the_words_of_a_letterhead_are_its_own(text: str) -> None:
    made = header(line(text))
    assert take_leftovers(made) == []
    assert own_words(made) == [text]
    assert take_own_words(made) == [shortened(text)]
    assert shown(made) == ""


@pytest.mark.parametrize(
    ("instruction", "said"),
    [
        ("DATE", '"Printed x" from DATE'),
        ("FILENAME \\p", '"Printed x" from FILENAME'),
        ("STYLEREF Date", '"Printed x" from STYLEREF'),
        ("DOCPROPERTY Department", '"Printed x" from DOCPROPERTY'),
        ("MERGEFIELD Name", '"Printed x" from MERGEFIELD'),
        ("LASTSAVEDBY", '"Printed x" from LASTSAVEDBY'),
    ],
)
def test_a_field_that_has_nothing_to_show_is_left_over_with_its_label(instruction: str, said: str) -> None:
    made = header(line("Printed ", field(instruction, "x"), "<w:r><w:tab/></w:r>", "Ministry"))
    assert take_leftovers(made) == [said]
    assert shown(made).strip() == "Ministry"
    assert not list(made.iter(qn("w:fldChar"), qn("w:instrText")))


def test_page_numbers_and_properties_of_the_brief_stay() -> None:
    made = header(line("Page ", field("PAGE", "2"), " of ", field("NUMPAGES", "3")) + line(field("TITLE", "T")))
    assert take_leftovers(made) == []
    assert own_words(made) == []
    assert take_own_words(made) == []
    assert [shown(p) for p in made.iter(qn("w:p"))] == ["23", "T"]


def test_words_beside_a_page_number_that_say_more_than_page_are_own_words() -> None:
    made = header(line("Report of the Ministry, page ", field("PAGE", "2")))
    assert own_words(made) == ["Report of the Ministry, page"]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:showingPlcHdr/><w:text/>",
        '<w:date w:fullDate="2001-01-01T00:00:00Z"/>',
        "<w:dropDownList/>",
        "<w:comboBox/>",
        "<w14:checkbox/>",
    ],
)
def test_controls_that_somebody_is_to_fill_in_are_left_over(properties: str) -> None:
    made = header(line(control(properties, words("Finance"))) + line("stays"))
    assert take_leftovers(made) == ['"Finance"']
    assert not list(made.iter(qn("w:sdt")))


def test_text_in_the_style_of_prompts_is_left_over() -> None:
    prompt = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Office</w:t></w:r>'
    assert take_leftovers(header(line(prompt) + line("stays"))) == ['"Office"']


def test_placeholders_of_briefs_are_neither() -> None:
    made = header(line(control('<w:tag w:val="running_header"/><w:showingPlcHdr/>', words("[Running header]"))))
    assert take_leftovers(made) == []
    assert own_words(made) == []
    assert len(list(made.iter(qn("w:sdt")))) == 1


def test_a_prompt_in_several_runs_is_found() -> None:
    assert take_leftovers(header(line("[Short", " ti", "tle]") + line("stays"))) == ['"[Short title]"']


def test_a_text_box_is_searched_and_named_once() -> None:
    made = header(line(text_box(line("[Date]"))) + line("stays"))
    assert take_leftovers(made) == ['"[Date]"']
    assert shown(made) == "stays"


def test_deleted_words_do_not_count() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>[Date]</w:delText></w:r></w:del>'
    assert take_leftovers(header(line(gone, "stays"))) == []


def test_a_broken_field_is_left_over() -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert take_leftovers(header(line(end) + line("stays"))) == ["a broken field"]


def test_long_words_are_shortened() -> None:
    assert shortened("Ministry " * 20) == f'"{("Ministry " * 20)[:60].rstrip()} …"'
