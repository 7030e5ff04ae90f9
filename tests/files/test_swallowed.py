"""Words that YAML would read in another way than they were meant."""

from __future__ import annotations

import pytest

from briefs.files.yaml import parse_yaml
from briefs.model.diagnostics import DocumentError


def said(text: str) -> list[tuple[int, str]]:
    """The lines of all messages about `text`, with the lines as they should be."""
    try:
        parse_yaml(text, "a.yaml")
    except DocumentError as error:
        return [(one.place.line, one.hint.partition("\n    ")[2]) for one in error.diagnostics]
    return []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accent: #1F3A6B\n", [(1, 'accent: "#1F3A6B"')]),
        ("a: well #3 of 5\n", [(1, 'a: "well #3 of 5"')]),
        ("a: well # 3 of 5\n", [(1, 'a: "well #3 of 5"')]),
        ("ask: # Dig wells.\n", [(1, 'ask: "# Dig wells."')]),
        ("a: [“b”, c]\n", [(1, 'a: ["b", c]')]),
        ("a: {short: “b”}\n", [(1, 'a: {short: "b"}')]),
        ("a: b c\n   - d\n", [(2, "- d")]),
        ("a:\n  - b\n   - c\n", [(2 + 1, "- c")]),
        ("a: b\n  c:d\n", [(2, "c: d")]),
        ("a: {b:c, d:e}\n", [(1, "a: {b: c, d: e}")]),
        ("a: {b = must}\n", [(1, "a: {b: must}")]),
        ("a: {b: c, in=fn 1}\n", [(1, "a: {b: c, in: fn 1}")]),
        ("a: {b: must, c=4}\n", [(1, "a: {b: must, c: 4}")]),
        ("a: {b = must, c=could}\n", [(1, "a: {b: must, c: could}")]),
        ("a: {b: “c”, d: “e”, f: “g”}\n", [(1, 'a: {b: "c", d: "e", f: "g"}')]),
        ("a: {b: must, should}\n", [(1, "a: {b: must}")]),
        ("a: {b: c, d, e: f}\n", [(1, 'a: {b: "c, d", e: f}')]),
        ("-a: b\n", [(1, "- a: b")]),
        ('a: b c"\n', [(1, 'a: "b c"')]),
        ("a: >-\nb: c\n", [(2, "b: c")]),
        ("ti\u200btle: b\n", [(1, "")]),
        ("a: ! b\n", [(1, 'a: "! b"')]),
    ],
)
def test_what_would_be_lost_or_joined_is_reported_with_the_line_as_it_should_be(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: b  # 2 c\n# d #3\n",
        "pages: 2 #three\n",
        "a: 'well #3'\n",
        "term: “Soft law”\n",
        "outline:\n  - {text: “Wells”, level: 1}\n",
        "a: “b” and “c”\n",
        "a: “b” (c)\n",
        'a: "“b”"\n',
        'a: 5"\n',
        "a: see http://x.org/b\n  and http://y.org\n",
        "a:\n  - b\n  - - c\n    - d\n",
        "a: >-\n  b #3\n  - c\n  d:e\n",
        "a: {b: [c, d, e]}\n",
        "a: really ! yes\n",
        "a: b\u200bc\n",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert said(text) == []
