"""A draft and what is cleared of it: the Word file that is distributed has nothing of clearance, anywhere in it."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from briefs import pipeline
from briefs.model.document import Document, List, Section, Table
from briefs.model.inline import Checkbox, inline_text
from briefs.model.versions import Status
from tests.projects import built, inputs_of, shipped

ROOT = Path(__file__).parent.parent
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def inputs() -> pipeline.Inputs:
    return inputs_of(ROOT, "connecting-the-dots")


@pytest.fixture(scope="module")
def draft() -> tuple[Document, bytes]:
    return word_file("draft")


@pytest.fixture(scope="module")
def cleared() -> tuple[Document, bytes]:
    return word_file("cleared")


def word_file(status: Status) -> tuple[Document, bytes]:
    """The ministers' brief, and its Word file."""
    (brief,) = built(ROOT, "ministers", products=("brief",), formats=("docx",), status=status).briefs
    (rendition,) = brief.renditions
    return brief.document, rendition.content


def parts(file: bytes) -> dict[str, str]:
    """Every part of a package as text, without the markup's own escapes."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: html.unescape(archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()}


def words(section: Section) -> list[str]:
    """What stands in a section: its heading, and each paragraph, item and cell."""
    found = [inline_text(section.heading)]
    for content in section.content:
        if isinstance(content, Table):
            found += [inline_text(cell.children) for row in content.rows for cell in row.cells]
            found += map(inline_text, (content.caption, *content.columns))
        else:
            owners = getattr(content, "items", (content,))
            found += [inline_text(owner.children) for owner in owners if hasattr(owner, "children")]
    return [text for text in found if text]


def test_a_draft_shows_status_tags_clearance_and_notes(inputs: pipeline.Inputs, draft: tuple[Document, bytes]) -> None:
    document, file = draft
    body = re.sub(r"<[^>]+>", "", parts(file)["word/document.xml"].replace("<w:noBreakHyphen/>", "-"))
    assert document.furniture.status in body
    assert "‹" in body
    assert all(office in body for office in inputs.house.offices)
    assert "Clearance" in body
    assert document.furniture.running_line in re.sub(r"<[^>]+>", "", parts(file)["word/header1.xml"])


def test_a_cleared_file_has_none_of_it_in_any_part(
    inputs: pipeline.Inputs, draft: tuple[Document, bytes], cleared: tuple[Document, bytes]
) -> None:
    kept = {inline_text(section.heading) for section in cleared[0].sections}
    dropped = [section for section in draft[0].sections if inline_text(section.heading) not in kept]
    gone = {text for section in dropped for text in words(section)} | set(inputs.house.offices)
    gone |= {draft[0].furniture.status, draft[0].furniture.running_line}
    assert len(dropped) >= 2
    for name, content in parts(cleared[1]).items():
        assert "‹" not in content, name
        assert not re.search(r"\bdraft\b|for clearance|not cleared", content, re.IGNORECASE), name
        for text in gone:
            assert not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", content), (name, text)


def test_a_draft_has_a_column_for_each_answer_beside_what_a_cleared_file_only_asks(
    draft: tuple[Document, bytes], cleared: tuple[Document, bytes]
) -> None:
    asked = [next(s for s in made.sections if s.style == "decision").content for made, _ in (draft, cleared)]
    ((answers,), (plain,)) = asked
    assert isinstance(answers, Table)
    assert isinstance(plain, List)
    assert [inline_text(column) for column in answers.columns] == ["Invitation", "Agree", "Do not agree", "Discuss"]
    for row, item in zip(answers.rows, plain.items, strict=True):
        assert row.cells[0].children[:-1] == item.children
        ask = inline_text(item.children)
        assert [cell.children for cell in row.cells[1:]] == [
            (Checkbox(f"Agree: {ask}"),),
            (Checkbox(f"Do not agree: {ask}"),),
            (Checkbox(f"Discuss: {ask}"),),
        ]


def test_both_have_the_same_units_of_the_same_blocks(
    draft: tuple[Document, bytes], cleared: tuple[Document, bytes]
) -> None:
    units = [[(unit.name, unit.number, unit.blocks) for unit in document.units()] for document, _ in (draft, cleared)]
    assert units[0] == units[1] != []
    controls = [
        set(re.findall(r'<w:tag w:val="(u\d+)"', parts(file)["word/document.xml"])) for _, file in (draft, cleared)
    ]
    assert controls[0] == controls[1] != set()


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_breaks_cleared_briefs_into_as_many_pages_as_the_pdf_has(
    tmp_path: Path,
) -> None:
    assert OFFICE is not None
    made = shipped("cleared")
    for brief in made:
        (tmp_path / f"{brief.key.file_part}.docx").write_bytes(brief.renditions[0].content)
    command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
    files = sorted(map(str, tmp_path.glob("*.docx")))
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *files], check=True, capture_output=True
    )
    pages = {}
    for path in tmp_path.glob("*.pdf"):
        with pikepdf.open(path) as pdf:
            pages[path.stem] = len(pdf.pages)
    assert pages == {brief.key.file_part: brief.fit.pages for brief in made}
