"""What the plain programs print: each brief ready-made, as HTML with its style sheet and as headings, paragraphs and
tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefs import pipeline
from briefs.model.document import Document
from briefs.pipeline.inputs import layout_of
from briefs.render.html.page import print_html
from briefs.render.layout import Layout
from briefs.render.pdf.page_style import page_css


def write_ready(root: Path, folder: Path) -> list[Document]:
    """Write the cleared brief of each audience into `folder`, as an HTML and as a JSON file; returns the briefs."""
    project = pipeline.Project(root)
    layout = layout_of(pipeline.prepare(project).value)
    order = pipeline.Order(project, products=("brief",), formats=("html",), status="cleared")
    documents = [brief.document for brief in pipeline.build(order).briefs]
    for document in documents:
        printed = write_html(document, layout, folder / f"{document.key.file_part}.html")
        (folder / f"{document.key.file_part}.json").write_text(json.dumps(list(parts(printed))), encoding="utf-8")
    return documents


def write_html(document: Document, layout: Layout, path: Path) -> str:
    """Write the HTML of a brief with its style sheet; returns it without."""
    printed = print_html(document, layout)
    style = f"<style>{layout.print_css}{page_css(document, layout)}</style>"
    path.write_text(printed.replace("</head>", f"{style}</head>", 1), encoding="utf-8")
    return printed


def parts(source: str) -> Iterator[tuple[str, object]]:
    """Headings, paragraphs and tables of `source`, in order, as text."""
    for element in etree.fromstring(source, etree.HTMLParser()).iter("h1", "h2", "h3", "p", "li", "table"):
        if element.tag == "table":
            yield "table", [[_text(cell) for cell in row.iter("td", "th")] for row in element.iter("tr")]
        elif not any(ancestor.tag in ("table", "li") for ancestor in element.iterancestors()):
            yield ("heading" if element.tag in ("h1", "h2", "h3") else "paragraph"), _text(element)


def _text(element: etree._Element) -> str:
    """All text in `element`."""
    return "".join(map(str, element.itertext()))
