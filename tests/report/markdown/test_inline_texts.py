from __future__ import annotations

import pytest

from tests.report.markdown.builders import aside, pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* __b__ ***c*** d", "*a b c* d"),
        ("**All of it**", "All of it"),
        ("un*like*ly", "un*like*ly"),
        ("\\*a\\* 5 \\* 3", "∗a∗ 5 ∗ 3"),
        ("a  \nb\\\nc\nd", "a b c d"),
        ("`a*b` &amp; &copy;", "a∗b & ©"),
        ("~~old~~ new", "old new"),
        ("5 m<sup>2</sup> 1<sup>st</sup> CO<sub>2</sub>", "5 m² 1st CO2"),
        ("a<br>b<br/>c <b>d</b>", "a b c *d*"),
        ("[a](x){.b} `c`{.sh} d{e}", "a c d{e}"),
        ("[a][b] [c]\n\n[b]: http://x", "a [c]"),
        ("<https://a.org/b_c>", "https://a.org/b_c"),
        ("“straight” 'and' curly -- …", "“straight” 'and' curly -- …"),
    ],
)
def test_words_are_kept_and_marks_are_not(text: str, expected: str) -> None:
    assert pieces(text)[0].partition(" p: ")[2] == expected


def test_addresses_comments_and_descriptions_are_left_aside() -> None:
    assert aside("a [b](x) [c](#d)\n\n<img alt='e' src=f> g <!-- h -->") == [
        ("address of a link", "x", 1),
        ("comment", "h", 3),
        ("alternative text within a line", "e", 3),
    ]
