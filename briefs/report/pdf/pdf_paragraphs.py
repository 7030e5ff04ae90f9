"""From lines to paragraphs and list items: by the space between lines, indents, and lines that end early."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefs.report.pdf.pdf_line_setting import SetLine, raised_mark
from briefs.text.roman_numbers import roman_value

_BULLETS = "•●○◦▪▫■□◻◆◇➢➤►▶‣⁃✓✔❖→*–—-"
_MARKER = re.compile(
    rf"(?P<bullet>[{re.escape(_BULLETS)}](?:\s+(?:\d{{1,2}}|[a-z])[.)\]])?)\s+(?=\S)"
    r"|(?P<ordinal>"
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)\]]|\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=\S)"
)
_CLOSED = tuple(".?!:;")
_AFTER_CLOSING = "”\"’')]*⁰¹²³⁴⁵⁶⁷⁸⁹"
_OPENING = "“”„\"'‘’«‹([{<§$€£¿¡"
_PAIRS = {"“": "”", "„": "“", "«": "»"}
_LONGEST_QUOTATION = 12
"""In so many lines a quotation mark is closed."""
_LEAD = 1.28
"""From how many times the usual distance between lines on a paragraph ends."""
_AROUND, _FLUSH = 4, 2.5
"""Among how many lines above and below one, those that end within so many points of it show where the text ends."""
_INDENT = 0.7
"""An indent, at least, in times the size of the type."""


@dataclass(slots=True)
class Block:
    """Lines, by their indices, that are a paragraph or an item; then its marker and how far its marker is indented, in
    points, and where its text begins.

    `is_open`: nothing shows that it ends with its last line. `is_loose`: its writing is turned against that of the
    page. `is_note`: its marker is raised, as those of notes are.
    """

    lines: list[int]
    marker: str = ""
    indent: float = 0.0
    text_at: float = 0.0
    is_open: bool = False
    is_loose: bool = False
    is_note: bool = False


@dataclass(slots=True)
class Measures:
    """What is usual in a report: the distance between lines by size of the type, and whether the elements of a tagged
    file can be trusted to be paragraphs."""

    leads: dict[float, float] = field(default_factory=dict)
    trusts_elements: bool = False

    def lead(self, size: float) -> float:
        """The usual distance between lines of this size, in points."""
        return self.leads.get(round(size * 2) / 2, 1.2 * size)


def measure(lines: Sequence[SetLine], indices: Sequence[int]) -> Measures:
    """What is usual among these lines."""
    counts: dict[float, Counter[float]] = defaultdict(Counter)
    same = parted = 0
    for before, after in _neighbours(lines, indices):
        lead = before.line.baseline - after.line.baseline
        if abs(before.size - after.size) < 0.3 and 0.8 * after.size < lead < 2.2 * after.size:
            counts[round(after.size * 2) / 2][round(lead * 2) / 2] += 1
            if before.element >= 0 and after.element >= 0 and lead < 1.35 * after.size and _is_long(before):
                is_lower = after.line.text[:1].islower()
                same += is_lower and before.element == after.element
                parted += is_lower and before.element != after.element
    leads = {size: _usual(found) for size, found in counts.items()}
    return Measures(leads, same >= 8 and same >= 9 * parted)


def _usual(found: Counter[float]) -> float:
    """The smallest distance that is common."""
    most = max(found.values())
    return min(lead for lead, count in found.items() if count >= 0.5 * most)


def _is_long(line: SetLine) -> bool:
    return line.line.x1 - line.line.x0 > 20 * line.size


def _neighbours(lines: Sequence[SetLine], indices: Sequence[int]) -> list[tuple[SetLine, SetLine]]:
    return [
        (lines[before], lines[after])
        for before, after in pairwise(indices)
        if after == before + 1
        and (lines[before].line.page, lines[before].line.column) == (lines[after].line.page, lines[after].line.column)
    ]


def paragraphs_of(lines: Sequence[SetLine], indices: Sequence[int], usual: Measures) -> list[Block]:
    """The paragraphs and items that lines in one part of a page are."""
    part = [lines[index] for index in indices]
    right = _right_edge(part)
    usual = _usual_here(part, right, usual)
    blocks: list[Block] = []
    for position, index in enumerate(indices):
        line = lines[index]
        before = lines[indices[position - 1]] if position else None
        following = lines[indices[position + 1]] if position + 1 < len(indices) else None
        block = blocks[-1] if blocks else None
        edge = right if before is None else _edge_here(part, position - 1, right)
        ends = before is None or block is None or _ends(lines, block, before, line, edge, usual)
        marker = _marker(line, before, following, ends, block)
        if marker or ends:
            is_note = bool(marker) and marker == raised_mark(line)
            blocks.append(
                Block([index], marker, line.line.x0, _text_at(line, marker), is_loose=line.is_turned, is_note=is_note)
            )
        else:
            assert block is not None
            block.lines.append(index)
    for block in blocks:
        last = lines[block.lines[-1]]
        block.is_open = not is_closed(last.line.text) or last.line.x1 > right - 2.5 * last.size
    return blocks


def _usual_here(part: Sequence[SetLine], right: float, usual: Measures) -> Measures:
    """What is usual in one part of a page: the distance below full lines, if there are some."""
    counts: dict[float, Counter[float]] = defaultdict(Counter)
    for before, after in pairwise(part):
        lead = before.line.baseline - after.line.baseline
        is_full = before.line.x1 > right - 4 * before.size and not is_closed(before.line.text)
        if is_full and abs(before.size - after.size) < 0.3 and 0.8 * after.size < lead < 2.2 * after.size:
            counts[round(after.size * 2) / 2][round(lead * 2) / 2] += 1
    here = {size: _usual(found) for size, found in counts.items() if sum(found.values()) >= 3}
    return replace(usual, leads={**usual.leads, **here})


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip().rstrip(_AFTER_CLOSING).endswith(_CLOSED)


def _right_edge(part: Sequence[SetLine]) -> float:
    edges = sorted(one.line.x1 for one in part)
    return edges[int(0.9 * (len(edges) - 1))] if len(edges) > 4 else edges[-1]


def _edge_here(part: Sequence[SetLine], position: int, right: float) -> float:
    """The right edge of the text at one line: where lines around it end too, as beside a picture, or else `right`."""
    end = part[position].line.x1
    around = part[max(0, position - _AROUND) : position + _AROUND + 1]
    return end if sum(abs(one.line.x1 - end) < _FLUSH for one in around) > _AROUND else right


def _text_at(line: SetLine, marker: str) -> float:
    """Where the text of an item begins: after its marker."""
    if not marker:
        return line.line.x0
    runs = line.line.runs
    if len(runs) > 1 and len(runs[0].text.strip()) <= len(marker):
        return runs[1].x0
    first = runs[0]
    return first.x0 + (first.x1 - first.x0) * (len(marker) + 1.5) / max(len(first.text), len(marker) + 2)


def _ends(
    lines: Sequence[SetLine], block: Block, before: SetLine, line: SetLine, right: float, usual: Measures
) -> bool:
    """Whether the block ends before a line."""
    lead = before.line.baseline - line.line.baseline
    size = max(before.size, line.size)
    if before.is_turned or lead < 0.3 * size or lead > max(_LEAD * usual.lead(size), usual.lead(size) + 2):
        return True
    if abs(before.size - line.size) > 0.6 and min(len(before.line.text), len(line.line.text)) > 3:
        return True
    if is_bold(before) != is_bold(line) and _is_apart(before, line, right):
        return True
    if usual.trusts_elements and before.element >= 0 and line.element >= 0:
        if before.element == line.element:
            return False
        if is_closed(before.line.text) or not line.line.text[:1].islower():
            return True
    return _ends_by_edges(lines, block, before, line, right)


def is_bold(line: SetLine) -> bool:
    """Whether all of a line is bold."""
    return all(run.is_bold for run in line.line.runs if any(one.isalnum() for one in run.text))


def _is_apart(before: SetLine, line: SetLine, right: float) -> bool:
    return is_closed(before.line.text) or right - before.line.x1 > 3 * before.size or not line.line.text[:1].islower()


def _ends_by_edges(lines: Sequence[SetLine], block: Block, before: SetLine, line: SetLine, right: float) -> bool:
    size = line.size
    shift = line.line.x0 - before.line.x0
    if abs(shift) < 0.3 * size and _is_within_quotation(lines, block, line):
        return False
    if _is_centred(before, line) and abs(shift) > _INDENT * size:
        return is_closed(before.line.text) and line.line.text[:1].isupper()
    room = right - before.line.x1
    first_word = line.line.text.split(" ", 1)[0]
    width = (line.line.x1 - line.line.x0) * (len(first_word) + 1) / max(len(line.line.text), 1)
    is_short = room > width + 0.6 * size
    closed = is_closed(before.line.text)
    if block.marker and abs(line.line.x0 - block.text_at) < 0.6 * size:
        return closed and is_short and line.line.text[:1].isupper()
    if is_short and (closed or room > max(0.25 * (right - block.indent), width + 4 * size)):
        return closed or not line.line.text[:1].islower()
    if shift > _INDENT * size:
        if block.marker or len(block.lines) == 1:
            is_hanging = abs(line.line.x0 - block.text_at) < 1.5 * size if block.marker else not closed
            return not is_hanging and (closed or is_short)
        return closed or is_short
    if shift < -_INDENT * size:
        if len(block.lines) == 1 and not block.marker:
            return False  # the first line was indented
        return closed or (bool(block.marker) and is_short)
    return False


def _is_within_quotation(lines: Sequence[SetLine], block: Block, line: SetLine) -> bool:
    """Whether a block begins with a quotation mark that nothing has closed, and the line does not begin with one."""
    first = lines[block.lines[0]].line.text[:1]
    if first not in _PAIRS or line.line.text[:1] == first or len(block.lines) > _LONGEST_QUOTATION:
        return False
    return not any(_PAIRS[first] in lines[index].line.text for index in block.lines)


def _is_centred(before: SetLine, line: SetLine) -> bool:
    return abs(before.line.x0 + before.line.x1 - line.line.x0 - line.line.x1) < 4


def _marker(line: SetLine, before: SetLine | None, following: SetLine | None, ends: bool, block: Block | None) -> str:
    """The marker of an item that begins on a line; empty if none does."""
    raised = raised_mark(line) if ends else None
    if raised is not None and (raised.isdigit() or roman_value(raised) is not None):
        return raised  # of a note
    if ends and _is_drawn_bullet(line):
        return line.line.runs[0].text.strip()
    match = _MARKER.match(line.line.text)
    if match is None:
        return ""
    marker = match[0].strip()
    if match["bullet"]:
        is_dash = marker[0] in "–—-*"
        return marker if ends or not is_dash or (block is not None and block.marker[:1] == marker[0]) else ""
    if ends and (marker[0] == "(" or not marker[0].isupper() or _is_indented_after(line, following)):
        return marker
    if block is not None and block.marker and before is not None and abs(line.line.x0 - block.indent) < 2:
        return marker if line.line.x0 < block.text_at - 0.5 * line.size or is_closed(before.line.text) else ""
    return ""


def _is_drawn_bullet(line: SetLine) -> bool:
    """Whether a line begins with a sign in a font of its own, apart from the text: a bullet as Word has them."""
    runs = line.line.runs
    if len(runs) < 2 or len(runs[0].text.strip()) != 1 or runs[0].rise:
        return False
    bullet = runs[0].text.strip()
    is_sign = bullet == "o" or not (bullet.isalnum() or bullet in _OPENING)
    return is_sign and runs[1].x0 - runs[0].x1 > 0.3 * line.size and runs[0].font != runs[1].font


def _is_indented_after(line: SetLine, following: SetLine | None) -> bool:
    """Whether the text after the marker is set apart from it, or the line below is indented under it."""
    runs = line.line.runs
    if len(runs) > 1 and runs[1].x0 - runs[0].x1 > 0.6 * line.size and len(runs[0].text.strip()) <= 8:
        return True
    return following is not None and following.line.x0 > line.line.x0 + _INDENT * line.size
