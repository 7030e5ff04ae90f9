"""A reference document, adapted to a brief before anything is written."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Mm
from lxml import etree

from briefs.model.sheet import USUAL
from briefs.render.docx.render import render_docx
from briefs.render.reference.list_definitions import BULLETS, PARAGRAPHS
from briefs.render.reference.look import read_look
from briefs.word.elements import Element, qn
from briefs.word.numbering import NumberingPart
from tests.render.docx.corporate import changed, german, with_parts
from tests.render.docx.samples import (
    BRIEF,
    body,
    document,
    numbered,
    paragraph_with,
    part,
    section,
    starter,
    value,
)
from tests.render.reference import houses


def styles_of(file: bytes) -> dict[str | None, Element]:
    return {s.get(qn("w:styleId")): s for s in part(file, "word/styles.xml").iter(qn("w:style"))}


def test_page_and_measure_are_those_of_the_reference() -> None:
    def change(opened: WordDocument) -> None:
        page = opened.sections[0]
        page.page_width, page.left_margin, page.right_margin = Mm(200), Mm(30), Mm(40)

    file = render_docx(BRIEF, changed(change))
    assert styles_of(file)["StatusLine"].find(f".//{qn('w:tab')}").get(qn("w:pos")) == "7370"  # type: ignore[union-attr]


def test_the_language_is_that_of_the_brief() -> None:
    def change(opened: WordDocument) -> None:
        defaults = opened.styles.element.find(qn("w:docDefaults"))
        opened.styles.element.remove(defaults)

    def change_less(opened: WordDocument) -> None:
        for language in opened.styles.element.xpath("w:docDefaults//w:lang"):
            language.getparent().remove(language)

    for reference in (starter(), changed(change), changed(change_less)):
        root = part(render_docx(BRIEF, reference), "word/styles.xml")
        assert value(root, "docDefaults/rPrDefault/rPr/lang") == "en-GB"
    assert body(BRIEF)[-1].tag == qn("w:sectPr")


def test_numbered_paragraphs_of_a_box_have_the_indents_of_its_style() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Brief Ask"].paragraph_format.left_indent = Mm(20)

    boxed = document(section(numbered(("One", 1)), style="decision"), section(numbered(("Two", 2))))
    made = part(render_docx(boxed, changed(change, starter())), "word/document.xml")
    indents = [paragraph_with(made, words).find(f"{qn('w:pPr')}/{qn('w:ind')}") for words in ("One", "Two")]
    assert indents[0] is not None
    assert indents[0].get(qn("w:left")) == "1134"
    assert indents[1] is None


def test_no_style_gives_text_the_language_of_the_reference() -> None:
    root = part(render_docx(BRIEF, german(False)), "word/styles.xml")
    languages = {language.get(qn("w:val")) for language in root.iter(qn("w:lang"))}
    assert languages == {"en-GB", None}


def test_the_same_look_is_made_once_and_another_accent_is_another_look() -> None:
    first = read_look(starter(), USUAL, "#6B1F3A", "en")
    assert read_look(starter(), USUAL, "#6B1F3A", "en") is first
    other = read_look(starter(), USUAL, "#1F3A5F", "en")
    assert b"6B1F3A" in etree.tostring(first.styles.root)
    assert b"6B1F3A" not in etree.tostring(other.styles.root)


def test_a_brief_leaves_the_look_as_it_was_for_the_next() -> None:
    look = read_look(starter(), USUAL, "#1F3A5F", "en-GB")
    parts = [look.section, look.numbering, look.settings, *(part.element for part in look.furniture.values())]
    before = [etree.tostring(part) for part in (look.styles.root, *parts)]
    render_docx(BRIEF, starter())
    assert [etree.tostring(part) for part in (look.styles.root, *parts)] == before


def test_lists_do_not_number_headings_whose_numbers_are_left_out() -> None:
    link = b'<w:lvl w:ilvl="0"><w:pStyle w:val="Heading1"/>'
    linked = with_parts(
        houses.reference(others=houses.style("Heading1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')),
        {"word/numbering.xml": lambda xml: xml.replace(b'<w:lvl w:ilvl="0">', link, 1)},
    )
    look = read_look(linked, USUAL, "#1F3A5F", "en-GB")
    assert not list(look.numbering.iter(qn("w:pStyle")))


def test_words_at_the_right_stay_on_the_page_if_somebody_makes_the_text_narrower() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].right_margin = Mm(40)
        columns = opened.sections[0]._sectPr.find(qn("w:cols"))
        assert columns is not None
        columns.set(qn("w:num"), "2")

    look = read_look(changed(change, starter()), USUAL, "#1F3A5F", "en-GB")
    full = look.width * 2 + 720
    stops = {name: look.styles.tab_stops(look.style(name)) for name in ("BriefMasthead", "StatusLine")}
    assert stops == {name: [look.width] for name in stops}
    assert [abs(look.styles.tab_stops(look.style(name))[0] - full) <= 1 for name in ("Header", "Footer")] == [
        True,
        True,
    ]


def test_a_look_knows_the_definitions_of_its_lists() -> None:
    look = read_look(changed(lambda opened: None), USUAL, "#1F3A5F", "en")
    numbering = NumberingPart(look.numbering)
    assert look.lists == {name: numbering.definition(name) for name in (PARAGRAPHS, BULLETS)}
    assert None not in look.lists.values()


def test_styles_are_called_as_in_the_reference() -> None:
    look = read_look(german(False), USUAL, "#1F3A5F", "en")
    assert [look.style(name) for name in ("Title", "BodyText", "BriefAsk")] == ["Titel", "Textkrper", "BriefAsk"]


def test_a_box_of_bullets_hangs_less() -> None:
    look = read_look(starter(), USUAL, "#1F3A5F", "en")
    indents = [look.box_indent("BriefBox", has_bullets) for has_bullets in (False, True)]
    sides = [[i.get(qn(f"w:{side}")) for side in ("left", "hanging", "right")] for i in indents if i is not None]
    assert sides == [["634", "454", "180"], ["435", "255", "180"]]


def test_a_box_whose_style_has_no_indent_gives_none() -> None:
    def change(opened: WordDocument) -> None:
        properties = opened.styles["Brief Box"].element.pPr
        properties.remove(properties.find(qn("w:ind")))

    look = read_look(changed(change, starter()), USUAL, "#1F3A5F", "en")
    assert look.box_indent("BriefBox", has_bullets=True) is None


def test_the_tab_of_footers_is_at_the_measure_whatever_their_style_says() -> None:
    assert read_look(starter(), USUAL, "#1F3A5F", "en").footer_tabs() is None
    tabs = read_look(changed(lambda opened: None), USUAL, "#1F3A5F", "en").footer_tabs()
    assert tabs is not None
    assert [tab.get(qn("w:val")) for tab in tabs] == ["clear", "right"]  # the stop at the right is pulled in
