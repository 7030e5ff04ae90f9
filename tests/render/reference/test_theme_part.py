"""Themes of strangers, reduced to fonts, colours and effects."""

from __future__ import annotations

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefs.render.reference.theme_part import known_theme

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def theme(content: str) -> Part:
    return Part(PackURI("/word/theme/theme1.xml"), "t", f"<a:theme {A} {R}>{content}</a:theme>".encode(), None)


def test_a_plain_theme_is_taken_as_it_is() -> None:
    plain = theme('<a:fontScheme><a:font script="Jpan" typeface="x"/></a:fontScheme>')
    assert known_theme(plain) == (plain, [])


def test_pictures_become_plain_and_additions_go() -> None:
    made, said = known_theme(
        theme('<a:f><a:blipFill><a:blip r:link="x"/></a:blipFill></a:f><x xmlns="u">y</x><!--z-->')
    )
    assert said == ["pictures", 'an element that briefs do not have ("x")']
    assert [etree.QName(each).localname for each in etree.fromstring(made.blob).iter()] == [
        *("theme", "f", "solidFill", "schemeClr"),
    ]


def test_a_theme_without_its_relationships_has_none() -> None:
    linked = theme("")
    linked.relate_to("https://example.org/", "hyperlink", is_external=True)
    made, said = known_theme(linked)
    assert (dict(made.rels), said) == ({}, [])


def test_a_damaged_theme_is_none() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        known_theme(theme("<a:f>"))
