"""Page numbers and running heads, which copies of pages have among the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from briefs.model.diagnostics import Fault
from briefs.report.plain_text.leftovers.line_numbers import listed
from briefs.text.roman_numbers import roman_value

_WORD = r"(?:[Pp]age|PAGE|[Pp]\.|[Ss]eite|[Pp]ágina|[Сс]тр\.)"
_NUMBER = re.compile(
    rf"[-–—|\s]*(?:{_WORD}\s*)?(?:(\d{{1,4}})|([ivxl]{{1,6}}))(?:\s*(?:of|/|de|sur|von)\s*\d{{1,4}})?"
    rf"(?:\s*[-–—|]\s*{_WORD})?[-–—|\s]*"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LABEL = re.compile(r"[^\W\d_]+\.?\s(?:\d+|[ivxl]+)(?:[.-]\d+)*", re.IGNORECASE)
"""What names a table, box, figure or chapter."""
_FEWEST_WORDS = 4
"""How many words a line between two page numbers must have: cells of a table have fewer."""
_FEWEST_NUMBERS = 2
_MOST_MISSING = 3
"""By how much the number of a page may exceed the one before: some pages have none."""
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
            page = int(found[1]) if found[1] else -(roman_value(found[2]) or 0)
            if page and not _YEAR.fullmatch(text):
                numbered.append((number, page))
        elif len(text.split()) > 1 and not _LABEL.fullmatch(text) and not _IS_TEXT.search(line):
            key = _DIGITS.sub("#", " ".join(text.casefold().split()))
            heads.setdefault(key, []).append(number)
    if len(numbered) >= _FEWEST_NUMBERS and _are_pages(numbered, lines):
        where = [number for number, _ in numbered]
        message = f"what seem to be page numbers stand among the text: {listed(where)}"
        hint = "remove these lines: a page number would be read as a paragraph, and can part a sentence"
        yield where[0], Fault("report-page-furniture", message, hint)
    for where in heads.values():
        if len(where) >= _FEWEST_HEADS:
            message = f'"{lines[where[0] - 1].strip()}" recurs like the head or foot of a page: {listed(where)}'
            hint = "remove these lines; or, if they are headings, name each in `outline` in report.yaml"
            yield where[0], Fault("report-page-furniture", message, hint)


def _are_pages(numbered: Sequence[tuple[int, int]], lines: Sequence[str]) -> bool:
    """Whether numbers on lines of their own rise as those of pages do, with text between them.

    Roman numbers, which are negative, may come first, but not from i on: so would those of sections.
    """
    if numbered[0][1] == -1:
        return False
    for (line, page), (next_line, next_page) in pairwise(numbered):
        is_next = 0 < abs(next_page) - abs(page) <= _MOST_MISSING
        begins_anew = page < 0 < next_page
        if not (begins_anew or (is_next and (page > 0) == (next_page > 0))):
            return False
        if not any(len(text.split()) >= _FEWEST_WORDS for text in lines[line : next_line - 1]):
            return False
    return True
