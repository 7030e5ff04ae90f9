"""Definitions of lists: ours, or those that a designer has made of them."""

from __future__ import annotations

from docx.document import Document as WordDocument

from briefs.render.docx.render import render_docx
from briefs.render.reference.list_definitions import BULLETS, PARAGRAPHS, define_lists
from briefs.word.elements import qn, root
from briefs.word.numbering import NumberingPart
from tests.render.docx.corporate import changed
from tests.render.docx.samples import (
    BRIEF,
    part,
    starter,
)


def test_a_designers_list_definition_is_used() -> None:
    def change(opened: WordDocument) -> None:
        numbering = opened.part.numbering_part.element
        (text,) = numbering.xpath("//w:abstractNum[w:name/@w:val='Brief Paragraphs']//w:lvlText")
        text.set(qn("w:val"), "%1.")

    root = part(render_docx(BRIEF, changed(change, starter())), "word/numbering.xml")
    assert len(list(root.iter(qn("w:abstractNum")))) == 2
    assert [text.get(qn("w:val")) for text in root.iter(qn("w:lvlText"))] == ["%1.", "•"]


def test_a_missing_definition_is_added_once() -> None:
    numbering = NumberingPart(root("numbering"))
    assert define_lists(numbering) == define_lists(numbering) == {PARAGRAPHS: 1, BULLETS: 2}
    assert len(numbering.root) == 2
