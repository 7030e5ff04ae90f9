"""The look of lines of a PDF, and of its body, against which headings stand out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from briefs.report.pdf.pdf_lines import PdfLine, PdfRun

_MOSTLY = 0.85
"""The share of a line's letters that must be bold, or italic, for the line to be."""
_RAISED = 0.2
_SMALL = 0.78
"""Runs raised, or small, by these parts of the size of the line are marks of notes, not words of it."""
_TIGHT, _FEWEST_LINES, _GOOD_PART = 1.7, 4, 0.05
"""Running text: baselines at most so many sizes apart, at least so many lines, such a part of all characters."""
_WIDE_GAP = 1.8
"""A gap of so many times the size parts cells of a table."""
_LABEL = 25
"""How long the label of a heading is at most, as in "Recommendation 4:"."""
_NUMBER = re.compile(r"[\W\d]*[A-Za-z]?[\W\d]*$")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line looks: its size in half points, rounded; whether it is bold, italic, in capitals, or in a font that
    the body does not use."""

    size: float
    is_bold: bool
    is_italic: bool
    is_capitals: bool
    is_other_font: bool

    @property
    def described(self) -> str:
        """The look in words, for evidence: "bold capitals, 14 pt"."""
        words = [
            name
            for name, has in (("bold", self.is_bold), ("italic", self.is_italic), ("capitals", self.is_capitals))
            if has
        ]
        size = f"{self.size:g} pt"
        return f"{' '.join(words)}, {size}" if words else size


@dataclass(frozen=True, slots=True)
class BodyStyle:
    """The look of most of the text: size in points, fonts, whether it is bold, and the usual distance of baselines.

    `running` are that size and the larger ones in which whole paragraphs are set.
    """

    size: float
    fonts: frozenset[str]
    is_bold: bool
    leading: float
    running: tuple[float, ...] = ()

    def beside(self, size: float) -> float:
        """The largest size of running text that is not above `size`: what a heading of that size stands out from."""
        return max((one for one in self.running if one <= size + 0.3), default=self.size)


def body_style(lines: Sequence[PdfLine]) -> BodyStyle:
    """The style in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for run in line.runs:
            sizes[_rounded(run.size)] += len(run.text)
    size = max(sizes, key=lambda one: (sizes[one], one), default=10.0)
    fonts: Counter[str] = Counter()
    bold = total = 0
    for line in lines:
        for run in line.runs:
            if abs(_rounded(run.size) - size) < 0.6:
                fonts[_family(run.font)] += len(run.text)
                bold += len(run.text) * run.is_bold
                total += len(run.text)
    gaps = [
        before.baseline - line.baseline
        for before, line in itertools.pairwise(lines)
        if (before.page, before.column) == (line.page, line.column)
        and 0.8 * size < before.baseline - line.baseline < 2.2 * size
        and abs(line_size(line) - size) < 0.6
    ]
    common = frozenset(font for font, count in fonts.items() if count > total * 0.1)
    leading = median(gaps) if gaps else 1.2 * size
    running = {size, *(one for one in _running_sizes(lines, sum(sizes.values())) if one > size)}
    return BodyStyle(size, common, bold > total / 2, leading, tuple(sorted(running)))


def _running_sizes(lines: Sequence[PdfLine], characters: int) -> set[float]:
    """The sizes in which paragraphs of several lines, not in bold, make up a good part of all characters."""
    paragraphs: Counter[float] = Counter()
    run: list[PdfLine] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        run.append(line)
        size = line_size(line)
        is_same = after is not None and after.page == line.page and abs(line_size(after) - size) < 0.3
        if after is None or not is_same or not 0 < line.baseline - after.baseline < _TIGHT * size:
            plain = [one for one in run if not all(part.is_bold for part in one.runs)]
            if len(plain) >= _FEWEST_LINES:
                paragraphs[_rounded(size)] += sum(len(one.text) for one in plain)
            run = []
    return {size for size, count in paragraphs.items() if count > _GOOD_PART * characters}


def style_of(line: PdfLine, body: BodyStyle) -> LineStyle:
    """The look of a line; numbers and marks of notes in another look do not count."""
    runs = main_runs(line)
    letters = sum(_letters(run.text) for run in runs)
    counted = runs if letters else list(line.runs)

    def share(wanted: Iterable[PdfRun]) -> float:
        return sum(_letters(run.text) for run in wanted) / letters if letters else 0.0

    text = "".join(run.text for run in counted)
    is_capitals = sum(map(str.isupper, text)) >= 3 and text.upper() == text
    size = line_size(line)
    if is_capitals:
        size = max(run.size for run in counted)  # small capitals
    return LineStyle(
        _rounded(size),
        (share(run for run in counted if run.is_bold) >= _MOSTLY) if letters else all(run.is_bold for run in counted),
        share(run for run in counted if run.is_italic) >= _MOSTLY,
        is_capitals,
        bool(body.fonts) and all(_family(run.font) not in body.fonts for run in counted),
    )


def main_runs(line: PdfLine) -> list[PdfRun]:
    """The runs of a line that are words of it, without raised and small marks."""
    size = max((run.size for run in line.runs), default=0.0)
    return [run for run in line.runs if abs(run.rise) < _RAISED * size and (run.size > _SMALL * size or run.rise <= 0)]


def line_size(line: PdfLine) -> float:
    """The size in which most characters of a line are set, in points."""
    sizes: Counter[float] = Counter()
    for run in line.runs:
        sizes[run.size] += len(run.text.replace(" ", ""))
    return max(sizes, key=lambda one: (sizes[one], one), default=0.0)


def begins_run_in(line: PdfLine) -> bool:
    """Whether a line begins in bold or italics and goes on in plain letters: a run-in heading, or a label."""
    runs = [run for run in main_runs(line) if _letters(run.text)]
    if len(runs) < 2:
        return False
    first, last = runs[0], runs[-1]
    return (first.is_bold and not last.is_bold) or (first.is_italic and not last.is_italic and not last.is_bold)


def is_tabular(line: PdfLine) -> bool:
    """Whether wide gaps divide a line into cells; the gap after the number of a heading does not."""
    for before, after in zip(line.runs, line.runs[1:], strict=False):
        if after.x0 - before.x1 > _WIDE_GAP * max(before.size, after.size):
            beginning = "".join(run.text for run in line.runs if run.x1 <= before.x1 + 0.1).strip()
            is_label = len(beginning) < _LABEL and (beginning[-1:] in ":.)" or beginning[-1:].isdigit())
            if not _NUMBER.match(beginning) and not (is_label and any(map(str.isdigit, beginning))):
                return True
    return False


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _family(font: str) -> str:
    """The name of a font without what it says of weight and slant."""
    return re.split(r"[-,]", font, maxsplit=1)[0]
