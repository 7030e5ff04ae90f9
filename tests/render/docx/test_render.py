"""A Document as a Word file: the whole package, and what it is made of."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.inline import Text
from briefs.render.docx.render import render_docx
from briefs.word.elements import qn
from tests.render.docx.corporate import changed
from tests.render.docx.samples import (
    BRIEF,
    document,
    numbered,
    paragraph_document,
    part,
    section,
    shown,
    starter,
    value,
)


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return archive.namelist()


def test_two_renderings_are_the_same_bytes() -> None:
    made = document(section(numbered(("One", 1))))
    assert render_docx(made, starter()) == render_docx(made, starter())


def test_every_namespace_has_a_prefix_of_its_own_so_that_what_else_is_loaded_changes_no_byte() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(document(section(numbered(("One", 1)))), starter()))) as archive:
        assert [name for name in archive.namelist() if b"xmlns:ns" in archive.read(name)] == []


def test_the_package_holds_these_parts_and_no_others() -> None:
    assert names(render_docx(document(section()), starter())) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/_rels/item2.xml.rels",
        "customXml/item1.xml",
        "customXml/item2.xml",
        "customXml/itemProps1.xml",
        "customXml/itemProps2.xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_python_docx_opens_the_file_and_finds_all_properties() -> None:
    found = docx.Document(io.BytesIO(render_docx(document(section()), starter()))).core_properties
    assert (found.title, found.subject, found.author) == ("Title of the brief", "Brief for Ministers", "Issuer")
    assert (found.keywords, found.language, found.version) == ("migration, governance", "en-GB", "0.3")
    assert (found.content_status, found.identifier) == ("Draft", "B/2-ministers-en")
    assert (found.category, found.last_modified_by, found.comments) == ("Brief for Ministers", "Issuer", "")
    assert found.created is not None
    assert found.created.isoformat() == "2026-03-12T00:00:00+00:00"
    assert found.modified == found.created


def test_the_edition_is_among_the_custom_properties() -> None:
    root = part(render_docx(document(section()), starter()), "docProps/custom.xml")
    assert {child.get("name"): child[0].text for child in root} == {
        "Audience": "ministers",
        "Edition date": "2026-03-12",
        "Reference": "B/2",
        "Status": "draft",
        "Version": "0.3",
    }


def test_what_is_not_the_brief_itself_says_so_among_the_custom_properties() -> None:
    file = render_docx(replace(document(section()), product="checklist"), starter())
    assert {"Audience": "ministers", "Product": "checklist"}.items() <= {
        child.get("name"): child[0].text for child in part(file, "docProps/custom.xml")
    }.items()


def test_bytes_that_are_not_a_word_document_are_an_error_of_the_environment() -> None:
    with pytest.raises(BriefsError) as raised:
        render_docx(document(section()), b"no zip file")
    assert raised.value.message == "the Word reference document is not a Word document that can be read"
    assert raised.value.hint == "save it in Word as .docx, or write a new one with: briefs reference --new FILE"


def test_word_opens_the_file_in_its_own_mode_without_prompts() -> None:
    settings = part(render_docx(document(section()), starter()), "word/settings.xml")
    modes = {s.get(qn("w:name")): s.get(qn("w:val")) for s in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(qn("w:updateFields")) is None
    assert value(settings, "themeFontLang") == "en-GB"


def test_the_accent_takes_the_place_of_the_starters() -> None:
    file = render_docx(paragraph_document(Text("Words")), starter(), accent="#6B1F3A")
    for name in ("word/styles.xml", "word/document.xml", "word/header1.xml"):
        assert b"1F3A5F" not in etree.tostring(part(file, name))
    assert b'w:fill="F5EFF1"' in etree.tostring(part(file, "word/styles.xml"))
    assert b"6B1F3A" in etree.tostring(part(file, "word/styles.xml"))


def test_text_of_the_reference_is_ignored_and_its_own_properties_are_not_taken_over() -> None:
    def change(opened: WordDocument) -> None:
        opened.add_paragraph("Old text")
        opened.core_properties.comments = "Old remark"

    file = render_docx(BRIEF, changed(change))
    assert "Old text" not in shown(part(file, "word/document.xml"))
    assert docx.Document(io.BytesIO(file)).core_properties.comments == ""
