from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from briefs.model.versions import Edition
from tests.compose.builders import DRAFT, composed, harbour_composer, template

BODY = "## Issue\n"


def test_the_masthead_is_filled_from_house_front_matter_and_edition(tmp_path: Path) -> None:
    document = composed(tmp_path, BODY)
    assert document.furniture.identity == ("HB/CAP", "4\u00a0May\u00a02010", "Version\u00a00.1", "English")
    assert document.furniture.status == "DRAFT, v0.1"
    assert document.furniture.running_header == ("A timetable", "Brief\u00a0for\u00a0Captains\u00a0· Draft")
    assert document.furniture.distribution == "Distribution:\u00a0Limited"
    assert document.furniture.footer == "HB/CAP\u00a0· Distribution:\u00a0Limited"
    assert document.properties.identifier == "HB/CAP 0.1 draft"


def test_a_cleared_edition_has_lines_of_its_own(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    document = made.compose(template(tmp_path, BODY), Edition("cleared", "1.0", datetime.date(2010, 6, 1)))
    assert document.furniture.distribution == "Distribution:\u00a0General"
    assert document.furniture.identity[1:3] == ("1\u00a0June\u00a02010", "Version\u00a01.0")


def test_a_reference_number_can_hold_version_and_date(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    house = made.house.model_copy(update={"reference": "{code}/{version} of {date}"})
    document = replace(made, house=house).compose(template(tmp_path, BODY), DRAFT)
    assert document.furniture.reference == "CAP/0.1 of 4\u00a0May\u00a02010"


def test_front_matter_says_whether_copies_are_personal_and_otherwise_the_house_does(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    for house, front, is_personal in (
        ("identical", None, False),
        ("identical", "personal", True),
        ("personal", None, True),
        ("personal", "identical", False),
    ):
        one = template(tmp_path, BODY)
        one = replace(one, front=one.front.model_copy(update={"copies": front}))
        composer = replace(made, house=made.house.model_copy(update={"copies": house}))
        assert composer.compose(one, DRAFT).furniture.is_personal == is_personal


def test_properties_say_of_the_file_what_the_masthead_prints(tmp_path: Path) -> None:
    properties = composed(tmp_path, BODY).properties
    assert (properties.date, properties.version, properties.status) == ("2010-05-04", "0.1", "draft")
    assert properties.keywords[:2] == ("captains", "The Harbour Study")
    checklist = template(tmp_path / "checklist", BODY)
    checklist = replace(checklist, front=checklist.front.model_copy(update={"product": "checklist"}))
    properties = harbour_composer(tmp_path)[0].compose(checklist, DRAFT).properties
    assert properties.keywords[:3] == ("captains", "checklist", "The Harbour Study")
