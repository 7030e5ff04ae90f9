"""Styles of reference documents: found whatever they are called, and completed with those of the starter."""

from __future__ import annotations

import docx
import pytest
from docx.document import Document as WordDocument

from briefs.render.docx.render import render_docx
from briefs.render.reference.style_completion import complete_styles
from briefs.word.elements import Element, qn, root
from briefs.word.styles import StyleSheet
from tests.render.docx.corporate import changed, german
from tests.render.docx.samples import (
    FULL_BRIEF,
    paragraph_with,
    part,
    style,
    value,
)


def styles_of(file: bytes) -> dict[str | None, Element]:
    return {s.get(qn("w:styleId")): s for s in part(file, "word/styles.xml").iter(qn("w:style"))}


def test_a_changed_style_is_kept_and_the_missing_ones_are_added() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].element.get_or_add_rPr().get_or_add_sz().val = docx.shared.Pt(30)

    styles = styles_of(render_docx(FULL_BRIEF, changed(change)))
    assert value(styles["Title"], "rPr/sz") == "60"
    assert {"BriefAsk", "SourceTagChar", "BriefTable", "StatusLine"} <= set(styles)
    assert value(styles["BriefAsk"], "basedOn") == "BodyText"


def test_an_added_style_has_no_list_of_the_starter_and_defaults_are_found_by_being_defaults() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["List Number"].delete()
        opened.styles["Normal"].element.set(qn("w:styleId"), "Standard")
        opened.styles["Normal"].element.find(qn("w:name")).set(qn("w:val"), "Standard")
        opened.styles["No List"].delete()

    styles = styles_of(render_docx(FULL_BRIEF, changed(change)))
    assert "Normal" not in styles
    assert value(styles["StatusLine"], "basedOn") == "Standard"
    assert styles["NoList"].get(qn("w:default")) == "1"
    assert styles["ListNumber"].find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None


def test_a_style_with_a_localized_id_is_found_by_its_name() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Heading 1"].element.set(qn("w:styleId"), "berschrift1")

    file = render_docx(FULL_BRIEF, changed(change))
    heading = paragraph_with(part(file, "word/document.xml"), "Heading")
    assert style(heading) == "berschrift1"
    assert value(styles_of(file)["BriefAskHeading"], "basedOn") == "berschrift1"


@pytest.mark.parametrize("are_names_translated", [False, True])
def test_styles_of_a_german_word_are_found(are_names_translated: bool) -> None:
    file = render_docx(FULL_BRIEF, german(are_names_translated))
    styles = {s.get(qn("w:styleId")): s for s in part(file, "word/styles.xml").iter(qn("w:style"))}
    used = {p.get(qn("w:val")) for p in part(file, "word/document.xml").iter(qn("w:pStyle"))}
    assert {"Titel", "berschrift1", "berschrift2", "Textkrper", "Listennummer", "Beschriftung"} <= used
    assert value(styles["Titel"], "rPr/sz") == "62"
    assert value(styles["StatusLine"], "basedOn") == "Standard"
    assert not {"Title", "BodyText", "Heading1", "Heading2", "Normal"} & set(styles)


def test_added_styles_do_not_take_their_space_from_the_reference() -> None:
    root = part(render_docx(FULL_BRIEF, changed(lambda opened: None)), "word/styles.xml")
    (status,) = (s for s in root.iter(qn("w:style")) if s.get(qn("w:styleId")) == "StatusLine")
    spacing = status.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing is not None
    assert (spacing.get(qn("w:before")), spacing.get(qn("w:after"))) == ("0", "0")


def test_a_sheet_that_was_empty_knows_the_styles_it_was_given() -> None:
    sheet = StyleSheet(root("styles"))
    ids = complete_styles(sheet, 8844)
    assert all(id in sheet for id in ids.values())
    assert sheet.size(ids["Title"]) == 38
