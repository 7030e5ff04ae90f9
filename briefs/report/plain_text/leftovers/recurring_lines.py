"""Page numbers and running heads, which copies of pages have among the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from briefs.model.diagnostics import Fault
from briefs.report.plain_text.leftovers.line_numbers import listed

_PAGE = r"(?:(?:page|p\.|seite|página|стр\.)\s*)?"
_NUMBER = re.compile(
    rf"[-–—|\s]*{_PAGE}(?:(\d{{1,4}})|([ivxl]{{1,6}}))(?:\s*(?:of|/|de|sur|von)\s*\d{{1,4}})?[-–—|\s]*", re.IGNORECASE
)
_FEWEST_NUMBERS = 2
_FEWEST_HEADS = 3
"""How often a line must recur to be taken for a running head."""
_LONGEST_HEAD = 90
_DIGITS = re.compile(r"\d+")
_IS_TEXT = re.compile(r"[.!?;:,…]['\"”’)\]]*\s*\Z|\t|\A\s*(?:[-•*]|\d{1,3}[.)\]]|[a-z][.)\]])\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""What a sentence ends with, and what a row, a list item or a note has: such a line is no running head."""


def recurring_lines(lines: Sequence[str], known: Collection[int]) -> Iterator[tuple[int, Fault]]:
    """Faults (`report-page-furniture`) for page numbers on lines of their own, and for lines that recur on pages."""
    numbered: list[tuple[int, int]] = []
    heads: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or number in known or len(text) > _LONGEST_HEAD:
            continue
        if found := _NUMBER.fullmatch(text):
            numbered.append((number, int(found[1] or 0)))
        elif len(text.split()) > 1 and not _IS_TEXT.search(line):
            key = _DIGITS.sub("#", " ".join(text.casefold().split()))
            heads.setdefault(key, []).append(number)
    pages = [page for _, page in numbered if page]
    if len(numbered) >= _FEWEST_NUMBERS and pages == sorted(set(pages)):
        where = [number for number, _ in numbered]
        message = f"what seem to be page numbers stand among the text: {listed(where)}"
        hint = "remove these lines: a page number would be read as a paragraph, and can part a sentence"
        yield where[0], Fault("report-page-furniture", message, hint)
    for where in heads.values():
        if len(where) >= _FEWEST_HEADS:
            message = f'"{lines[where[0] - 1].strip()}" recurs like the head or foot of a page: {listed(where)}'
            hint = "remove these lines; or, if they are headings, name each in `outline` in report.yaml"
            yield where[0], Fault("report-page-furniture", message, hint)
