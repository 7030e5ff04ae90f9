"""The lines and pieces of a page while it is read: each text gets a line of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefs.model.report import AsideKind, LeftAside, Page
from briefs.report.pieces import Piece


@dataclass(slots=True)
class PageLines:
    """What has been read of a page. `leading` are the indices of items that only lead to another place in it, `pulled`
    those of quotations that may repeat the body, `looks` how paragraphs look that may be headings."""

    lines: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    languages: dict[int, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    aside: list[LeftAside] = field(default_factory=list)
    leading: set[int] = field(default_factory=set)
    pulled: list[int] = field(default_factory=list)
    looks: dict[int, str] = field(default_factory=dict)

    def line(self, text: str, language: str = "") -> tuple[int, ...]:
        """Write a line, and return its number."""
        self.lines.append(text)
        number = len(self.lines)
        if language:
            self.languages[number] = language
        return (number,)

    def leave(self, kind: AsideKind, text: str) -> None:
        """Note that words are left aside in the next line, or before it."""
        if text:
            self.aside.append(LeftAside(kind, text, len(self.lines) + 1))

    def begin_page(self, label: str, is_within: bool) -> None:
        """The next line is the first of the page with this label, or the one after it if that has begun already."""
        self.pages.append(Page(label, len(self.lines) + 1 + is_within))
