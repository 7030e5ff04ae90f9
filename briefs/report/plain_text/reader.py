"""Reading plain text: each line is a paragraph, heading or list item, with blank lines in between.

Emphasis is `*…*`, footnote marks are superscript digits, and a footnote is a line that begins with its mark.
The hints say what a line without markup is.
"""

from __future__ import annotations

from briefs.files.encoding import decode
from briefs.model.diagnostics import Checked
from briefs.report.plain_text.hint_matching import match_hints
from briefs.report.plain_text.line_typing import type_lines
from briefs.report.plain_text.table_rows import check_tables
from briefs.report.plain_text.text_lines import TextLines, split_lines
from briefs.report.rejoining import rejoin
from briefs.report.source import Parsed, Source
from briefs.report.tree import build_tree


def read_plain_text(source: Source) -> Checked[Parsed]:
    """The tree of a plain text, lossless: every non-blank line is in exactly one node.

    Codes: `hint-not-found`, `row-unsplit`. Raises DocumentError: `report-encoding`.
    """
    lines = split_lines(decode(source.content, source.path, "report-encoding"))
    hinted = match_hints(TextLines.comparable_with(source.hints.hints, lines), source.hints)
    pieces = rejoin(type_lines(lines, hinted.value))
    problems = (*hinted.problems, *check_tables(pieces, source.path, source.hints))
    return Checked(Parsed(build_tree(pieces), len(lines)), problems)
