"""Small reports for finders, and what they find in them."""

from __future__ import annotations

from briefs.candidates.finders import FINDERS
from briefs.candidates.found import Found, Material
from briefs.model.report import Report
from tests.report.builders import report as read


def headed(text: str) -> Report:
    """A report in which each line that begins with `#` is a heading, as deep as it has such marks."""
    lines, outline = [], ["outline:"]
    for line in text.splitlines():
        heading = line.lstrip("#").strip()
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            outline.append(f'  - {{text: "{heading}", level: {level}, label: "H{len(outline)}"}}')
        lines.append(heading if line.startswith("#") else line)
    return read("\n".join(lines) + "\n", "\n".join(outline) + "\n")


def found(kind: str, text: str, language: str = "en") -> list[Found]:
    """What the finder of `kind` finds in a report, written as for `headed`."""
    return list(FINDERS[kind](Material(headed(text), language)))


def passages(kind: str, text: str, language: str = "en") -> list[str]:
    """The words of what is found."""
    return [one.passage.words for one in found(kind, text, language)]
