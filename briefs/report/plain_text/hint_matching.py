"""Finding what the hints name in the lines of a report; there is a diagnostic for whatever is missing."""

from __future__ import annotations

import difflib

from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.report.hints import HintsFile, TableHint
from briefs.report.plain_text.heading_spans import heading_spans
from briefs.report.plain_text.hinted_headings import match_headings
from briefs.report.plain_text.hinted_lines import HintedLines
from briefs.report.plain_text.hinted_quotations import match_quotations
from briefs.report.plain_text.text_lines import TextLines, quoted


def match_hints(lines: TextLines, file: HintsFile) -> Checked[HintedLines]:
    """The lines with the headings, quotations, signatures and tables of the hints. Code: `hint-not-found`."""
    headings = match_headings(lines, file)
    spans = heading_spans(lines, headings.value)
    taken = {number for span in spans.values() for number in span}
    quotations = match_quotations(lines, file, taken)
    taken.update(number for piece in quotations.value.values() for number in piece.lines)
    signatures = match_signatures(lines, file, taken)
    tables = match_tables(lines, file, {heading.text for heading in headings.value.values()})
    return Checked(
        HintedLines(headings.value, quotations.value, signatures.value, tables.value, spans),
        (*headings.problems, *quotations.problems, *signatures.problems, *tables.problems),
    )


def match_signatures(lines: TextLines, file: HintsFile, taken: set[int]) -> Checked[frozenset[int]]:
    """The lines on which signatures begin, outside those that are `taken`."""
    found: set[int] = set()
    problems: list[Diagnostic] = []
    for index, signature in enumerate(file.hints.signatures):
        words = plain(signature, lines.notes)
        number = lines.first_beginning(words, taken | found)
        if number is None:
            fault = Fault("hint-not-found", f"no line begins with {quoted(signature)}", lines.nearest(words))
            problems.append(fault.at(file.place("signatures", index)))
        else:
            found.add(number)
    return Checked(frozenset(found), tuple(problems))


def match_tables(lines: TextLines, file: HintsFile, found: set[str]) -> Checked[dict[str, TableHint]]:
    """The tables by their headings, which must be in the outline; `found` are those that are in the report too."""
    headings = sorted({heading.text for heading in file.hints.outline})
    problems: list[Diagnostic] = []
    for index, table in enumerate(file.hints.tables):
        if table.section not in headings:
            close = difflib.get_close_matches(table.section, headings, n=1, cutoff=0.5)
            hint = f'did you mean "{close[0]}"?' if close else ""
            if at := lines.equal_to(plain(table.section, lines.notes)):
                if close and close[0] not in found:
                    continue  # the outline has it misspelt, and this is reported already
                hint = f"it is on line {at[0]} of the report: add it to `outline`"
            fault = Fault("hint-not-found", f'the outline has no heading "{table.section}"', hint)
            problems.append(fault.at(file.place("tables", index, "section")))
    return Checked({table.section: table for table in file.hints.tables}, tuple(problems))
