"""From what a reader recognised and what `report.yaml` says to the tree of a report."""

from __future__ import annotations

from briefs.model.diagnostics import Checked
from briefs.report.heading_labels import labelled
from briefs.report.hinted_pieces import hinted_pieces
from briefs.report.plain_text.table_rows import check_tables
from briefs.report.plain_text.text_lines import split_lines
from briefs.report.prepared_pieces import prepared
from briefs.report.recognized import Recognized
from briefs.report.rejoining import rejoin
from briefs.report.source import Parsed, Source
from briefs.report.title_page import with_title_page
from briefs.report.tree import build_tree


def parsed_report(source: Source, recognized: Checked[Recognized]) -> Checked[Parsed]:
    """The tree of a report in which a reader `recognized` pieces; the hints of `source` are applied to them.

    Codes: `hint-not-found`, `row-unsplit`, and those of the reader.
    """
    found = recognized.value
    line_count = len(split_lines(found.text)) if found.text else 0
    hinted = hinted_pieces(prepared(found.pieces), line_count, source.hints)
    pieces = rejoin(labelled(with_title_page(hinted.value, found), source.hints.hints))
    problems = (*recognized.problems, *hinted.problems, *check_tables(pieces, source.path, source.hints))
    text, rendition = (found.text, "") if found.is_file_text else ("", found.text)
    parsed = Parsed(
        build_tree(pieces),
        line_count,
        text,
        rendition,
        found.pages,
        found.language,
        found.languages,
        found.left_aside,
    )
    return Checked(parsed, problems)
