"""The title page and the list of contents of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefs.report.contents_list import find_contents
from briefs.report.pdf.pdf_layout import Layout
from briefs.report.pdf.pdf_line_setting import SetLine
from briefs.report.pdf.pdf_notes import parts_of_pages
from briefs.text.heading_words.heading_word_files import heading_words

_NUMBER = r"(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?|[ivxlIVXL]{1,7}|[A-Z]-?\d{1,3})"
_LED = re.compile(rf"(?:[.·…_]\s?){{3,}}\s*(?:p\.?\s?)?{_NUMBER}?\W*$")
_NUMBERED = re.compile(rf"(?:^|\s)(?:p\.?\s?)?{_NUMBER}\W*$")
_FEWEST = 3
_FIRST_PAGES = 0.25
"""In how much of a report entries without leaders are looked for."""
_FEW_WORDS = 160
"""A title page has at most so many."""


def contents_lines(layout: Layout, taken: set[int]) -> set[int]:
    """The lines of lists of contents, with their titles, among those that are not `taken`."""
    found: set[int] = set()
    for start, end in parts_of_pages(layout, taken):
        lines = layout.lines[start:end]
        is_early = lines[0].line.page <= max(6, _FIRST_PAGES * len(layout.starts))
        entries = [index for index, line in enumerate(lines, start) if _is_entry(line, lines, is_early)]
        if len(entries) < _FEWEST:
            continue
        first, last = entries[0], entries[-1]
        if len(entries) < 0.4 * (last - first + 1):
            continue
        while first > start and _leads_to(layout.lines[first - 1], layout.lines[first]):
            first -= 1
        found.update(range(first, last + 1))
    found |= _listed(layout, taken)
    return found | _titles_above(layout, found, taken)


def _listed(layout: Layout, taken: set[int]) -> set[int]:
    """The lines of the list of contents by the words of its entries: titles, and page numbers that do not fall."""
    last_page = max(6.0, _FIRST_PAGES * len(layout.starts))
    indices = [index for index, line in enumerate(layout.lines) if index not in taken and line.line.page <= last_page]
    lines = [layout.lines[index].line for index in indices]
    contents = find_contents([line.text for line in lines], [line.x0 for line in lines])
    return {indices[index] for index in contents.lines} if contents else set()


def _is_entry(line: SetLine, lines: Sequence[SetLine], is_early: bool) -> bool:
    """Whether a line ends with the number of a page, after leaders or at the right edge."""
    text = line.line.text
    if _LED.search(text[-160:]):
        return True
    if not is_early or not _NUMBERED.search(text[-24:]) or len(text) < 4:
        return False
    last = line.line.runs[-1]
    is_set_apart = len(line.line.runs) > 1 and last.x0 - line.line.runs[-2].x1 > 1.2 * line.size
    right = max(one.line.x1 for one in lines)
    return is_set_apart and line.line.x1 > right - 1.5 * line.size and len(last.text.strip()) <= 9


def _leads_to(above: SetLine, line: SetLine) -> bool:
    """Whether a line above the first entry is its first part: it is as close as lines of one entry are."""
    is_near = 0 < above.line.baseline - line.line.baseline < 1.3 * line.size
    return is_near and abs(above.size - line.size) < 0.3 and not above.line.text.rstrip().endswith((".", ":"))


def _titles_above(layout: Layout, entries: set[int], taken: set[int]) -> set[int]:
    words = heading_words()
    found: set[int] = set()
    for index in entries:
        before = index - 1
        while before >= 0 and before in taken and before not in entries:
            before -= 1
        if before in entries or before < 0:
            continue
        if words.is_contents_title(layout.lines[before].line.text):
            found.add(before)
    return found


def title_lines(layout: Layout, taken: set[int], headings: set[int]) -> set[int]:
    """The lines of the title page. This is the first page if it has no running text, or else what stands on it before
    the first heading or running text."""
    end = layout.starts[1] if len(layout.starts) > 1 else len(layout.lines)
    page = [index for index in range(layout.starts[0] if layout.starts else 0, end) if index not in taken]
    words = sum(len(layout.lines[index].line.text.split()) for index in page)
    running = next((index for index in page if _is_running_text(layout, index)), end)
    if running == end and len(layout.starts) > 2 and words <= _FEW_WORDS:
        return set(page)
    first = min([running, *(index for index in headings if index in page)])
    return {index for index in page if index < first and words <= 4 * _FEW_WORDS}


def _is_running_text(layout: Layout, index: int) -> bool:
    """Whether a line and the next two are running text of the body's size."""
    lines = layout.lines[index : index + 3]
    return len(lines) == 3 and all(
        len(one.line.text) > 45
        and one.size <= 1.15 * layout.body_size
        and one.line.column == lines[0].line.column
        and one.line.page == lines[0].line.page
        for one in lines
    )
