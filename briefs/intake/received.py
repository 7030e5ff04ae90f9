"""A report as `briefs init` received it: what was recognised in its file, before anything is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "heading",
    "paragraph",
    "item",
    "quotation",
    "note",
    "row",
    "picture",
    "title",
    "contents",
    "signature",
    "remark",
    "running head",
    "page number",
    "left aside",
]
"""What a part of a report was recognised as; a `remark` stands under a table."""

_RUNNING: frozenset[Role] = frozenset({"paragraph", "item", "quotation", "note", "row"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report: its clean text, its lines (from 1), and the label of its page if there are pages.

    Headings have a `level`, a `label`, and by what `evidence` and with what `certainty` they were recognised. Rows have
    their `cells`, the number of their `table` and its `columns`, which are empty if nothing names them; the text of one
    in plain text is the line as written. Where a part goes over several lines, `first_line` is the first. Quotations
    say whether they are an epigraph or repeat the text, and who is quoted.
    """

    role: Role
    text: str
    lines: tuple[int, ...]
    page: str = ""
    level: int = 0
    label: str = ""
    evidence: str = ""
    certainty: float = 1.0
    cells: tuple[str, ...] = ()
    table: int = 0
    columns: tuple[str, ...] = ()
    is_head: bool = False
    quoted_as: str = ""
    attribution: str = ""
    marker: str = ""
    first_line: str = ""


@dataclass(frozen=True)
class Received:
    """All parts of a report in reading order, and what its file declares about itself, if anything.

    `stem` is the name of the file without its ending. If it `is_plain`, its format marks nothing: headings, quotations,
    signatures and tables are what `report.yaml` says they are. Its `date` is that of the report if it `is_dated`;
    otherwise it may only be the day on which the file was made.
    """

    parts: tuple[Part, ...]
    stem: str
    is_plain: bool = False
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    is_dated: bool = True

    @cached_property
    def text(self) -> str:
        """The running text, a line for each part."""
        return "\n".join(part.text for part in self.parts if part.role in _RUNNING)

    @cached_property
    def whole_text(self) -> str:
        """The text of all parts, a line for each."""
        return "\n".join(part.text for part in self.parts)

    @cached_property
    def headings(self) -> tuple[Part, ...]:
        """The headings, in order."""
        return tuple(part for part in self.parts if part.role == "heading")

    def sections(self) -> Iterator[tuple[Part | None, tuple[Part, ...]]]:
        """Each heading with what stands directly under it; first None with what stands before all headings."""
        heading: Part | None = None
        under: list[Part] = []
        for part in self.parts:
            if part.role == "heading":
                yield heading, tuple(under)
                heading, under = part, []
            else:
                under.append(part)
        yield heading, tuple(under)
