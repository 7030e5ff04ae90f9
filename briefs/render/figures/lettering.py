"""Type in drawings: the width of a text and where its lines end, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.render.figures.column_balancing import balanced_columns
from briefs.render.figures.line_breaking import broken_lines
from briefs.render.figures.shapes import Label
from briefs.render.fonts.widths import TextMeasure

CAPITALS = 0.65
"""How high capitals are, in ems."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Type of one size (points) and weight, measured by `measure`."""

    measure: TextMeasure
    size: float
    is_bold: bool = False
    is_accented: bool = False

    def width(self, text: str) -> float:
        """The width of `text` in one line, in points."""
        return self.size * self.measure(text, self.is_bold)

    def lines(self, text: str, width: float) -> list[str]:
        """`text` in lines no wider than `width`, at least one."""
        return broken_lines(text, width / self.size, lambda part: self.measure(part, self.is_bold))

    def columns(self, texts: Sequence[Sequence[str]], width: float, least: Sequence[float] = ()) -> list[float]:
        """Widths of columns of `texts` side by side, `width` together; see `balanced_columns`."""
        floors = [floor / self.size for floor in least]
        ems = balanced_columns(texts, width / self.size, lambda part: self.measure(part, self.is_bold), floors)
        return [self.size * width for width in ems]

    def label(self, text: str, x: float, baseline: float, right_aligned: bool = False) -> Label:
        """`text` in one line."""
        return Label(x, baseline, text, self.size, self.is_bold, self.is_accented, right_aligned)

    def labels(self, lines: Sequence[str], x: float, baseline: float, leading: float) -> Iterator[Label]:
        """`lines` one below the other, the first on `baseline`, then `leading` points apart."""
        for index, line in enumerate(lines):
            yield self.label(line, x, baseline + leading * index)
