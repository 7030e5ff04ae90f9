from __future__ import annotations

import pytest

from tests.report.html.builders import pieces


def markers(html: str) -> list[str]:
    return [line.partition(": ")[2].partition(" |")[0] for line in pieces(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4.", "9.", "10."]),
        ("<ol reversed><li>a<li>b</ol>", ["2.", "1."]),
        ("<ol type=a start=26><li>a<li>b<li>c</ol>", ["z.", "aa.", "ab."]),
        ("<ol type=I><li>a<li>b<li>c<li>d</ol>", ["I.", "II.", "III.", "IV."]),
        ("<ol type=i start=0><li>a<li>b</ol>", ["0.", "i."]),
        ("<ol style='list-style-type: upper-alpha'><li>a<li type=1>b</ol>", ["A.", "2."]),
        ("<ol style='list-style: none'><li>a</ol>", [""]),
        ("<ol style='list-style:disc'><li>a</ol>", ["•"]),
        ("<ol start=x><li value=''>a</ol>", ["1."]),
        ("<li>a", ["•"]),
    ],
)
def test_items_have_the_markers_that_are_printed(html: str, expected: list[str]) -> None:
    assert markers(html) == expected
