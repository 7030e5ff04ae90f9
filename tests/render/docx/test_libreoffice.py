"""What is left of a file after somebody saves it in LibreOffice. Left out where LibreOffice is not installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefs.model.document import Cell, Item, List, Note, Paragraph, Row, Table
from briefs.model.inline import Checkbox, CitedNumber, NoteCall, Strong, Text, TextArea
from briefs.render.docx.render import render_docx
from briefs.render.reference.reference_check import check_reference
from briefs.word.elements import qn
from briefs.word.sent_record import sent_of_record
from tests.render.docx.samples import document, numbered, part, section, shown, starter, text, unit, value
from tests.word.recognition import is_entry, unit_tag

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"
BODY = "word/document.xml"
OFFICE = shutil.which("soffice")


def saved_by_office(file: bytes, folder: Path) -> bytes:
    assert OFFICE is not None
    sent, saved = folder / "sent.docx", folder / "saved"
    sent.write_bytes(file)
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved), str(sent)]
    subprocess.run(command, check=True, capture_output=True)
    return (saved / "sent.docx").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_save_in_libreoffice_keeps_room_to_write_in_apart_from_the_questions(tmp_path: Path) -> None:
    questions = (Item((*text(f"Question {n}"), TextArea(f"Notes on {n}", 2)), unit(f"u{n}", n)) for n in (1, 2, 3))
    saved = saved_by_office(render_docx(document(section(List(tuple(questions)))), starter()), tmp_path)
    controls = list(part(saved, "word/document.xml").iter(qn("w:sdt")))
    titles = [value(control, "sdtPr/alias") for control in controls if is_entry(control)]
    units = {unit_tag(control): shown(control) for control in controls if unit_tag(control)}
    assert titles == ["Notes on 1", "Notes on 2", "Notes on 3"]
    assert units == {"u1": "Question 1", "u2": "Question 2", "u3": "Question 3"}


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_save_in_libreoffice_keeps_words_formats_units_and_record(tmp_path: Path) -> None:
    row = Row(
        (Cell((Checkbox("Considered"),)), Cell((Strong((Text("States"),)), NoteCall("fn")))),
        unit("u4", None, "ben.states"),
    )
    first = Paragraph((Strong((Text("Bold"),)), Text(" before"), NoteCall("fn"), Text(" after")), unit=unit("u1", 1))
    made = document(
        section(first, numbered(("Two", 2)), Table(text("Table"), (text("Box"), text("For")), (row,), number=3)),
        notes=(Note("fn", unit("u5"), text("The note")),),
    )
    saved = saved_by_office(render_docx(made, starter()), tmp_path)
    body = part(saved, "word/document.xml")
    paragraph = next(p for p in body.iter(qn("w:p")) if "before" in shown(p))
    bold = {shown(run) for run in paragraph.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None}
    titles = {title.get(qn("w:val"), "").split()[0] for title in body.iter(qn("w:alias"))}
    marks = {
        mark.get(qn("w:name"))
        for root in (body, part(saved, "word/footnotes.xml"))
        for mark in root.iter(qn("w:bookmarkStart"))
    }
    assert shown(paragraph) == "Bold before after"
    assert bold == {"Bold"}
    assert any(shown(p).startswith("States") for p in body.iter(qn("w:p")))
    assert {"u1", "u2"} <= titles
    assert {"_u1", "_u2", "_u4", "_u5"} <= marks
    record = part(saved, "customXml/item1.xml")
    assert [unit.get("tag") for unit in record.iterchildren("{*}unit")] == ["u1", "u2", "u4", "u5"]
    assert sent_of_record(record)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["%1", "%1."])
def test_cited_numbers_follow_when_a_paragraph_is_added(form: str, tmp_path: Path) -> None:
    rows = (Row((Cell(text("States")),), unit("u3")), Row((Cell(text("Citizens")),), unit("u4")))
    listed = Table((), (text("A"), text("B")), (Row((Cell(text("Row")), Cell(())), unit("u5", 4)),), is_list=True)
    cited = ("u1", 1), ("u2", 2), ("u3", 3), ("u5", 4)
    made = document(
        section(Paragraph(text("First"), unit=unit("u1", 1)), numbered(("Second", 2))),
        section(Table(text("Table"), (text("For"),), rows, number=3), listed, style="decision"),
        section(Paragraph(tuple(part for one in cited for part in (CitedNumber(*one), Text("; "))), "small")),
    )
    saved = part(saved_by_office(with_a_paragraph_added(render_docx(made, starter()), form), tmp_path), BODY)
    assert [shown(p) for p in saved.iter(qn("w:p")) if ";" in shown(p)] == ["1; 3; 4; 5; "]
    codes = " ".join(code.text or "" for code in saved.iter(qn("w:instrText"))).split()
    assert [code for code in codes if code.startswith("_u")] == ["_u1", "_u2", "_u3_caption", "_u5"]


def with_a_paragraph_added(file: bytes, form: str) -> bytes:
    """`file` with a numbered paragraph before the second, as somebody adds one in Word; `form` is that of numbers."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as read, zipfile.ZipFile(changed, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "word/numbering.xml":
                content = content.replace(b'w:val="%1"', f'w:val="{form}"'.encode())
            elif name == BODY:
                root = etree.fromstring(content)
                (second,) = (p for p in root.iter(qn("w:p")) if shown(p) == "Second")
                added = deepcopy(second)
                for mark in [*added.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
                    added.remove(mark)
                next(second.iterancestors(qn("w:sdt"))).addprevious(added)
                content = etree.tostring(root)
            written.writestr(name, content)
    return changed.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_reference_that_was_saved_in_libreoffice_looks_as_before(tmp_path: Path) -> None:
    saved = saved_by_office(starter(), tmp_path)
    assert check_reference(saved, "r.docx", FONTS) == []
    made = document(section(numbered(("One", 1))), section(Paragraph(text("Words")), style="box"))
    page = docx.Document(io.BytesIO(render_docx(made, saved))).sections[0]
    assert [p.text for p in page.header.paragraphs] == ["Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]
    assert page.different_first_page_header_footer
    styles = {s.get(qn("w:styleId")): s for s in part(render_docx(made, saved), "word/styles.xml").iter(qn("w:style"))}
    assert value(styles["Title"], "rPr/sz") == "38"
