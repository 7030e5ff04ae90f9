"""`make validate` finds what others' validators and LibreOffice find; here, what it reads from their output."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefs.model.document import Cell, Note, Paragraph, Row, Table
from briefs.model.inline import NoteCall, Text, inline_text
from briefs.render.docx.render import render_docx
from scripts import validate
from scripts.validation import tools
from scripts.validation.pdf import read_qpdf, read_verapdf
from scripts.validation.published import check_published
from scripts.validation.redlines import older
from scripts.validation.results import Brief, Result, read_briefs
from scripts.validation.signed import new_signer, read_pdfsig
from scripts.validation.tools import ToolFailed
from scripts.validation.web import only_fonts, read_axe, read_nu
from scripts.validation.word import check_pages
from scripts.validation.wordfile import read_additions, read_bookmarks
from scripts.validation.words import Additions, differences, running_words, without, words_of
from tests.render.docx.samples import document, numbered, section, starter, text, unit


def write_manifest(folder: Path, *entries: Mapping[str, object]) -> None:
    (folder / "manifest.json").write_text(json.dumps({"files": entries}))


ENTRY = {
    "path": "a_cleared.docx",
    "format": "docx",
    "status": "cleared",
    "pages": None,
    "units": [{"tag": "u1"}],
}


def test_a_result_is_one_line_or_one_for_each_problem() -> None:
    assert Result("a.pdf", "qpdf").lines() == ["ok:   a.pdf: qpdf"]
    assert Result("a.pdf", "qpdf", ("x", "y")).lines() == ["fail: a.pdf: qpdf: x", "fail: a.pdf: qpdf: y"]


def test_the_briefs_are_those_of_the_manifest(tmp_path: Path) -> None:
    assert read_briefs(tmp_path) == []
    write_manifest(tmp_path, ENTRY, {**ENTRY, "path": "a_cleared.pdf", "format": "pdf", "pages": 2, "budget": 4})
    word, pdf = read_briefs(tmp_path)
    assert word == Brief(tmp_path / "a_cleared.docx", "docx", "cleared", ("a_cleared",), ("u1",))
    assert (pdf.pages, pdf.budget, pdf.edition) == (2, 4, word.edition)


def test_where_nothing_is_built_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main([str(tmp_path)]) == 1
    said = f"FAILED: there is nothing in {tmp_path}; first run `make briefs` and `briefs build --status cleared`\n"
    assert capsys.readouterr().out == said
    write_manifest(tmp_path, ENTRY)
    assert validate.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"FAILED: {tmp_path} lacks a_cleared.docx; run `make briefs` again\n"


def test_broken_rules_are_read_by_file_and_standard() -> None:
    output = "/b/a.pdf\tPDF/UA-1\n/b/a.pdf\tPDF/A-3a\t6.1-1 wrong @ root\n" + "/b/a.pdf\tPDF/A-3a\tmore\n" * 6
    passed, failed = read_verapdf(output)
    assert passed == Result("a.pdf", "PDF/UA-1 (veraPDF)")
    assert failed.problems == ("6.1-1 wrong @ root", "more", "more", "more", "more", "and 2 more rules")


def test_what_qpdf_says_is_read() -> None:
    assert read_qpdf("checking a.pdf\nNo syntax or stream encoding errors found; the file may\n") == ()
    assert read_qpdf("checking a.pdf\nWARNING: a.pdf: damaged\nqpdf: done\n") == ("WARNING: a.pdf: damaged",)
    assert read_qpdf("a.pdf: not a PDF file\n") == ("a.pdf: not a PDF file",)


def test_what_poppler_says_of_a_signature_is_read(tmp_path: Path) -> None:
    said = "Signature #1:\n  - Total document signed\n  - Signature Validation: Signature is Valid.\n"
    assert read_pdfsig(said) == ()
    assert read_pdfsig("File 'a.pdf' does not contain any signatures") == (
        'does not say "Signature is Valid"',
        'does not say "Total document signed"',
    )
    assert new_signer(tmp_path).name == "Validation"


def test_errors_and_warnings_of_the_nu_checker_are_read_by_file() -> None:
    messages = [
        {"type": "error", "url": "file:/b/a%20b.html", "lastLine": 3, "message": "Stray end tag"},
        {
            "type": "info",
            "subType": "warning",
            "url": "file:/b/c.html",
            "lastLine": 1,
            "message": "Consider h1",
        },
        {"type": "info", "url": "file:/b/c.html", "message": "Trailing slash"},
    ]
    found = list(read_nu(json.dumps({"messages": messages}), [Path("/b/a b.html"), Path("/b/c.html")]))
    assert [result.problems for result in found] == [("line 3: Stray end tag",), ("line 1: Consider h1",)]
    with pytest.raises(ToolFailed, match="the Nu checker did not run: no Java"):
        list(read_nu("no Java", []))


def test_problems_of_axe_are_read_by_file_and_view() -> None:
    line = json.dumps({"file": "/b/a.html", "view": "dark", "problems": ["color-contrast: low @ p"]})
    assert list(read_axe(line + "\n")) == [Result("a.html", "axe, dark", ("color-contrast: low @ p",))]


def test_a_machine_has_only_the_fonts_asked_for() -> None:
    made = only_fonts([Path("/fonts/A & B.ttf"), Path("/fonts/C.ttf")], Path("/cache"))
    assert made.count("<dir>/fonts</dir>") == 1
    assert "<acceptfont><glob>/fonts/A &amp; B.ttf</glob><glob>/fonts/C.ttf</glob></acceptfont>" in made


def test_the_files_of_a_font_are_those_of_its_weights_and_no_other_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "FONT_FOLDERS", (str(tmp_path),))
    (tmp_path / "noto").mkdir()
    for name in ("NotoSans-Bold", "NotoSans-Regular", "NotoSansThai-Regular", "NotoSans[wght]"):
        (tmp_path / "noto" / f"{name}.ttf").touch()
    assert [file.stem for file in tools.font_files("NotoSans")] == [
        "NotoSans-Bold",
        "NotoSans-Regular",
        "NotoSans[wght]",
    ]
    assert tools.font_files("DejaVuSans") == []


def test_pages_are_held_against_the_pdf_and_the_budget() -> None:
    word = Brief(Path("a.docx"), "docx", "cleared", ("a",))
    pdf = Brief(Path("a.pdf"), "pdf", "cleared", ("a",), pages=2)
    assert check_pages(word, 2, 2, pdf).problems == ()
    assert check_pages(word, 3, 2, pdf).problems == (
        "3 pages in LibreOffice, 2 in the PDF",
        "3 pages in LibreOffice, the budget is 2",
    )
    assert check_pages(word, 1, 2, None).problems == ()


def test_words_leave_out_what_pages_add() -> None:
    additions = Additions(
        furniture=(("Brief", "header"), ("REF",)),
        rows=(("For", "Benefit"),),
        notes=(("1", "See", "there"), ("2", "Not", "here")),
        pictures=(("43", "people"),),
    )
    pages = [
        "One two1 43 people\nFor Benefit\nStates three\n1 See there\nREF Page 1 of 2",
        "Brief header\nFor Benefit\nfour\nREF Page 2 of 2",
    ]
    text, lost = running_words(pages, additions)
    assert text == words_of("One two 1 For Benefit States three four")
    assert lost == (("2", "Not", "here"),)


def test_the_last_occurrence_of_a_phrase_is_cut() -> None:
    assert without(("a", "b", "a", "b", "c"), ("a", "b")) == ("a", "b", "c")
    assert without(("a", "b"), ("b", "a")) is None
    assert without(("a", "b"), ()) is None


def test_differences_are_told_with_the_words_before_them() -> None:
    one, other = words_of("The five pillars of governance"), words_of("The five of governance pillars")
    assert differences(one, one, ("A", "B")) == ()
    assert differences(one, other, ("A", "B")) == (
        'after "The five" A has "pillars", B nothing',
        'after "The five pillars of governance" A has nothing, B "pillars"',
    )
    many = words_of(" ".join(f"same {letter}" for letter in "abcde"))
    assert differences(many, words_of("same " * 5), ("A", "B"))[-1] == "and 2 more places"


def test_a_word_file_says_its_bookmarks_and_what_pages_add(tmp_path: Path) -> None:
    row = Row((Cell(text("States")), Cell((Text("Gain"), NoteCall("fn")))), unit("u2", None))
    made = document(
        section(
            Paragraph(text("First"), unit=unit("u1", 1)),
            numbered(("Two", 2)),
            Table(text("Table"), (text("For"), text("Benefit")), (row,), number=3),
        ),
        notes=(Note("fn", unit("u5"), text("See there")),),
    )
    file = tmp_path / "a.docx"
    file.write_bytes(render_docx(made, starter()))
    additions = read_additions(file)
    assert {"_u1", "_u2", "_u5"} <= read_bookmarks(file)
    assert additions.rows == (("For", "Benefit"),)
    assert additions.notes == (("1", "See", "there"),)
    assert words_of(made.furniture.running_line) in additions.furniture
    assert words_of(made.furniture.footer) in additions.furniture


def test_a_bookmark_that_libreoffice_copied_is_known_by_its_name(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    mark = f'<w:footnotes xmlns:w="{space}"><w:bookmarkStart w:id="1" w:name="_u50_Copy_1"/></w:footnotes>'
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/footnotes.xml", mark)
    assert read_bookmarks(file) == {"_u50"}


def test_words_in_a_picture_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w") as package:
        svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>T</title><text>43 <tspan>people</tspan></text></svg>'
        package.writestr("word/media/figure1.svg", svg)
    assert read_additions(file).pictures == (("43", "people"),)


def test_what_is_cleared_and_cannot_be_published_is_a_problem(tmp_path: Path) -> None:
    draft = Brief(tmp_path / "a.html", "html", "draft", ("a",), audience="ministers")
    cleared = Brief(tmp_path / "b.html", "html", "cleared", ("b",), audience="ministers")
    none = tools.Tools(tmp_path)
    assert list(check_published(tmp_path, [draft], none)) == []
    [result] = check_published(tmp_path, [draft, cleared], none)
    assert result.check == "publishing"
    assert result.problems[0].startswith("there is no manifest.json in")


def test_the_older_edition_of_a_redline_has_other_words_fewer_units_and_another_order() -> None:
    rows = tuple(Row((Cell(text(f"What number {number} says")),), unit(f"u{number}")) for number in range(1, 5))
    new = document(section(Table(text("Four"), (text("Said"),), rows)))
    (table,) = older(new).sections[0].content
    assert isinstance(table, Table)
    said = [inline_text(row.cells[0].children) for row in table.rows]
    assert said == ["What formerly 2 says", "What formerly 1 says"]
