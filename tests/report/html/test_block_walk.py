from __future__ import annotations

import pytest

from tests.report.html.builders import aside, pieces


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a<p>b</p>c", ["p: a", "p: b", "p: c"]),
        ("<div>a <b>b</b><div>c</div>d</div>", ["p: a *b*", "p: c", "p: d"]),
        ("<p>a<br>b<br><br>c", ["p: a b", "p: c"]),
        ("<pre>a\n  b</pre>", ["p: a b"]),
        ("<pre>a\n  b\n \n\nc <b>d</b>\n\n<b>e</b> f</pre>g", ["p: a b", "p: c *d*", "p: *e* f", "p: g"]),
        ("<p><b>All bold</b></p>", ["p: All bold"]),
        ("<p>a<b> b </b>c <i style='x'>d</i>", ["p: a *b* c *d*"]),
        ("<p>a <span style='font-style: italic'>b</span>", ["p: a *b*"]),
        ("<p>5 m<sup>2</sup>, 1<sup>st</sup>, CO<sub>2</sub>", ["p: 5 m², 1st, CO2"]),
        ("<p><q>a</q> *b*", ["p: “a” ∗b∗"]),
        ("<p><math><mi>x</mi><mo>=</mo><annotation>y</annotation></math> <math alttext='z'></math>", ["p: x= z"]),
        ("<details><summary>a</summary>b</details>", ["p: a", "p: b"]),
        ("<h2>a<br>b</h2><div role=heading>c</div><h4></h4>", ["h2: a b", "h2: c"]),
        ("<h2><img alt=Council></h2>", ["h2: Council"]),
        (
            "<dl><dt>a<dd>b<dd>c<dt>d</dl>",
            ["list 1 depth 0:  | a", "p in list 1: b", "p in list 1: c", "list 1 depth 0:  | d"],
        ),
        (
            "<ul><li>a<ul><li>b</ul>c<li><p>d<p>e</ul>f",
            [
                "list 1 depth 0: • | a",
                "list 2 depth 1: • | b",
                "p in list 1: c",
                "list 1 depth 0: • | d",
                "p in list 1: e",
                "p: f",
            ],
        ),
        ("<ul><li><h2>a</h2>b<li>c</ul>", ["h2: a", "p: b", "list 1 depth 0: • | c"]),
        ("<ul><li><ul><li>a</ul></ul>", ["list 2 depth 0: • | a"]),
        ("<blockquote><p>a<p>b</blockquote>", ["block quotation: a", "block quotation: b"]),
        ("<blockquote>a<footer>— <cite>Ada</cite></footer></blockquote>", ["block quotation: a | Ada"]),
        ("<blockquote><p>a<p>– Ada</blockquote>", ["block quotation: a | Ada"]),
        ("<figure><blockquote>a</blockquote><figcaption>Ada</figcaption></figure>", ["block quotation: a | Ada"]),
        ("<p>a b c</p><aside class=pullquote>b  c</aside>", ["p: a b c", "pull quotation: b c"]),
        ("<p>a</p><aside class=pullquote>b</aside>", ["p: a", "block quotation: b"]),
        ("<figure><img alt=a><figcaption>b <i>c</i></figcaption></figure>", ["picture: b *c* | a"]),
        ("<figure><svg aria-label=a><text>x</text></svg></figure>", ["picture:  | a"]),
        ("<figure><img><figcaption>b</figcaption></figure>", ["picture: b | "]),
        ("<figure><pre>a</pre><figcaption>b</figcaption></figure>", ["p: a", "p: b"]),
        ("<img alt=a><p>b", ["picture:  | a", "p: b"]),
        (
            "<table><caption>a</caption><tr><th>b<tr><td>c <i>d</i><ul><li>e</ul></table>",
            ["p: a", "head of table 1: b", "row of table 1: c *d* e"],
        ),
        ("<table><tr><td><h2>a</h2><p>b</table>", ["h2: a", "p: b"]),
        (
            "<p>a</p><ul>" + "".join(f"<li><a href=#{one}>{one}</a>" for one in "xyz") + "</ul>",
            ["p: a", "contents: x", "contents: y", "contents: z"],
        ),
        (
            "<p>" + "".join(f"I <a href=#{one}>Chapter {one}</a><br>" for one in "xyz"),
            ["contents: I Chapter x I Chapter y I Chapter z"],
        ),
        ("<p dir=rtl>أولا: <b>الماء</b></p>", ["p: أولا: *الماء*"]),
    ],
)
def test_blocks_become_pieces(page: str, expected: list[str]) -> None:
    assert pieces(page) == expected


def test_what_is_within_blocks_and_no_text_is_left_aside() -> None:
    page = "<p>a <a href=http://x>b</a> <img alt=c> <!-- d e --><!--[if mso]> f <![endif]--> <a href=#g>h</a></p>"
    assert aside(page) == [
        ("address of a link", "http://x"),
        ("comment", "d e"),
        ("alternative text within a line", "c"),
    ]
