"""Lines of a PDF for tests of headings, set one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefs.report.pdf.pdf_lines import PdfLine, PdfRun

LEFT, WIDTH = 72.0, 440.0


@dataclass
class SetPages:
    """Lines that are set from the top of a page downwards; `page()` begins the next one."""

    size: float = 11.0
    lines: list[PdfLine] = field(default_factory=list)
    number: int = 0
    height: float = 780.0

    def page(self) -> SetPages:
        """Begin a page."""
        self.number += 1
        self.height = 780.0
        return self

    def line(
        self,
        text: str,
        size: float | None = None,
        bold: bool = False,
        italic: bool = False,
        gap: float = 1.3,
        font: str = "Serif",
        tags: tuple[str, ...] = (),
        width: float | None = None,
        x0: float = LEFT,
    ) -> SetPages:
        """Add a line, `gap` times its size below the last one."""
        points = size or self.size
        self.height -= gap * points
        x1 = x0 + (width if width is not None else min(WIDTH, 0.5 * points * len(text)))
        run = PdfRun(text, font + ("-Bold" if bold else ""), points, bold, italic, x0, x1)
        top = self.height + 0.75 * points
        self.lines.append(PdfLine(self.number, 0, text, (run,), x0, x1, self.height, top, tags))
        return self

    def heading(self, text: str, size: float = 14.0, bold: bool = True, tags: tuple[str, ...] = ()) -> SetPages:
        """Add a heading with room above it."""
        return self.line(text, size, bold, gap=2.2, font="Sans", tags=tags)

    def text(self, words: str = "The villages asked for wells and said so", lines: int = 4) -> SetPages:
        """Add a paragraph of full lines, the last one short."""
        page = "abcdefgh"[self.number] * 4
        for number in range(lines - 1):
            text = f"{words} on {page} {number} of many, to the edge"
            self.line(text, width=WIDTH, gap=1.3 if number else 2.0)
        return self.line(f"and then {page} ended.")


def words(lines: list[PdfLine], numbers: object) -> str:
    """The text of lines by their indices."""
    return " ".join(lines[number].text for number in numbers)  # type: ignore[attr-defined]
