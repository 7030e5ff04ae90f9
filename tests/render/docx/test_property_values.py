"""The values of document properties, by the names under which Word shows them."""

from __future__ import annotations

from briefs.render.docx.property_values import custom_values, values_in_fields
from tests.render.docx.samples import BRIEF


def test_custom_properties_have_the_names_that_readers_see() -> None:
    found = custom_values(BRIEF)
    assert found["Audience"] == BRIEF.audience
    assert found["Edition date"] == BRIEF.properties.date
    assert "Product" not in found


def test_fields_name_all_of_them_in_small_letters() -> None:
    found = values_in_fields(BRIEF)
    assert found["title"] == BRIEF.properties.title
    assert found["author"] == BRIEF.properties.author
    assert found["edition date"] == BRIEF.properties.date
