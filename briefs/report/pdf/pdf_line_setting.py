"""From chunks to lines: what stands on one baseline, with raised marks, and with spaces between words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.report.pdf.pdf_chunks import Chunk, is_right_to_left
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun

_SAME_BASELINE = 0.2
"""How far baselines of one line are apart, at most, in times the size of the type."""
_SMALL = 0.85
"""The size of raised and lowered characters, at most, in times that of the line."""
_SMALL_MARK = 0.95
"""The same for raised marks of up to three characters."""
_MARK_GAP = 2.5
"""How far from its mark a note begins, at most, in times the size of the type."""
_GAP = 0.12
"""The narrowest space between chunks, in times the size of the type."""
_WIDE = 0.55
"""From what gap on the parts of a line are runs of their own, in times the size of the type."""
_RAISED_MARK = re.compile(r"\d{1,4}|[*∗†‡§¶]{1,3}|[a-z]|[ivxl]{2,7}")
_WRITTEN_MARK = re.compile(rf"([{SUPERSCRIPTS}]{{1,4}})\s?\S")
_BESIDE = 30
"""Among how many lines above one its element is looked for."""
_INITIAL = 1.7
"""How large an initial letter is, in times the size of the text beside it."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line, with what its pieces need to know: whether the file says that it is no content; which element of the
    page it is in, -1 if the file is not tagged; whether its writing is turned against that of the page."""

    line: PdfLine
    is_artifact: bool = False
    element: int = -1
    is_turned: bool = False

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        return line_size(self.line)


def line_size(line: PdfLine) -> float:
    """The size of most of the characters of a line, in points."""
    if len(line.runs) == 1:
        return line.runs[0].size
    sizes: dict[float, int] = {}
    for run in line.runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def raised_mark(line: SetLine) -> str | None:
    """The raised mark that a line begins with, as notes do, if text follows it."""
    first = line.line.runs[0]
    text = first.text.strip()
    if len(line.line.runs) > 1 and first.rise > 0.12 * first.size and _RAISED_MARK.fullmatch(text):
        return text
    if line.line.text[:1] in SUPERSCRIPTS and (match := _WRITTEN_MARK.match(line.line.text)):
        return "".join(str(SUPERSCRIPTS.index(one)) for one in match[1])
    return None


def set_lines(chunks: Sequence[Chunk], page: int, column: int, is_turned: bool = False) -> list[SetLine]:
    """The lines of one part of a page, from top to bottom."""
    return [_line(row, page, column, is_turned) for row in _rows(chunks)]


def by_elements(lines: list[SetLine]) -> list[SetLine]:
    """The lines of one part of a page. Where those of two elements of a tagged file stand beside each other, each
    element's lines follow each other."""
    ordered: list[SetLine] = []
    for line in lines:
        at = next(
            (
                index
                for index in range(len(ordered) - 1, max(-1, len(ordered) - _BESIDE), -1)
                if ordered[index].element == line.element
            ),
            len(ordered) - 1,
        )
        between = ordered[at + 1 :]
        is_beside = all(one.line.x0 > line.line.x1 or one.line.x1 < line.line.x0 for one in between)
        if line.element >= 0 and between and is_beside:
            ordered.insert(at + 1, line)
        else:
            ordered.append(line)
    return ordered


def _rows(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    sizes = sorted(chunk.size for chunk in chunks)
    large = _INITIAL * sizes[len(sizes) // 2] if sizes else 0.0
    initials = [chunk for chunk in chunks if chunk.size >= large and len(chunk.text) <= 2 and chunk.text[:1].isalpha()]
    apart = set(map(id, initials))
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda one: (-one.y, one.order)):
        if id(chunk) in apart:
            continue
        if rows and rows[-1][0].y - chunk.y <= _SAME_BASELINE * min(chunk.size, rows[-1][0].size):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return _with_initials(_with_raised(rows), initials)


def _with_raised(rows: list[list[Chunk]]) -> list[list[Chunk]]:
    """The rows, with those that only have raised or lowered characters moved into the rows beside them."""
    kept: list[list[Chunk]] = [*rows]
    for index, row in enumerate(rows):
        if not row or len(row) > 12:
            continue
        for other_index in (index + 1, index - 1, index + 2, index - 2):
            if not 0 <= other_index < len(rows):
                continue
            other = kept[other_index]
            if other and other is not kept[index] and all(_is_raised(chunk, other) for chunk in row):
                other.extend(row)
                kept[index] = []
                break
    return [row for row in kept if row]


def _is_raised(chunk: Chunk, row: Sequence[Chunk]) -> bool:
    """Whether a chunk is a raised or lowered part of a row: smaller, close beside a part of it, overlapping it."""
    text = chunk.text.strip()
    is_mark = len(text) <= 3 and not text.isalpha()
    smaller = 1.0 if is_mark and text.isdigit() else (_SMALL_MARK if is_mark else _SMALL)
    return any(
        0.4 * other.size <= chunk.size <= smaller * other.size
        and (chunk.size <= _SMALL * other.size or 0.2 * other.size < chunk.y - other.y < 0.7 * other.size)
        and other.bottom - 0.3 * other.size < (chunk.top + chunk.bottom) / 2 < other.top + 0.2 * other.size
        and (
            -0.3 * other.size < chunk.x0 - other.x1 < 0.5 * other.size
            or -0.3 * other.size < other.x0 - chunk.x1 < (_MARK_GAP if is_mark else 0.5) * other.size
        )
        for other in row
    )


def _with_initials(rows: list[list[Chunk]], initials: Sequence[Chunk]) -> list[list[Chunk]]:
    """The rows, with each large initial letter before the first of the lines that it stands beside, or by itself."""
    for initial in initials:
        for row in rows:
            size, start = row[0].size, min(chunk.x0 for chunk in row)
            is_level = abs(row[0].top - initial.top) < 0.6 * size or abs(row[0].y - initial.y) < 0.1 * size
            if size * _INITIAL <= initial.size and is_level and -2 <= start - initial.x1 < 1.5 * size:
                row.insert(0, initial)
                break
        else:
            rows.append([initial])
    return sorted(rows, key=lambda row: -max(chunk.y for chunk in row if chunk not in initials or len(row) == 1))


def _line(row: list[Chunk], page: int, column: int, is_turned: bool) -> SetLine:
    letters: dict[float, int] = {}
    for chunk in row:
        letters[chunk.size] = letters.get(chunk.size, 0) + len(chunk.text)
    size = max(letters, key=lambda one: (letters[one], one))
    main = [chunk for chunk in row if chunk.size == size]
    baseline = main[0].y
    row.sort(key=lambda one: (one.x0, one.order))
    runs = _runs(row, baseline, size)
    in_order = _logical(row) if is_right_to_left("".join(chunk.text for chunk in row)) else row
    line = PdfLine(
        page,
        column,
        _text(in_order),
        runs,
        min(chunk.x0 for chunk in row),
        max(chunk.x1 for chunk in row),
        baseline,
        max(chunk.top for chunk in main),
        max((chunk.style.around.tags for chunk in main), key=len),
    )
    element = max((chunk.style.around.element for chunk in main), default=-1)
    return SetLine(line, all(chunk.style.is_artifact for chunk in row), element, is_turned)


def _logical(row: list[Chunk]) -> list[Chunk]:
    """The chunks of a row that is written from right to left, in the order in which they are read."""
    groups: list[list[Chunk]] = []
    for chunk in reversed(row):
        is_level = not is_right_to_left(chunk.text) and any(one.isalnum() for one in chunk.text)
        if (
            is_level
            and groups
            and len(groups[-1])
            and not is_right_to_left(groups[-1][0].text)
            and any(one.isalnum() for one in groups[-1][0].text)
        ):
            groups[-1].insert(0, chunk)
        else:
            groups.append([chunk])
    return [chunk for group in groups for chunk in group]


def _text(row: Sequence[Chunk]) -> str:
    parts: list[str] = []
    for index, chunk in enumerate(row):
        if index and _is_apart(row[index - 1], chunk):
            parts.append(" ")
        parts.append(chunk.text)
    return "".join(parts)


def _is_apart(before: Chunk, chunk: Chunk) -> bool:
    size = max(before.size, chunk.size)
    if min(before.size, chunk.size) * _INITIAL < size and len(before.text) <= 2:
        return before.text.isdigit() or chunk.follows_space  # after an initial letter
    gap = max(chunk.x0 - before.x1, before.x0 - chunk.x1)
    return gap > _GAP * size or (chunk.follows_space and gap > -0.1 * size)


def _runs(row: Sequence[Chunk], baseline: float, size: float) -> tuple[PdfRun, ...]:
    runs: list[PdfRun] = []
    for index, chunk in enumerate(row):
        style = chunk.style
        before = row[index - 1] if index else None
        space = " " if before is not None and _is_apart(before, chunk) else ""
        rise = round(chunk.y - baseline, 1) if chunk.size < size or chunk.y - baseline > _SAME_BASELINE * size else 0.0
        if runs and before is not None and chunk.x0 - before.x1 < _WIDE * chunk.size:
            last = runs[-1]
            if (last.font, last.size, last.rise) == (style.font, style.size, rise):
                runs[-1] = PdfRun(
                    f"{last.text}{space}{chunk.text}",
                    last.font,
                    last.size,
                    last.is_bold,
                    last.is_italic,
                    last.x0,
                    max(last.x1, chunk.x1),
                    rise,
                )
                continue
        runs.append(
            PdfRun(space + chunk.text, style.font, style.size, style.is_bold, style.is_italic, chunk.x0, chunk.x1, rise)
        )
    return tuple(runs)
