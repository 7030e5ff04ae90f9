"""Document properties."""

from __future__ import annotations

import pytest
from lxml import etree

from briefs.word.properties import (
    core_properties,
    core_values,
    custom_properties,
    custom_values_of,
    extended_properties,
    saved_by,
)
from tests.render.docx.samples import PROPERTIES


def test_core_properties_say_who_what_and_when() -> None:
    values = {etree.QName(child).localname: child.text for child in core_properties(PROPERTIES, "Brief for Ministers")}
    assert values == {
        "title": "Title of the brief",
        "subject": "Brief for Ministers",
        "creator": "Issuer",
        "keywords": "migration, governance",
        "identifier": "B/2-ministers-en",
        "language": "en-GB",
        "lastModifiedBy": "Issuer",
        "category": "Brief for Ministers",
        "contentStatus": "Draft",
        "version": "0.3",
        "created": "2026-03-12T00:00:00Z",
        "modified": "2026-03-12T00:00:00Z",
    }


def test_extended_properties_name_only_the_program() -> None:
    assert [child.text for child in extended_properties("briefs")] == ["briefs"]


def test_custom_properties_have_ids_from_two() -> None:
    made = custom_properties({"Audience": "ministers", "Status": "draft"})
    assert [(child.get("pid"), child.get("name"), child[0].text) for child in made] == [
        ("2", "Audience", "ministers"),
        ("3", "Status", "draft"),
    ]


def test_what_is_written_is_read() -> None:
    values = {"Audience": "ministers", "Status": "draft"}
    assert custom_values_of(custom_properties(values)) == values
    assert core_values(core_properties(PROPERTIES, ""))["identifier"] == PROPERTIES.identifier
    assert "category" not in core_values(core_properties(PROPERTIES, ""))


@pytest.mark.parametrize(
    ("application", "name"),
    [
        ("briefs", ""),
        ("", ""),
        ("Microsoft Office Word", "Microsoft Office Word"),
        ("LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2", "LibreOffice"),
        ("x" * 100, "x" * 80),
    ],
)
def test_the_program_that_saved_a_file_is_named_without_its_version(application: str, name: str) -> None:
    assert saved_by(extended_properties(application)) == name
