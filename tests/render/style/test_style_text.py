"""Remarks in style sheets stay in the project."""

from __future__ import annotations

import pytest

from briefs.render.style.style_text import without_comments


@pytest.mark.parametrize(
    ("css", "printed"),
    [
        ("/* by Ann */\np { margin: 0 } /* later */\n\n\nq { margin: 0 }", "p { margin: 0 }\nq { margin: 0 }"),
        ("a{/**/b:c}", "a{ b:c}"),
        ("p::before { content: '/* kept */' }", "p::before { content: '/* kept */' }"),
        ('p::before { content: "a\\"/* kept */" }', 'p::before { content: "a\\"/* kept */" }'),
        ("p { background: url(data:x/*kept*/) }", "p { background: url(data:x/*kept*/) }"),
        ("p { margin: 0 } /* never closed", "p { margin: 0 }"),
    ],
)
def test_comments_are_left_out_and_nothing_else(css: str, printed: str) -> None:
    assert without_comments(css) == printed
