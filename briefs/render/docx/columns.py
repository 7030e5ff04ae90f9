"""Widths of columns: shares of the measure; in larger type, no column is narrower than its longest word."""

from __future__ import annotations

from itertools import accumulate, pairwise

from briefs.model.document import Table
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, SourceTag, Strong, Text, TextArea
from briefs.model.sheet import Sheet
from briefs.render.reference.longest_words import longest_word, widened
from briefs.word.controls import UNCHECKED


def column_widths(table: Table, width: int, sheet: Sheet) -> list[int]:
    """Widths of the columns of a table in twips, which add up to `width`."""
    shares = table.widths or (1,) * len(table.columns)
    edges = [0, *(round(width * reached / sum(shares)) for reached in accumulate(shares))]
    widths = [right - left for left, right in pairwise(edges)]
    if not sheet.is_large_print:
        return widths
    rows = [table.columns, *(tuple(cell.children for cell in row.cells) for row in table.rows)]
    longest = [max(longest_word(_shown(cell)) for cell in column) for column in zip(*rows, strict=True)]
    return widened(widths, longest, sheet)


def _shown(children: tuple[Inline, ...]) -> str:
    """The characters of a cell, without marks of notes, which are small."""
    parts = []
    for child in children:
        match child:
            case Text() | Link():
                parts.append(child.text)
            case Strong() | Emphasis() | Foreign():
                parts.append(_shown(child.children))
            case SourceTag():
                parts.append(f" {child.printed}")
            case Checkbox():
                parts.append(UNCHECKED)
            case NoteCall() | TextArea():
                pass
    return "".join(parts)
