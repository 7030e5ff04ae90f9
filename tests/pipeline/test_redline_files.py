"""The files of a redline."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html as html_parser

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.inline import inline_text
from briefs.model.mark import Mark
from briefs.model.redlined import Redline
from briefs.model.sheet import Sheet
from briefs.pipeline.order import Project, silent
from briefs.pipeline.redline_editions import ANY, named_edition
from briefs.pipeline.redline_files import house_mark, readable_redline, redline_files, redline_look, redline_name, since
from briefs.readback.read_pdf import read_pdf
from briefs.redline.comparing import redline

LARGE = Sheet(size=18)


@cache
def compared(project: Path) -> Redline:
    """The captains' edition 1.1 against 1.0."""
    old, new = (
        named_edition(f"HB/CAP {version} cleared", project / "build", ANY).document for version in ("1.0", "1.1")
    )
    return redline(old, new, Mark(new.furniture.issuer, f"{new.properties.date}T00:00:00Z"))


@cache
def written(project: Path) -> dict[str, bytes]:
    """The files of this redline by format."""
    look = redline_look(Project(project), "harbour")
    made = redline_files(compared(project), "harbour", ("pdf", "html"), look, silent)
    return {Path(name).suffix[1:]: content for name, content in made}


def with_properties(document: Document, **changes: Any) -> Document:
    return replace(document, properties=replace(document.properties, **changes))


@pytest.mark.parametrize(
    ("old", "new", "named", "part"),
    [
        (("0.3", "draft", "2010-05-03"), ("0.4", "draft", "2010-06-01"), "0.3", "0.3"),
        (("0.3", "draft", "2010-05-03"), ("1.0", "cleared", "2010-06-01"), "0.3 (draft)", "0.3-draft"),
        (
            ("0.3", "draft", "2010-05-03"),
            ("0.3", "draft", "2010-06-01"),
            "0.3 (draft, 3 May 2010)",
            "0.3-draft-2010-05-03",
        ),
        (
            ("0.3", "draft", "2010-05-03"),
            ("0.3", "draft", "2010-05-03"),
            "0.3 (draft, as it was before)",
            "0.3-draft-before",
        ),
    ],
)
def test_the_old_edition_is_named_by_what_tells_it_from_the_new_one(
    old: tuple[str, str, str], new: tuple[str, str, str], named: str, part: str, cleared_harbour: Path
) -> None:
    made = compared(cleared_harbour)
    before = with_properties(made.old, version=old[0], status=old[1], date=old[2])
    now = with_properties(made.new, version=new[0], status=new[1], date=new[2])
    assert since(before, now) == named
    stem = f"harbour_brief-captains_v{new[0]}_{new[1]}"
    assert redline_name("harbour", before, now, "pdf") == f"{stem}_changes-since-{part}.pdf"
    assert redline_name("harbour", before, now, "pdf", LARGE) == f"{stem}_large-print_changes-since-{part}.pdf"
    assert redline_name("harbour", before, now, "html", LARGE) == f"{stem}_changes-since-{part}.html"


def test_an_edition_and_itself_are_told_by_version_and_status(cleared_harbour: Path) -> None:
    edition = compared(cleared_harbour).old
    assert since(edition, edition) == "1.0 (cleared)"
    name = "harbour_brief-captains_v1.0_cleared_changes-since-1.0-cleared.docx"
    assert redline_name("harbour", edition, edition, "docx") == name


def test_masthead_and_properties_say_that_it_is_a_redline_and_no_edition(cleared_harbour: Path) -> None:
    made = readable_redline(compared(cleared_harbour), "1.0")
    assert made.furniture.status == "CLEARED 1\u00a0June\u00a02010 – changes since 1.0"
    assert made.furniture.running_header[-1] == "Brief\u00a0for\u00a0Captains\u00a0· Cleared – changes since 1.0"
    assert made.properties.title.endswith(" – changes since 1.0")
    assert made.properties.identifier == "HB/CAP 1.1 cleared, HB/CAP 1.0 cleared"
    assert inline_text(made.sections[-1].heading) == "Changes since 1.0"


def test_the_pages_show_and_say_what_changed(cleared_harbour: Path) -> None:
    pdf = written(cleared_harbour)["pdf"]
    text = " ".join(page.text for page in read_pdf("", pdf).body)
    assert "would much reduce" in " ".join(text.split())
    assert "Changes since 1.0" in text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert list(opened.attachments) == []  # a redline is no edition, and has no record of one
        alternatives = [
            str(element.Alt)
            for element in opened.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Span" and "/Alt" in element
        ]
    assert (
        alternatives.count("begin insertion") == alternatives.count("end insertion") == 2
    )  # in the text, in the table


@pytest.mark.parametrize("moves", [False, True])
def test_the_word_file_has_native_changes_that_are_proved(moves: bool, cleared_harbour: Path) -> None:
    old, new = compared(cleared_harbour).old, compared(cleared_harbour).new
    made = redline(old, new, house_mark(new), moves=moves)
    [(name, content)] = redline_files(
        made, "harbour", ("docx",), redline_look(Project(cleared_harbour), "harbour"), silent
    )
    assert name == "harbour_brief-captains_v1.1_cleared_changes-since-1.0.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        document = package.read("word/document.xml").decode()
    assert re.findall(r"<w:(ins|del) [^>]*>", document) == ["ins"]
    assert 'w:author="Harbour Board" w:date="2010-06-01T00:00:00Z"' in document


def test_a_word_file_that_would_not_say_what_the_editions_say_is_not_written(cleared_harbour: Path) -> None:
    made = compared(cleared_harbour)
    other = replace(made, new=made.old)
    look = redline_look(Project(cleared_harbour), "harbour")
    with pytest.raises(BriefsError, match=r"^with all changes accepted, paragraph \d+ of the redline would say"):
        list(redline_files(other, "harbour", ("docx",), look, silent))


def test_the_page_for_screens_is_one_file_with_marks(cleared_harbour: Path) -> None:
    page: Any = html_parser.document_fromstring(written(cleared_harbour)["html"])
    [inserted, listed] = page.iter("ins")
    assert inserted.text_content() == listed.text_content() == "[begin insertion] much  [end insertion]"
    assert page.findtext(".//p[@class='key']").startswith("Insertions are underlined")
    assert ".changed" in page.findtext(".//style")


def test_two_runs_give_the_same_bytes(cleared_harbour: Path) -> None:
    look = redline_look(Project(cleared_harbour), "harbour")
    again = redline_files(compared(cleared_harbour), "harbour", ("pdf", "html"), look, silent)
    assert {Path(name).suffix[1:]: content for name, content in again} == written(cleared_harbour)


def test_an_unchanged_brief_says_so(cleared_harbour: Path) -> None:
    new = compared(cleared_harbour).new
    look = redline_look(Project(cleared_harbour), "harbour")
    [(name, content)] = redline_files(redline(new, new, Mark()), "harbour", ("html",), look, silent)
    assert name == "harbour_brief-captains_v1.1_cleared_changes-since-1.1-cleared.html"
    page = html_parser.document_fromstring(content)
    assert page.findtext(".//p[@class='key']") == "Nothing has changed."
    assert list(page.iter("ins", "del")) == []


def test_a_layout_without_the_style_sheet_for_redlines_is_told(tmp_path: Path) -> None:
    from tests.builders import write_project

    project = write_project(tmp_path)
    (project / "templates/layout/redline.css").unlink()
    with pytest.raises(BriefsError, match=r"^cannot read .*redline\.css: No such file or directory$"):
        redline_look(Project(project), "harbour")
