"""The shipped report, set as a PDF whose third level is only bold, in the size of the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.model.report import Item, List, Matter, Node, Section, Table
from briefs.model.typesetting import plain
from briefs.report.hints import read_hints
from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.pieces import HeadingPiece
from briefs.report.plain_text.reader import read_plain_text
from briefs.report.source import Source
from tests.report.pdf.builders import set_pdf

SEED = Path("seeds/connecting-the-dots")
STYLE = (
    "h1 { font-size: 18pt; break-before: page } h2 { font-size: 14pt } h3 { font-size: 11pt } body { font-size: 11pt }"
)
HEADINGS = 47


def shown(nodes: tuple[Node, ...]) -> Iterator[str]:
    """The nodes as HTML, without what is no content."""
    for node in nodes:
        match node:
            case Section():
                level = node.heading.level
                yield f"<h{level}>{marked(node.heading.text)}</h{level}>"
                yield from shown(node.children)
            case List():
                yield from shown(node.items)
            case Item():
                yield f"<p>{html.escape(node.marker)} {marked(node.text)}</p>"
                yield from shown(node.children)
            case Table():
                rows = ("".join(f"<td>{marked(cell)}</td>" for cell in row.cells) for row in node.rows)
                yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
            case Matter():
                pass
            case _:
                yield f"<p>{marked(node.text)}</p>"


def marked(text: str) -> str:
    return re.sub(r"\*+([^*]+)\*+", r"<i>\1</i>", html.escape(text))


@pytest.mark.slow
@pytest.mark.parametrize("is_tagged", [False, True])
def test_all_headings_are_found_with_their_levels(is_tagged: bool) -> None:
    hints = read_hints(SEED, SEED)
    tree = read_plain_text(Source("report.txt", (SEED / "report.txt").read_bytes(), hints)).value.children
    content = set_pdf("".join(shown(tree)), "pdf/ua-1" if is_tagged else None, STYLE)
    pieces = recognize_pdf(content, "report.pdf").value.pieces
    found = [(piece.hint.level, plain(piece.text)) for piece in pieces if isinstance(piece, HeadingPiece)]
    assert len(hints.hints.outline) == HEADINGS
    assert found == [(one.level, plain(one.text)) for one in hints.hints.outline]
