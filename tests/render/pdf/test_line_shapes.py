"""What decides where things stand on a page: the lines of paragraphs, and everything else word for word."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from briefs.model.document import Document, List, Note, Table
from briefs.model.inline import NoteCall, Strong
from briefs.model.sheet import Paper
from briefs.render.html.page import print_html
from briefs.render.pdf.line_shapes import Shape, shapes_of, without_words
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, item, layout, paragraph, row, section, text, unit

SHORT = "A line that ends before the margin."
LONG = f"{SHORT} It goes on until it has filled this line, and begins another one, in which it has only a few words."


def brief(words: str, cell: str = "Cell", note: str = "Note.") -> Document:
    first = paragraph(words, unit("a", "a", number=1))
    first = replace(first, children=(*first.children, NoteCall("n1"), Strong(text("Strong."))))
    return document(
        section(first, List((item("Item.", unit("b", "b", number=2)),))),
        section(Table(text("Caption"), (text("Head"),), (row(cell, owner=unit("c", "c")),), number=3)),
        notes=(Note("n1", unit("n", "n"), text(note), 1),),
    )


def frame(one: Document) -> str:
    return without_words(print_html(one, layout()))[0]


@cache
def shapes(words: str, paper: Paper = "A4", css: str = "") -> dict[str, Shape]:
    one, look = brief(words), layout(paper)
    look = replace(look, print_css=look.print_css + css)
    ids = without_words(print_html(one, look))[1]
    return shapes_of(lay_out(one, look).rendering, ids)


def test_words_of_paragraphs_and_items_are_left_out_and_nothing_else_is() -> None:
    html, words = without_words(print_html(brief("Words."), layout()))
    assert set(words) == {"a", "b"}
    assert "Words." not in html
    assert "Item." not in html
    for kept in ("Heading", "Caption", "Cell", "Note.", "1 ", "<strong></strong>", "About."):
        assert kept in html
    assert frame(brief(LONG)) == html
    for other in (brief("Words.", cell="Another"), brief("Words.", note="Another."), brief("Words.", cell="Cell ")):
        assert frame(other) != html


def test_each_word_counts_in_the_hash_but_not_the_number() -> None:
    def hashed(one: Document) -> str:
        return without_words(print_html(one, layout()))[1]["a"]

    once = hashed(brief("Words."))
    assert once == hashed(brief("Words."))
    assert once not in (hashed(brief("Words")), hashed(brief("Words.", note="Another.")))
    numbered = document(section(paragraph("Words.", unit("a", "a", number=7))))
    other = document(section(paragraph("Words.", unit("a", "a", number=8))))
    assert hashed(numbered) == hashed(other)


def test_what_shares_its_id_with_something_else_keeps_its_words() -> None:
    html = '<p id="a">Words.</p>\n<p id="b">Words.</p>\n<h2 id="a">Words.</h2>'
    assert without_words(html)[0] == html.replace('<p id="b">Words.', '<p id="b">')


def test_lines_are_counted_and_say_which_notes_are_called_in_them() -> None:
    short, long = shapes(SHORT)["a"], shapes(LONG)["a"]
    assert (len(short.lines), len(long.lines)) == (1, 2)
    assert short.style == long.style
    assert [line[3:] for line in long.lines] == [(), ("n",)]
    assert shapes(SHORT.replace("A line", "The line"))["a"] == short


def test_lines_are_the_same_on_other_paper() -> None:
    assert shapes(LONG, "letter") == shapes(LONG)


@pytest.mark.parametrize("css", ["p { font-weight: bold }", "p { margin-left: 1mm }", "p::before { content: '1' }"])
def test_another_style_is_another_shape(css: str) -> None:
    assert shapes(SHORT, "A4", css)["a"].style != shapes(SHORT)["a"].style


@pytest.mark.parametrize(
    "css",
    ["section { float: left }", "p { display: inline-block }", "p { position: absolute }", "main { display: flex }"],
)
def test_what_is_as_wide_as_its_words_has_no_shape(css: str) -> None:
    assert "a" not in shapes(SHORT, "A4", css)


def test_a_higher_letter_makes_another_line() -> None:
    assert shapes(f"{SHORT} ☐")["a"].lines != shapes(f"{SHORT} a")["a"].lines
