"""Write a brief with a plain library: `python bench/peers.py pdf IN.html OUT` or `docx IN.json OUT`.

It runs as a separate process, which imports only what it needs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def write_pdf(source: str, target: str) -> None:
    """Print HTML with WeasyPrint."""
    import weasyprint

    weasyprint.HTML(filename=source).write_pdf(target)


def write_docx(source: str, target: str) -> None:
    """Write headings, paragraphs and tables with python-docx, in the styles of its own template."""
    import docx

    document = docx.Document()
    for kind, content in json.loads(Path(source).read_bytes()):
        if kind == "heading":
            document.add_heading(content, 2)
        elif kind == "paragraph":
            document.add_paragraph(content)
        else:
            table = document.add_table(0, len(content[0]))
            for row in content:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
    document.save(target)


if __name__ == "__main__":
    {"pdf": write_pdf, "docx": write_docx}[sys.argv[1]](*sys.argv[2:])
