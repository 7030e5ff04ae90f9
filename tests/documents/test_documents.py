"""Whole briefs from small projects, each made for one purpose, against what lies in its folder `expected`.

`pytest --accept` writes there what is built now, and nowhere else; look at the difference before committing it.
Kept are the body of the HTML, the words and outline of the PDF page by page, and the body of the Word file, indented.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

import pikepdf
import pytest
from lxml import etree

from tests.builders import REPOSITORY
from tests.projects import run
from tests.render.builders import pdf_text

HERE = Path(__file__).parent
DOCUMENTS = {"two-audiences": "cleared", "everything": "draft"}


def project(name: str, root: Path) -> Path:
    """A copy of the project `name` in `root`, with the layout of the repository."""
    shutil.copytree(HERE / name, root, ignore=shutil.ignore_patterns("expected"))
    layout = root / "templates" / "layout"
    shutil.copytree(REPOSITORY / "templates" / "layout", layout)
    return root


def html_body(content: bytes) -> str:
    found = re.search(r"<body.*</body>\n", content.decode(), re.DOTALL)
    assert found
    return found[0]


def pdf_words(content: bytes) -> str:
    """The words of each page, wrapped for reading, and the outline."""
    pages = [f"--- page {number} ---\n{fill(text, 110)}\n" for number, text in enumerate(pdf_text(content), 1)]
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        marks = [line for mark in outline.root for line in outlined(mark)]
    return "\n".join((*pages, "--- outline ---", *marks, ""))


def outlined(mark: pikepdf.OutlineItem, indent: str = "") -> Iterator[str]:
    yield indent + mark.title
    for child in mark.children:
        yield from outlined(child, indent + "  ")


def docx_body(content: bytes) -> str:
    """`word/document.xml`, indented."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


READABLE = {"html": html_body, "pdf": pdf_words, "docx": docx_body}
SUFFIX = {"html": "html", "pdf": "txt", "docx": "xml"}


@pytest.mark.parametrize(("name", "status"), DOCUMENTS.items())
def test_a_document_is_built_as_accepted(
    name: str, status: str, tmp_path: Path, is_accepting: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(name, tmp_path / "project")
    assert run(root, "build", "--status", status) == 0, capsys.readouterr().err
    capsys.readouterr()
    made = {}
    for path in sorted((root / "build").glob("*brief-*")):
        audience = path.name.partition("_brief-")[2].partition("_")[0]
        if (kind := path.suffix.removeprefix(".")) in READABLE:
            made[f"{audience}.{SUFFIX[kind]}"] = READABLE[kind](path.read_bytes())
    expected = HERE / name / "expected"
    if is_accepting:
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir()
        for file, text in made.items():
            (expected / file).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(expected.glob("*"))}
    assert sorted(made) == sorted(kept)
    for file, text in made.items():
        assert text == kept[file], f"{name}: {file} differs; look at it, then accept it with pytest --accept"
