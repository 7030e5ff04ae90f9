"""Write personal copies with another program: `python bench/copy_peers.py PEER PREPARED FOLDER COPIES FONTS`.

`PREPARED` is the brief as headings, paragraphs and tables in JSON, or as HTML for WeasyPrint. It runs as a separate
process, is warmed up with one copy, and prints the seconds that the others took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

LINE = "For: {recipient} · Copy {number} of {total}"
TYPST = """
#let line = sys.inputs.at("line")
#let parts = json(bytes(sys.inputs.at("parts")))
#set document(title: "Brief", author: "Bench")
#set page(paper: "a4", margin: (x: 27mm, top: 24mm, bottom: 22mm),
  footer: context text(9pt)[#line #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Carlito", size: 11pt, lang: "en")
#line
#for (kind, content) in parts {
  if kind == "heading" { heading(level: 1, content) } else if kind == "paragraph" { par(content) } else {
    table(columns: content.first().len(), table.header(..content.first()), ..content.slice(1).flatten()) }
}
"""


def typst(prepared: Path, fonts: str) -> Callable[[str, Path], None]:
    """A compiler that keeps what it knows of the document, and writes PDF/UA-1."""
    import typst  # type: ignore[import-not-found] # beside the project, see peers.lock

    parts = prepared.read_text(encoding="utf-8")
    source = prepared.with_suffix(".typ")
    source.write_text(TYPST, encoding="utf-8")
    compiler = typst.Compiler(source, root=source.parent, font_paths=[fonts], ignore_system_fonts=True)

    def write(line: str, target: Path) -> None:
        inputs = {"line": line, "parts": parts}
        target.write_bytes(compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1"))

    return write


def weasyprint(prepared: Path, fonts: str) -> Callable[[str, Path], None]:
    """WeasyPrint, which lays out each copy."""
    import weasyprint

    source = prepared.read_text(encoding="utf-8")

    def write(line: str, target: Path) -> None:
        weasyprint.HTML(string=source.replace("[[line]]", line)).write_pdf(target, pdf_variant="pdf/ua-1")

    return write


def docxtpl(prepared: Path, fonts: str) -> Callable[[str, Path], None]:
    """A Word file with the line as a placeholder, filled in."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found] # the same

    template = prepared.with_suffix(".template.docx")
    _word(json.loads(prepared.read_bytes()), "{{ line }}").save(template)

    def write(line: str, target: Path) -> None:
        document = DocxTemplate(template)
        document.render({"line": line}, autoescape=True)
        document.save(target)

    return write


def python_docx(prepared: Path, fonts: str) -> Callable[[str, Path], None]:
    """python-docx, which writes each copy anew."""
    parts = json.loads(prepared.read_bytes())

    def write(line: str, target: Path) -> None:
        _word(parts, line).save(str(target))

    return write


def _word(parts: list[tuple[str, Any]], line: str) -> Any:
    import docx

    document = docx.Document()
    document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = line
    for kind, content in parts:
        if kind == "heading":
            document.add_heading(content, 2)
        elif kind == "paragraph":
            document.add_paragraph(content)
        else:
            table = document.add_table(0, len(content[0]))
            for row in content:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
    return document


PEERS = {"typst": typst, "weasyprint": weasyprint, "docxtpl": docxtpl, "python-docx": python_docx}


def main(peer: str, prepared: str, folder: str, copies: str, fonts: str) -> None:
    """Write as many copies, and print the seconds that all but the first took."""
    write = PEERS[peer](Path(prepared), fonts)
    suffix = "docx" if "docx" in peer else "pdf"
    start = 0.0
    for number in range(int(copies) + 1):
        line = LINE.format(recipient=f"Ó RÍORDÁIN {number}", number=number, total=copies)
        write(line, Path(folder) / f"{number:05}.{suffix}")
        start = start or time.perf_counter()
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
