"""The elements of a line of text: what they print, and their text alone."""

from __future__ import annotations

import pytest

from briefs.model.inline import (
    Checkbox,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    inline_text,
    prints_anything,
)


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        ("ES 7", "‹ES 7›"),
        ("I ¶2, ¶4", "‹I ¶2,\u00a0¶4›"),
        ("I ¶2, ¶4; ES 7", "‹I ¶2, ¶4; ES 7›"),
    ],
)
def test_a_source_tag_keeps_its_last_label_with_the_one_before(labels: str, printed: str) -> None:
    assert SourceTag(labels).printed == printed


def test_the_text_of_inline_elements_has_no_marks_and_no_boxes() -> None:
    children = (
        Strong((Text("One "), Emphasis((Text("two"),)))),
        NoteCall("n", 1),
        Checkbox("Agree"),
        Text(" "),
        Foreign("fr", (Link("https://example.org/", "trois"),)),
    )
    assert inline_text(children) == "One two trois"


@pytest.mark.parametrize(
    ("children", "prints"),
    [
        ((), False),
        ((Text(" "), Strong((Emphasis(()),))), False),
        ((Strong((Text("a"),)),), True),
        ((Foreign("fr", (NoteCall("n", 1),)),), True),
        ((Checkbox("Agree"),), True),
        ((SourceTag("ES 7"),), True),
    ],
)
def test_elements_without_words_marks_and_boxes_print_nothing(children: tuple[Inline, ...], prints: bool) -> None:
    assert prints_anything(children) is prints
