"""What the hints say about the lines of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.report.hints import HeadingHint, TableHint
from briefs.report.pieces import QuotationPiece


@dataclass(frozen=True, slots=True)
class HintedLines:
    """What begins on which line (numbered from 1), and the tables by the text of their headings.

    `spans` are all lines of each heading by the first one, for those with more than one.
    """

    headings: Mapping[int, HeadingHint]
    quotations: Mapping[int, QuotationPiece]
    signatures: frozenset[int]
    tables: Mapping[str, TableHint]
    spans: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def begins(self, number: int) -> bool:
        """Whether a heading, a quotation or a signature begins on the line `number`."""
        return number in self.headings or number in self.quotations or number in self.signatures
