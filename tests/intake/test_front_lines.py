from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.intake.front_lines import COPYRIGHT, front_lines, imprint_lines, is_body, kind_of_line, over_everything
from briefs.intake.intake_words import intake_words
from tests.intake.reports import heading, part, received


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "International Catholic Migration Commission (ICMC)"),
        ("en", "Ministry of Health, Uganda"),
        ("en", "UNITED NATIONS"),
        ("en", "Alliance of Coastal Towns (ACT)"),
        ("en", "CITY OF LARKHAVEN"),
        ("fr", "Ministère de la transition écologique"),
        ("fr", "Cour des comptes"),
        ("es", "INSTITUTO NACIONAL DE ESTADÍSTICA"),
        ("de", "Umweltbundesamt"),
        ("de", "Bundesministerium für Gesundheit"),
        ("nl", "Algemene Rekenkamer"),
        ("ru", "Министерство финансов"),
        ("ar", "منظمة الصحة العالمية"),
        ("zh", "世界卫生组织"),
    ],
)
def test_a_name_with_a_word_for_bodies_is_that_of_a_body(language: str, name: str) -> None:
    assert is_body(name, intake_words(language))


@pytest.mark.parametrize(
    "text",
    [
        "Guided Imagery in Group Psychotherapy",
        "Office Open XML",
        "Group",
        "City of Larkhaven Climate Action Plan",
        "Our Council members and the community",
        "Source: World Bank",
        "The council met in March and the agency reported.",
        "the Council",
    ],
)
def test_words_for_bodies_in_other_places_name_none(text: str) -> None:
    assert not is_body(text, intake_words("en"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Geneva, 12 March 2010", "date"),
        ("www.icmc.net", "address"),
        ("Tel. +41 22 919 10 20", "address"),
        ("A/HRC/50/23", "furniture"),
        ("ISBN 978-1-2345-6789-7", "furniture"),
        ("12", "furniture"),
        ("Edited by Ada Brook", "person"),
        ("Dr. Ada Brook", "person"),
        ("Final report", "kind of report"),
        ("Valley Council", "body"),
        ("Water for the Valley", "words"),
    ],
)
def test_each_line_of_a_title_page_has_its_kind(text: str, kind: str) -> None:
    assert kind_of_line(text, intake_words("en")) == kind


def test_the_front_is_what_stands_before_the_first_heading() -> None:
    report = received(
        part("title", "Water"), "Valley Council", "x" * 500, heading("I. Introduction"), "Text.", heading("II. More")
    )
    assert [line.text for line in front_lines(report, intake_words("en"))] == ["Water", "Valley Council"]


def test_a_title_in_capitals_stands_by_itself_over_other_lines_of_its_paragraph() -> None:
    capitals = part("title", "DEEP WATER Report of the Valley Council, 2010", first_line="DEEP WATER")
    wrapped = part("title", "DEEP WATER FOR ALL VILLAGES", first_line="DEEP WATER")
    for one, lines in ((capitals, ["DEEP WATER", "Report of the Valley Council, 2010"]), (wrapped, [wrapped.text])):
        report = received(replace(one, lines=(1, 2)), heading("I. Introduction"))
        assert [line.text for line in front_lines(report, intake_words("en"))] == lines


def test_a_heading_over_everything_is_part_of_the_front() -> None:
    report = received(heading("Water"), "Valley Council", heading("Why", 2), "Text.", heading("How", 2))
    assert over_everything(report) is report.headings[0]
    assert [line.text for line in front_lines(report, intake_words("en"))] == ["Valley Council"]
    assert over_everything(received(heading("One"), heading("Two"))) is None


def test_an_imprint_may_stand_at_the_end() -> None:
    report = received(*("Text." for _ in range(100)), "© 2010 Valley Council")
    assert imprint_lines(report, intake_words("en"))[-1].text == "© 2010 Valley Council"


def test_a_paragraph_of_a_law_is_no_copyright() -> None:
    assert COPYRIGHT.search("(c) 2010 Valley Council")
    assert COPYRIGHT.search("(c) Valley Council, 2010")
    assert not COPYRIGHT.search("28 C.F.R. § 600.8(c) 2010")


def test_an_item_of_a_list_is_no_copyright() -> None:
    assert not COPYRIGHT.search("(c) The Valley Council should publish its accounts every month.")
    assert not COPYRIGHT.search("(c) The Valley Council should publish its accounts. It did so in 2010")
