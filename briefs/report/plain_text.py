"""Reading plain text: one line is one paragraph, heading or list item, blank lines between.

Emphasis is `*…*`, footnote marks are superscript digits, and a footnote is a line that begins with its mark.
What a line without markup is, the hints say.
"""

from __future__ import annotations

from briefs.files.yaml import undecodable
from briefs.report.hint_matching import match_hints
from briefs.report.pieces import rejoin, split_lines, type_lines
from briefs.report.rows import check_tables
from briefs.report.source import Parsed, Source
from briefs.report.tree import build_tree


def read_text(source: Source) -> Parsed:
    """The tree of a plain text, lossless: every non-blank line is in exactly one node.

    Codes: `report-encoding`, `hint-not-found`, `row-unsplit`.
    """
    try:
        text = source.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Parsed((), 0, (undecodable(error, source.content, source.path, "report-encoding"),))
    lines = split_lines(text)
    marks, found = match_hints(lines, source.hints)
    pieces = rejoin(type_lines(lines, marks))
    found += check_tables(pieces, source.path, source.hints)
    return Parsed(build_tree(pieces), len(lines), tuple(found))
