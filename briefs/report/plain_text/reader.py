"""Reading plain text: each line is a paragraph, heading or list item, with blank lines in between.

Emphasis is `*…*`, footnote marks are superscript digits, and a footnote is a line that begins with its mark.
The hints say what a line without markup is.
"""

from __future__ import annotations

from briefs.files.encoding import decode
from briefs.model.diagnostics import Checked
from briefs.report.pieces import FootnotePiece, ItemPiece, MatterPiece, ParagraphPiece
from briefs.report.plain_text.hint_matching import match_hints
from briefs.report.plain_text.leftovers.finding import leftovers
from briefs.report.plain_text.line_typing import type_lines
from briefs.report.plain_text.table_rows import check_tables
from briefs.report.plain_text.text_lines import TextLines, split_lines
from briefs.report.rejoining import rejoin
from briefs.report.report_bounds import refuse_lines
from briefs.report.source import Parsed, Source
from briefs.report.tree import build_tree

_RUNNING = (ParagraphPiece, ItemPiece, FootnotePiece)
"""Running text; other pieces are known by the hints."""


def read_plain_text(source: Source) -> Checked[Parsed]:
    """The tree of a plain text, lossless: every non-blank line is in exactly one node.

    Codes: `hint-not-found`, `row-unsplit`, and those of `leftovers`. Raises DocumentError: `report-encoding`,
    `report-too-large`.
    """
    text = decode(source.content, source.path, "report-encoding")
    lines = split_lines(text)
    refuse_lines(lines, source.path)
    hinted = match_hints(TextLines.comparable_with(source.hints.hints, lines), source.hints)
    pieces = rejoin(type_lines(lines, hinted.value))
    known = {number for piece in pieces if not isinstance(piece, _RUNNING) for number in piece.lines}
    matter = {number for piece in pieces if isinstance(piece, MatterPiece) for number in piece.lines}
    printable = ["" if number in matter else line for number, line in enumerate(lines, 1)]
    problems = (
        *hinted.problems,
        *check_tables(pieces, source.path, source.hints),
        *leftovers(printable, known, source.path),
    )
    return Checked(Parsed(build_tree(pieces), len(lines), text), problems)
