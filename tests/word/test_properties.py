"""Document properties."""

from __future__ import annotations

from lxml import etree

from briefs.word.properties import core_properties, custom_properties, extended_properties
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
