"""Small texts in Markdown, read."""

from __future__ import annotations

from textwrap import dedent

from briefs.model.diagnostics import Checked
from briefs.report.markdown.markdown_recognition import recognize_markdown
from briefs.report.recognized import Recognized
from tests.report.shown_pieces import shown


def read(text: str) -> Checked[Recognized]:
    """What the reader makes of `text`, whose lines may all be indented."""
    return recognize_markdown(dedent(text).lstrip("\n").encode(), "report.md")


def pieces(text: str) -> list[str]:
    """Its pieces as lines; there must be no diagnostics."""
    found = read(text)
    assert found.problems == ()
    return shown(found.value.pieces)


def aside(text: str) -> list[tuple[str, str, int]]:
    """What is left aside: what it is, its words, its line."""
    return [(one.kind, one.text, one.line) for one in read(text).value.left_aside]
