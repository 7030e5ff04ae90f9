from __future__ import annotations

from briefs.compose.text_runs import joined
from briefs.model.inline import NoteCall, Strong, Text


def test_texts_that_follow_each_other_are_one() -> None:
    bold = Strong((Text("d"), Text("e")))
    assert joined([Text("a"), Text("b"), NoteCall("x"), Text("c"), bold]) == (
        Text("ab"),
        NoteCall("x"),
        Text("c"),
        bold,
    )
    assert joined([]) == ()
