from __future__ import annotations

import pytest

from briefs.model.report import LeftAside
from briefs.report.markdown.html_blocks import HtmlBlock, read_html_block
from tests.report.markdown.builders import pieces
from tests.report.shown_pieces import shown

TABLE = """<table>
<caption>Wells</caption>
<tr><th>a</th><th>b</th></tr>
<tr>
<td>1</td>
<td>2</td>
</tr>
</table>
"""


def test_a_table_has_rows_with_the_lines_that_they_take() -> None:
    block = read_html_block(TABLE, range(11, 19))
    assert (block.columns, block.caption, block.caption_lines) == (("a", "b"), "Wells", (11, 12))
    assert shown(block.rows) == ["13 head of table 0: a | b", "14–18 row of table 0: 1 | 2"]


def test_without_a_caption_the_first_row_has_the_lines_above() -> None:
    block = read_html_block("<table>\n<tr><td>1<td>2</table>", (1, 2))
    assert shown(block.rows) == ["1–2 row of table 0: 1 | 2"]


def test_a_table_whose_rows_share_a_line_is_text() -> None:
    assert read_html_block("<table><tr><td>1<td>2<tr><td>3<td>4</table>", (1,)) == HtmlBlock(text="1 2 3 4")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<div>\n", HtmlBlock()),
        ("<p>a <b>b</b><br>c</p>", HtmlBlock(text="a *b* c")),
        ("<img alt='a'>", HtmlBlock(alternative="a")),
        ("<!-- a -->b", HtmlBlock(text="b", aside=(LeftAside("comment", "a", 1),))),
        ("<a href=x>b</a>", HtmlBlock(text="b", aside=(LeftAside("address of a link", "x", 1),))),
        ("<script>a</script>", HtmlBlock()),
    ],
)
def test_of_other_html_the_words_are_kept(content: str, expected: HtmlBlock) -> None:
    assert read_html_block(content, (1,)) == expected


def test_html_stands_among_other_blocks() -> None:
    table = "<table>\n\n<tr>\n<td>1</td><td>2</td></tr>\n\n</table>\n"
    assert pieces(f"<!-- a\nb -->\n\n<div>\n\n# C\n\n</div>\n\n{table}") == [
        "1–2 markup: <!-- a\nb -->",
        "4 markup: <div>",
        "6 h1: C",
        "8 markup: </div>",
        "10, 12–13, 15 row of table 1: 1 | 2",
    ]


def test_html_that_its_parser_cannot_hold_is_a_text_without_its_tags() -> None:
    deep = "<div>" * 3_000 + "the tides" + "</div>" * 3_000
    assert read_html_block(deep, (1,)).text == "the tides"
    attributes = " ".join(f"a{at}" for at in range(30_000))
    assert read_html_block(f"<p {attributes}>the tides</p>", (1,)).text == "the tides"
