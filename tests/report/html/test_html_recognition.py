from __future__ import annotations

import re
from collections import Counter
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.report import Page
from briefs.report.html.html_recognition import recognize_html
from tests.report.html.builders import pieces, read

WATER = """<!DOCTYPE html>
<html lang="en"><head><title>Water – Council</title>
<meta name="author" content="Ada"><meta property="article:published_time" content="2026-11-29T10:00"></head>
<body><nav><a href="/">Home</a></nav>
<main><h1>Water</h1>
<p>Villages <em>met</em>.<sup><a href="#n1" id="r1">1</a></sup></p>
<h2>Findings</h2>
<p lang="fr">De l’eau.</p>
<ol><li>One<li>Two</ol>
<table><tr><th>village<th>wells</tr><tr><td>East<td>3</table>
<p id="n1"><a href="#r1">1</a> In March.</p>
</main></body></html>"""


def test_a_report_is_read_with_a_line_for_each_text() -> None:
    found = read(WATER)
    assert pieces(WATER) == [
        "title: Water",
        "p: Villages *met*.¹",
        "h1: Findings",
        "p: De l’eau.",
        "list 1 depth 0: 1. | One",
        "list 1 depth 0: 2. | Two",
        "head of table 1: village | wells",
        "row of table 1: East | 3",
        "note 1: In March.",
    ]
    assert found.text.split("\n")[1:5] == ["Villages *met*.¹", "Findings", "De l’eau.", "One"]
    assert not found.is_file_text
    assert (found.title, found.author, found.date, found.language) == ("Water", "Ada", "2026-11-29", "en")
    assert found.languages == {4: "fr"}
    assert [(one.kind, one.text) for one in found.left_aside] == [("part of the page around the report", "Home")]


def test_a_page_says_its_title_and_language_in_several_ways() -> None:
    head = "<head><title> A\n page</title><meta http-equiv=content-language content=fr></head>"
    found = read(f"<html>{head}<p>a</html>")
    assert (found.title, found.language) == ("A page", "fr")
    assert read("<html xml:lang=de-AT><p>a</html>").language == "de-AT"
    assert read("<html lang='not a tag'><body lang=es><p>a</html>").language == "es"


def test_pages_that_a_page_marks_are_kept() -> None:
    mark = '<span role="doc-pagebreak" aria-label="{}"></span>'
    found = read(f"<body>{mark.format('ii')}<p>a</p><p>b {mark.format('iii')} c</p><p>d</p>")
    assert found.text == "a\nb c\nd"
    assert found.pages == (Page("ii", 1), Page("iii", 3))


def test_what_is_marked_as_deleted_is_left_out_with_a_warning() -> None:
    found = recognize_html(b"<p>a <del>b</del> <ins>c</ins></p>", "report.html")
    assert found.value.text == "a c"
    assert [(one.kind, one.text) for one in found.value.left_aside] == [("deleted text", "b")]
    assert [str(problem) for problem in found.problems] == [
        "report.html: warning: 1 passage is marked as deleted, and left out [report-has-changes]\n"
        "  hint: ask for the final version of the report"
    ]


_NAMES = ["p", "div", "ul", "ol", "li", "b", "em", "span", "blockquote", "h2", "table", "tr", "td", "section", "figure"]
_NAMES += ["figcaption", "aside", "pre", "dl", "dt", "dd", "article", "details", "sup", "caption", "th", "a"]
_TAGS = st.builds("<{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(_NAMES))
_WORDS = st.sampled_from(["one ", " two", "three", "&amp;", "<br>", "<img alt=five>", "*"])


@given(st.lists(st.one_of(_TAGS, _WORDS), max_size=25))
def test_no_word_of_a_page_is_lost_or_doubled(parts: list[str]) -> None:
    page = "<body>" + "".join(parts)
    found = recognize_html(page.encode(), "report.html").value
    numbers = sorted(number for piece in found.pieces for number in piece.lines)
    assert numbers == list(range(1, len(found.text.split("\n")) + 1 if found.text else 1))
    wanted = "".join("five" if "five" in part else unescape(part) if part[0] != "<" else "" for part in parts)
    kept = " ".join((found.text, *(one.text for one in found.left_aside)))
    assert letters(kept) == letters(wanted)


def letters(text: str) -> Counter[str]:
    """The letters of a text, wherever its words are divided."""
    return Counter(re.sub(rf"[\W\d_{SUPERSCRIPTS}]", "", text))
