from __future__ import annotations

import pytest

from briefs.report.plain_text.leftovers.foreign_markup import foreign_markup


def found(*lines: str) -> list[tuple[int, str]]:
    return [(number, fault.message) for number, fault in foreign_markup(lines, set())]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("the <i>quay</i>", 'an HTML tag, "<i>"'),
        ("the quay &#8212; pier", 'an HTML entity, "&#8212;"'),
        ("the quay &nbsp;pier", 'an HTML entity, "&nbsp;"'),
        ("the quay[^3]", 'a Markdown note, "[^3]"'),
        ("the [quay](https://example.org)", 'a Markdown link, "[quay](https://example.org)"'),
        ("## The quay", 'a Markdown heading, "## The quay"'),
        ("the _quay_ is", 'Markdown underscores, "_quay_"'),
        ("the ~~quay~~", 'struck-through Markdown, "~~quay~~"'),
        ("```text", 'a Markdown block of code, "```text"'),
        ("|---|---|", 'a rule of a Markdown table, "|---|---|"'),
        (r"the \emph{quay}", r'LaTeX markup, "\emph{quay}"'),
        ("the [[quay|pier]]", 'wiki markup, "[[quay|pier]]"'),
        ("see Error! Reference source not found.", '"Error! Reference source not found."'),
        ("the keeperâ€™s quay", 'characters read in the wrong encoding, "â€™"'),
        ("the <script>", 'an HTML tag, "<script>"'),
        ("the <code>quay</code>", 'an HTML tag, "<code>"'),
        ("| a | b |", 'a row of a Markdown table, "| a | b |"'),
        ("\uf0b7 the quay", 'a bullet that begins no item, "\uf0b7 the"'),
        ("  ▪the quay", 'a bullet that begins no item, "  ▪the"'),
        ("> the quay", 'a Markdown quotation, "> the quay"'),
        ("== The quay ==", 'a wiki heading, "== The quay =="'),
        ("Â£5", 'characters read in the wrong encoding, "Â£"'),
        (r"{\rtf1", r'rich text markup, "{\rtf1"'),
    ],
)
def test_markup_is_named(line: str, what: str) -> None:
    (problem,) = found("Text.", line)
    assert problem[0] == 2
    assert what in problem[1]


@pytest.mark.parametrize(
    "line",
    [
        "*The Study*, 3 < 4 > 2, R&D; AT&T",
        "file_name_1 and https://example.org/_a_/b",
        "[sic] (1) [2010] # 3",
        "Âge, Ãma, $5 and 50%",
        "C:\\tides\\new",
        "the _x_ axis",
        "the ● and ■ of the map",
        "> 5 per cent of boats, a | b, |x| and a == b",
        "the '90s and 'no''",
    ],
)
def test_what_only_looks_like_markup_is_no_matter(line: str) -> None:
    assert found(line) == []


def test_each_kind_is_named_once_with_its_lines() -> None:
    assert found("a<br>", "b", "c<br/>", "d &amp; e") == [
        (1, 'the line has an HTML tag, "<br>"; also on line 3'),
        (4, 'the line has an HTML entity, "&amp;"'),
    ]


def test_brackets_without_end_are_looked_through_once() -> None:
    assert found("[" * 50_000 + "](", "[[" * 50_000 + "]x") == []
    assert found("[" * 50_000 + "a](b)")[0][1].startswith('the line has a Markdown link, "[a](b)"')
