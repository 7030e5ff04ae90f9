"""Briefs in the looks of reference documents such as organizations have."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.render.docx.render import render_docx
from briefs.word.elements import qn
from tests.render.docx.corporate import CORPORATE, changed, with_content_type
from tests.render.docx.samples import (
    FULL_BRIEF,
    part,
    shown,
    starter,
)

TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", CORPORATE)
def test_the_text_is_that_of_the_brief_alone(name: str) -> None:
    made = part(render_docx(FULL_BRIEF, CORPORATE[name]()), "word/document.xml")
    ours = part(render_docx(FULL_BRIEF, starter()), "word/document.xml")
    assert [shown(p) for p in made.iter(qn("w:p"))] == [shown(p) for p in ours.iter(qn("w:p"))]


@pytest.mark.parametrize("name", CORPORATE)
def test_whatever_is_referred_to_is_there(name: str) -> None:
    file = render_docx(FULL_BRIEF, CORPORATE[name]())
    found = parts(file)
    for path, content in found.items():
        if not path.startswith("word/") or not path.endswith(".xml"):
            continue
        folder, _, own = path.rpartition("/")
        relations = found.get(f"{folder}/_rels/{own}.rels", b"<none/>")
        known = {relation.get("Id") for relation in etree.fromstring(relations)}
        used = {
            value
            for e in etree.fromstring(content).iter()
            for k, value in e.attrib.items()
            if "relationships}" in str(k)
        }
        assert used <= known, path
    styles = {s.get(qn("w:styleId")) for s in part(file, "word/styles.xml").iter(qn("w:style"))}
    lists = {n.get(qn("w:numId")) for n in part(file, "word/numbering.xml").iter(qn("w:num"))}
    for path in found:
        if re.fullmatch(r"word/(document|footnotes|styles|header\d+|footer\d+)\.xml", path):
            root = part(file, path)
            named = root.iter(*(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn")))
            assert {n.get(qn("w:val")) for n in named} <= styles, path
            assert {n.get(qn("w:val")) for n in root.iter(qn("w:numId"))} <= lists | {"0"}, path


def test_a_name_that_another_type_of_style_has_does_not_stand_in() -> None:
    def change(opened: docx.document.Document) -> None:
        styles = opened.styles
        styles["Quote"].delete()
        styles.add_style("Quote", WD_STYLE_TYPE.CHARACTER)

    root = part(render_docx(FULL_BRIEF, changed(change)), "word/styles.xml")
    kinds = {(s.get(qn("w:styleId")), s.get(qn("w:type"))) for s in root.iter(qn("w:style"))}
    assert {("Quote", "character"), ("QuoteBrief", "paragraph")} <= kinds


def test_tracked_changes_are_accepted_and_the_history_of_saves_is_gone() -> None:
    file = render_docx(FULL_BRIEF, CORPORATE["tracked changes"]())
    for name, content in parts(file).items():
        assert b"Nonymous" not in content, name
        assert b"old words" not in content, name
        assert b"rsid" not in content, name
    root = part(file, "word/document.xml")
    assert not list(root.iter(qn("w:sectPrChange"), qn("w:printerSettings")))
    assert [size.get(qn("w:w")) for size in root.iter(qn("w:pgSz"))] != ["1"]
    (page,) = docx.Document(io.BytesIO(file)).sections
    assert [p.text.strip() for p in page.header.paragraphs] == [
        "new words",
        "Ministry",
        "Short title · Ministers\u00a0· Draft",
    ]


def test_controls_are_bound_only_to_properties_and_custom_xml_is_not_taken() -> None:
    file = render_docx(FULL_BRIEF, CORPORATE["content controls"]())
    for name, content in parts(file).items():
        assert b"secret" not in content.lower(), name
    header = part(file, "word/header1.xml")
    bound = [binding.get(qn("w:storeItemID")) for binding in header.iter(qn("w:dataBinding"))]
    assert bound == ["{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"]
    assert shown(header).startswith("Department")
    assert not list(header.iter(qn("w:docPart")))


def test_a_template_of_word_is_taken_as_a_document_is() -> None:
    template = with_content_type(starter(), TEMPLATE)
    assert render_docx(FULL_BRIEF, template) == render_docx(FULL_BRIEF, starter())


@pytest.mark.parametrize(
    ("reference", "message", "hint"),
    [
        (
            with_content_type(starter(), MACROS),
            "the Word reference document holds macros (.docm, .dotm)",
            "save it in Word as .docx or .dotx; a brief never has macros",
        ),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504),
            "the Word reference document is protected by a password, or is a .doc of Word 97 to 2003",
            "save it in Word as .docx, without a password",
        ),
        (
            starter()[:-40],
            "the Word reference document is not a Word document that can be read",
            "save it in Word as .docx, or write a new one with: briefs reference --new FILE",
        ),
    ],
)
def test_an_unusable_reference_is_refused_with_a_hint(reference: bytes, message: str, hint: str) -> None:
    with pytest.raises(BriefsError) as raised:
        render_docx(FULL_BRIEF, reference)
    assert (raised.value.message, raised.value.hint) == (message, hint)
