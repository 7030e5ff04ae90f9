"""HTML within Markdown: tables as tables, comments left aside, and of everything else its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from briefs.model.report import AsideKind, LeftAside
from briefs.report.html.element_facts import name_of, value
from briefs.report.html.inline_reader import PageFacts, flat_text
from briefs.report.html.main_content import MainContent
from briefs.report.html.page_notes import PageNotes
from briefs.report.html.page_tree import overloaded_tag
from briefs.report.html.table_grid import GridRow, caption_of, columns_of, grid_rows, is_data_table, strays
from briefs.report.pieces import RowPiece, TableShape
from briefs.report.running_text import single_spaced

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """What a block of HTML says: the rows of a table with the names of its columns and its caption, or a text, or what
    its pictures show; and what is left aside."""

    rows: tuple[RowPiece, ...] = ()
    columns: tuple[str, ...] = ()
    caption: str = ""
    caption_lines: tuple[int, ...] = ()
    text: str = ""
    alternative: str = ""
    aside: tuple[LeftAside, ...] = ()


def read_html_block(content: str, lines: Sequence[int]) -> HtmlBlock:
    """What a block says that has these `lines` of the file, from 1."""
    if overloaded_tag(content) is not None:
        return HtmlBlock(text=single_spaced(_TAG.sub(" ", content)))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    root = etree.fromstring(f"<div>{content}</div>".encode("utf-8", "replace"), parser)
    first = lines[0] if lines else 0
    if any("RESOURCE_LIMIT" in error.type_name for error in parser.error_log):  # too deep for the parser
        return HtmlBlock(text=single_spaced(_TAG.sub(" ", content)))
    aside = [LeftAside("comment", single_spaced(one.text or ""), first) for one in root.iter(etree.Comment)]
    facts = PageFacts(MainContent(root), PageNotes())

    def leave(kind: AsideKind, text: str) -> None:
        aside.append(LeftAside(kind, text, first))

    table = next(root.iter("table"), None)
    if table is not None and is_data_table(table):
        rows = grid_rows(table, lambda cell: flat_text(cell, facts, leave))
        has_strays = any(strays(table, lambda one: "x"))
        if not has_strays and (pieces := _on_lines_of_their_own(rows, lines)):
            element = caption_of(table)
            caption = "" if element is None else flat_text(element, facts, leave)
            before = tuple(number for number in lines if number < pieces[0].lines[0])
            if caption:
                return HtmlBlock(tuple(pieces), columns_of(rows), caption, before, aside=tuple(aside))
            whole = RowPiece((*before, *pieces[0].lines), pieces[0].cells, pieces[0].table, pieces[0].is_head)
            return HtmlBlock((whole, *pieces[1:]), columns_of(rows), aside=tuple(aside))
    kept = len(aside)
    text = flat_text(root, facts, leave)
    shown = "; ".join(filter(None, (value(one, "alt") for one in root.iter("img") if name_of(one))))
    if text and text == shown:
        return HtmlBlock(alternative=shown, aside=tuple(aside[:kept]))
    return HtmlBlock(text=text, aside=tuple(aside))


def _on_lines_of_their_own(rows: Sequence[GridRow], lines: Sequence[int]) -> list[RowPiece]:
    """The rows with the lines of the file that they take, from one to the next; none if two begin on one line."""
    starts = [row.line - 1 + (lines[0] if lines else 0) for row in rows]
    if not rows or any(start >= end for start, end in pairwise(starts)):
        return []
    ends = [*starts[1:], (lines[-1] if lines else 0) + 1]
    shape = TableShape(0, ())
    return [
        RowPiece(tuple(lines[bisect_left(lines, start) : bisect_left(lines, end)]), row.cells, shape, row.is_head)
        for row, start, end in zip(rows, starts, ends, strict=True)
    ]
