"""The plain text has lines that fit everywhere; the HTML has the same words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.letters.letter_parts import (
    COLUMNS,
    as_html,
    as_text,
    html_page,
    slotted,
    text_lines,
    wrapped,
)
from briefs.model.document import Figure, Item, List, Paragraph
from briefs.model.inline import Emphasis, Foreign, Link, Strong, Text
from tests.builders import TIMELINE

MIXED = (
    Text("a & b "),
    Strong((Text("c"),)),
    Emphasis((Text("d"),)),
    Foreign("fr", (Text("e"),)),
    Link("https://x.org/", "x.org"),
    Link("https://x.org/y", "there"),
    Link("tel:+4122", "+41 22"),
)


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=90), min_size=1), st.sampled_from(["", "- ", "12. "]))
def test_words_stay_whole_and_lines_fit(words: list[str], before: str) -> None:
    lines = wrapped(before, " ".join(words)).split("\n")
    assert " ".join(" ".join(lines).removeprefix(before).split()) == " ".join(words)
    for line in lines:
        assert len(line) <= COLUMNS or len(line.removeprefix(before).split()) == 1
    assert all(line.startswith(" " * len(before)) for line in lines[1:])


def test_wide_signs_count_twice_and_marks_not_at_all() -> None:
    assert len(wrapped("", " ".join("王" for _ in range(40))).split("\n")[0]) == 49
    assert wrapped("", " ".join("e\u0301" for _ in range(40))).count("\n") == 1


def test_a_space_that_does_not_break_is_a_space_in_the_end() -> None:
    assert wrapped("", "x" * 70 + " 4\u00a0May") == "x" * 70 + " 4 May"
    assert wrapped("", "x" * 72 + " 4\u00a0May") == "x" * 72 + "\n4 May"


def test_inline_elements_become_plain_words() -> None:
    (line,) = text_lines([Paragraph(MIXED)])
    assert line.filled({}) == "a & b cdex.orgthere (https://x.org/y)+41 22"


def test_inline_elements_become_html() -> None:
    page = html_page("A & B", "en-GB", [Paragraph(MIXED), List((Item((Text("x"),)),), "plain")]).filled({})
    assert "<title>A &amp; B</title>" in page
    assert re.search(r"<p [^>]*>a &amp; b <strong>c</strong><em>d</em><span lang=\"fr\">e</span><a ", page)
    assert re.search(r"<ul [^>]*>\n<li [^>]*>x</li>\n</ul>", page)


def test_slots_are_filled_in_whatever_is_put_into_them() -> None:
    text = slotted("a \ue000recipient.name\ue001, \ue000copy.number\ue001")
    values = {"recipient.name": "\ue000copy.number\ue001", "copy.number": "3"}
    assert text.filled(values) == "a \ue000copy.number\ue001, 3"


def test_a_letter_holds_no_picture() -> None:
    figure = Figure(TIMELINE, ())
    assert list(text_lines([figure])) == []
    with pytest.raises(AssertionError):
        html_page("x", "en", [figure])


@pytest.mark.parametrize("name", ["שרה", "معالي", "ߞߊ"])
def test_what_is_written_from_right_to_left_is_kept_apart(name: str) -> None:
    assert as_text(name) == f"\u2068{name}\u2069"
    assert as_html(name) == f'<bdi dir="rtl">{name}</bdi>'
    assert (as_text("Ó <b>"), as_html("Ó <b>")) == ("Ó <b>", "Ó &lt;b&gt;")
