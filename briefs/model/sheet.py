"""The sheet that a brief is laid out for: the paper, and the size of type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Paper: TypeAlias = Literal["A4", "letter"]

TypeSize: TypeAlias = Literal[11, 18]
"""The size of running text, in points: 18 in large print, in which nothing is smaller than 16 (UKAAF G003)."""

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a PDF or Word file is laid out for: paper, and size of running text in points. HTML follows the window."""

    paper: Paper = "A4"
    size: TypeSize = 11

    @classmethod
    def of(cls, paper: Paper, large_print: bool) -> Sheet:
        """The sheet of `paper`, in large print or in the usual type."""
        return cls(paper, 18 if large_print else 11)

    def enlarged(self, length: float) -> int:
        """A length of the usual type, such as the space between paragraphs, as it is in this type."""
        return round(length * self.enlargement)

    @property
    def enlargement(self) -> float:
        """How much larger type, and the space around it, is than usual."""
        return self.size / 11

    @property
    def is_large_print(self) -> bool:
        """Whether type is larger than usual: then a brief takes as many pages as it needs."""
        return self.size > 11

    @property
    def suffix(self) -> str:
        """The part of file names that shows the sheet: empty for A4 in the usual type."""
        paper = f"_{self.paper}" if self.paper != "A4" else ""
        return f"{paper}_large-print" if self.is_large_print else paper


USUAL = Sheet()
"""A4 in the usual type: the sheet that page budgets count, and that is distributed."""
