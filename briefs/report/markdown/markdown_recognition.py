"""Reading Markdown: CommonMark with tables, notes, front matter, formulas and tables in HTML.

Lines are those of the file, and each that is not blank is in a piece: a heading has its underline, the head of a table
the rule below it, a block of code its fences. What says nothing to readers is `markup`: front matter, rules, comments,
and where references lead. Pieces share a line only if they stand on one line, such as a note within a sentence.
"""

from __future__ import annotations

import re

from briefs.files.encoding import decode
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place
from briefs.report.listed_headings import with_contents
from briefs.report.markdown.block_pieces import block_pieces
from briefs.report.markdown.declared_facts import declared_facts
from briefs.report.markdown.markdown_syntax import parse_markdown
from briefs.report.markdown.unclaimed_lines import with_unclaimed
from briefs.report.recognized import Recognized
from briefs.report.report_bounds import refuse_marks
from briefs.report.sole_title import with_sole_title

LARGEST = 10_000_000
"""The most bytes of a text in Markdown that are read."""
_MOST_BRACKETS = 20_000
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_DIVISION = re.compile(r"\s{0,3}:{3,}\s*(?:\{[^{}]*\}|[\w-]*)\s*:*\s*")
"""The beginning or end of a part that Pandoc gives a class, such as `::: note`."""


def recognize_markdown(content: bytes, path: str) -> Checked[Recognized]:
    """The report in a Markdown file at `path`.

    Codes: `report-markup`, `report-note-label`. Raises DocumentError: `report-encoding`, `report-too-large`.
    """
    if len(content) > LARGEST:
        message = f"the report has {len(content) // 1_000_000} MB, and no more than {LARGEST // 1_000_000} are read"
        hint = "divide it, or take out what is no text, such as pictures within it"
        raise DocumentError([Fault("report-too-large", message, hint).at(Place(path))])
    text = decode(content, path, "report-encoding")
    refuse_marks(text, path)
    _refuse_brackets(text, path)
    lines = _LINE_ENDS.split(text)
    lines = lines[:-1] if lines[-1] == "" else lines
    declared = declared_facts(lines, path)
    quiet = [*range(1, declared.lines + 1)]
    quiet += [
        number for number, line in enumerate(lines, 1) if line.lstrip()[:3] == ":::" and _DIVISION.fullmatch(line)
    ]
    parsed = list(lines)
    for number in quiet:
        parsed[number - 1] = ""
    found = block_pieces(parse_markdown("\n".join(parsed)), parsed)
    pieces, title = with_sole_title(with_contents(with_unclaimed(found.pieces, lines, quiet)))
    recognized = Recognized(
        tuple(pieces),
        text,
        is_file_text=True,
        language=declared.language,
        title=declared.title or title,
        author=declared.author,
        date=declared.date,
        left_aside=tuple(sorted(found.aside, key=lambda one: one.line)),
    )
    return Checked(recognized, (*declared.problems, *_doubled(found.doubled, path)))


def _refuse_brackets(text: str, path: str) -> None:
    """Refuse a paragraph with so many opening brackets that it would take minutes to see which of them are links."""
    line = 1
    for paragraph in _BLANK_LINE.split(text):
        if paragraph.count("[") > _MOST_BRACKETS:
            message = f"a paragraph has more than {_MOST_BRACKETS:,} opening brackets, so it is no text of a report"
            raise DocumentError([Fault("report-too-large", message, "take it out").at(Place(path, line))])
        line += paragraph.count("\n") + 2


def _doubled(doubled: list[tuple[int, str]], path: str) -> list[Diagnostic]:
    """A warning for each note whose label another has already."""
    found = []
    for line, label in doubled:
        message = f"another note has the label [^{label}] already, so nothing leads to this one"
        found.append(
            Fault("report-note-label", message, "give each of the two a label of its own").at(Place(path, line))
        )
    return found
