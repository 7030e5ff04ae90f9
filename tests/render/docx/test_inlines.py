"""Inline content as runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.document import Paragraph
from briefs.model.inline import Checkbox, Emphasis, Foreign, Link, SourceTag, Strong, Text
from briefs.word.elements import qn
from tests.render.docx.samples import (
    TABLE,
    body,
    document,
    paragraph_document,
    paragraph_with,
    paragraphs,
    section,
    shown,
    value,
)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_text_of_printable_characters_survives(words: str) -> None:
    made = body(paragraph_document(Text("<"), Text(words), Text(">")))
    assert shown(paragraph_with(made, "<")) == f"<{words}>"


def test_tabs_and_line_ends_survive() -> None:
    assert shown(paragraph_with(body(paragraph_document(Text("<\tb\n c "))), "<")) == "<\tb\n c "


def test_characters_that_xml_cannot_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        body(paragraph_document(Text("\x07")))


def test_emphasis_language_and_tags_are_properties_of_the_run() -> None:
    made = body(
        paragraph_document(
            Strong((Text("bold"), Emphasis((Text("both"),)))),
            Foreign("fr", (Text("français"),)),
            Foreign("ar", (Text("عربي"),)),
            SourceTag("ES 7"),
        )
    )
    runs = {shown(run): run for run in paragraph_with(made, "bold").iter(qn("w:r"))}
    assert value(runs["bold"], "rPr/rStyle") == "Strong"
    assert value(runs["both"], "rPr/i") == ""
    assert value(runs["français"], "rPr/lang") == "fr"
    language = runs["عربي"].find(f"{qn('w:rPr')}/{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:bidi")) == "ar"
    assert value(runs["عربي"], "rPr/rtl") == ""
    assert value(runs[" ‹ES 7›"], "rPr/rStyle") == "SourceTagChar"


def test_a_tag_that_begins_a_paragraph_has_no_space_before_it() -> None:
    made = body(document(section(Paragraph((SourceTag("ES 7"), SourceTag("ES 8")), "tag"))))
    assert paragraphs(made)[-1] == "‹ES 7› ‹ES 8›"


def test_a_tag_in_a_caption_is_not_bold() -> None:
    captioned = replace(TABLE, caption=(Text("Caption"), SourceTag("I ¶1; ES 7, 16.1.4")))
    caption = paragraph_with(body(document(section(captioned))), "Caption")
    tag = list(caption.iter(qn("w:r")))[-1]
    assert (shown(tag), value(tag, "rPr/b"), value(tag, "rPr/bCs")) == (" ‹I ¶1; ES 7,\u00a016.1.4›", "0", "0")


def test_a_link_is_one_relationship_for_each_address() -> None:
    links = [
        Link("https://example.org/", "one"),
        Link("https://example.org/", "two"),
        Link("mailto:a@example.org", "x"),
    ]
    made = body(paragraph_document(*links))
    ids = [link.get(qn("r:id")) for link in made.iter(qn("w:hyperlink"))]
    assert ids[0] == ids[1] != ids[2]


def test_a_box_to_tick_is_a_control_with_its_label() -> None:
    (control,) = body(document(section(Paragraph((Checkbox("Considered"),))))).iter(qn("w:sdt"))
    assert value(control, "sdtPr/alias") == "Considered"
    assert control.find(f"{qn('w:sdtPr')}/{qn('w14:checkbox')}/{qn('w14:checked')}") is not None
    assert shown(control) == "☐"
