"""Joining runs of text."""

from __future__ import annotations

from briefs.model.inline import NoteCall, Strong, Text
from briefs.model.text_runs import joined


def test_texts_that_follow_each_other_are_one() -> None:
    bold = Strong((Text("d"), Text("e")))
    assert joined([Text("a"), Text("b"), NoteCall("x"), Text("c"), bold]) == (
        Text("ab"),
        NoteCall("x"),
        Text("c"),
        bold,
    )
    assert joined([]) == ()


def test_a_text_that_no_line_may_divide_stays_apart() -> None:
    whole = Text("b", is_whole=True)
    assert joined([Text("a"), whole, Text("c")]) == (Text("a"), whole, Text("c"))
