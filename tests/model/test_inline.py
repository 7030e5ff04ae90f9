"""The elements of a line of text: what they print, and their text alone."""

from __future__ import annotations

import pytest

from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
    appended,
    inline_text,
    prints_anything,
    text_area,
    without_text_area,
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
        TextArea("Notes", 3),
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
        ((TextArea("Notes", 3),), True),
    ],
)
def test_elements_without_words_marks_and_boxes_print_nothing(children: tuple[Inline, ...], prints: bool) -> None:
    assert prints_anything(children) is prints


def test_words_are_appended_above_the_room_to_write_in() -> None:
    area = TextArea("Notes", 3)
    assert appended((Text("Why?"), area), (SourceTag("ES 7"),)) == (Text("Why?"), SourceTag("ES 7"), area)
    assert appended((Text("Why?"),), (SourceTag("ES 7"),)) == (Text("Why?"), SourceTag("ES 7"))
    assert (text_area((Text("Why?"), area)), text_area((Text("Why?"),)), text_area(())) == (area, None, None)
    assert without_text_area((Text("Why?"), area)) == (Text("Why?"),)


def test_a_cited_number_is_part_of_the_words_around_it() -> None:
    cited = (Strong((Text("Para\u00a0"), CitedNumber("fact.a", 12))), Text(": as printed"))
    assert inline_text(cited) == "Para\u00a012: as printed"
    assert prints_anything((CitedNumber("fact.a", 1),))
