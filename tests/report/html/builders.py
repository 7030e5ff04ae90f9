"""Small pages, read."""

from __future__ import annotations

from lxml import etree

from briefs.report.html.html_recognition import recognize_html
from briefs.report.html.page_tree import page_tree
from briefs.report.recognized import Recognized
from tests.report.shown_pieces import said


def read(page: str) -> Recognized:
    """What the reader makes of a page; there must be no diagnostics."""
    found = recognize_html(page.encode(), "report.html")
    assert found.problems == ()
    return found.value


def pieces(page: str) -> list[str]:
    """The pieces of a page as lines of text; their lines must be one after the other."""
    found = read(page)
    numbers = sorted(number for piece in found.pieces for number in piece.lines)
    assert numbers == list(range(1, len(found.text.split("\n")) + 1 if found.text else 1))
    return list(map(said, found.pieces))


def aside(page: str) -> list[tuple[str, str]]:
    """What is left aside of a page: what it is, and its words."""
    return [(one.kind, one.text) for one in read(page).left_aside]


def element(html: str) -> etree._Element:
    """The first element of a body."""
    return next(page_tree(html.encode(), "report.html").iter("body"))[0]
