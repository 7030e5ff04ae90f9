from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.diagnostics import DocumentError
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.report.markdown.markdown_recognition import recognize_markdown
from briefs.report.recognized import Recognized
from tests.report.markdown.builders import aside, pieces, read
from tests.report.shown_pieces import said

WATER = """
---
title: Water
author: [Ada, Bo]
date: 2026-11-29
lang: en
---

# Water

Villages *met*.[^1]

Findings {#found}
-----------------

1. One
2. Two

| village | wells |
|---------|-------|
| East    | 3     |

***

[^1]: In March.

    In the hall.

[site]: https://example.org
  "The site"
"""


def test_a_report_is_read_with_the_lines_of_its_file() -> None:
    found = read(WATER)
    report = found.value
    assert pieces(WATER) == [
        "1–6 markup: ---\ntitle: Water\nauthor: [Ada, Bo]\ndate: 2026-11-29\nlang: en\n---",
        "8 title: Water",
        "10 p: Villages *met*.¹",
        "12–13 h1: Findings",
        "15 list 1 depth 0: 1. | One",
        "16 list 1 depth 0: 2. | Two",
        "18–19 head of table 1: village | wells",
        "20 row of table 1: East | 3",
        "22 markup: ***",
        "24, 26 note 1: In March. In the hall.",
        '28–29 markup: [site]: https://example.org\n"The site"',
    ]
    assert report.is_file_text
    assert (report.title, report.author, report.date, report.language) == ("Water", "Ada, Bo", "2026-11-29", "en")


def test_line_ends_of_every_system_and_a_byte_order_mark_count_alike() -> None:
    for end in ("\n", "\r\n", "\r"):
        content = ("\ufeff" + end.join(("# A", "", "b", "c", "", "## D"))).encode()
        found = recognize_markdown(content, "report.md").value
        assert [said(piece) for piece in found.pieces] == ["title: A", "p: b c", "h1: D"]
        assert [piece.lines for piece in found.pieces] == [(1,), (3, 4), (6,)]
    assert found.text.startswith("# A")


def test_formulas_and_divisions_are_left_as_they_are() -> None:
    assert pieces("::: {.box}\nIf $a_1 _b_$ costs $5 and $10.\n:::\n") == [
        "1 markup: ::: {.box}",
        "2 p: If $a_1 _b_$ costs $5 and $10.",
        "3 markup: :::",
    ]


def test_labels_that_two_notes_have_are_a_warning() -> None:
    assert [str(problem) for problem in read("a[^x]\n\n[^x]: One\n[^x]: Two\n").problems] == [
        "report.md:4: warning: another note has the label [^x] already, so nothing leads to this one "
        "[report-note-label]\n  hint: give each of the two a label of its own"
    ]


def test_what_a_text_says_besides_is_left_aside_and_named() -> None:
    assert aside("[a](https://a.org) <!-- ask --> ![map](m.png)\n\n<https://b.org>\n") == [
        ("address of a link", "https://a.org", 1),
        ("comment", "ask", 1),
        ("alternative text within a line", "map", 1),
    ]


@pytest.mark.parametrize(
    ("content", "said_of_it"),
    [
        (b"a\n\xff\n", "byte 1 of the line (0xff) is not UTF-8"),
        (b"\xff\xfea\0", "the file is saved as UTF-16"),
        (b"[" * 20_001, "a paragraph has more than 20,000 opening brackets"),
        (b" " * 10_000_001, "the report has 10 MB, and no more than 10 are read"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, said_of_it: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(said_of_it)):
        recognize_markdown(content, "report.md")


@pytest.mark.parametrize(
    "text",
    [
        ">" * 3000 + " deep",
        "".join(f"{'  ' * depth}- a\n" for depth in range(300)),
        "![" * 1000 + "a" + "](x)" * 1000,
        "^[" * 1000 + "a" + "]" * 1000,
        "<table>\n" * 3000,
        "---\n" * 5000,
        "*a **b" * 2000,
    ],
    ids=["quotations", "lists", "pictures", "notes", "tables", "rules", "emphasis"],
)
def test_deep_and_long_texts_are_read_to_their_end(text: str) -> None:
    found = recognize_markdown(text.encode(), "report.md").value
    assert {number for piece in found.pieces for number in piece.lines} == set(range(1, len(text.splitlines()) + 1))


_LINES = [
    *("word", "two words", "", "", "# Head", "====", "---", "- item", "  - nested", "1. one", "7) seven", "> quoted"),
    *("> — Ada", "| a | b |", "|---|---|", "[^1]: note", "    more", "call[^1]", "[l]: http://x", "[l][l]", "```"),
    *("<b>bold</b>", "<table>", "<tr><td>cell</td></tr>", "</table>", "<!-- c", "c -->", "*em* **s**", "![alt](p)"),
    *("term", ": def", "^[inline]", "$x$", "\\* star", "- - both", "-", "* * *", ":::", "> - in", "\t", "a  "),
]


@given(st.lists(st.sampled_from(_LINES), max_size=12))
def test_no_line_and_no_word_is_lost(lines: list[str]) -> None:
    found = recognize_markdown("\n".join(lines).encode(), "report.md").value
    claimed = Counter(number for piece in found.pieces for number in piece.lines)
    assert {number for number, line in enumerate(lines, 1) if line.strip()} <= claimed.keys()
    starts = [piece.lines[0] for piece in found.pieces]
    assert starts == sorted(starts)
    lost = words(*(re.sub(r"</?\w+>|\[\^1\]|\]\[l\]|\]\(p\)", " ", line) for line in lines)) - words(*texts(found))
    assert lost == Counter()


def texts(found: Recognized) -> list[str]:
    """Everything that pieces say, and what is left aside."""
    return [*map(said, found.pieces), *(one.text for one in found.left_aside)]


def words(*lines: str) -> Counter[str]:
    """Words without the calls of notes behind them."""
    return Counter(word for line in lines for word in re.findall(rf"[^\W\d_{SUPERSCRIPTS}]+", line))
