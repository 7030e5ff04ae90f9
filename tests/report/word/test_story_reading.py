"""Reading stories: whatever words stand in, they are read once, in order, with what their styles and lists give."""

from __future__ import annotations

import pytest

from briefs.report.pieces import MatterPiece, ParagraphPiece
from briefs.report.word.word_recognition import recognize_word
from tests.report.word.word_files import field, item, level, lists, par, recognized, shown, table, text, word_report

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="Box"/><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
"""A text box as Word writes it: once for new programs, once for old ones."""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<w:hyperlink r:id="x">{}</w:hyperlink>', "Water"),
        ('<w:ins w:author="A">{}</w:ins>', "Water"),
        ('<w:moveTo w:author="A">{}</w:moveTo>', "Water"),
        ('<w:smartTag w:element="x"><w:smartTagPr/>{}</w:smartTag>', "Water"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "Water"),
        ('<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>', "Water"),
        ('<w:bdo w:val="rtl">{}</w:bdo>', "Water"),
        ("<w:customXml><w:customXmlPr/>{}</w:customXml>", "Water"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>{}", "x=1Water"),
        ('{}<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "Waterα"),
        ("{}<w:r><w:noBreakHyphen/></w:r>{}", "Water-Water"),
        ("{}<w:r><w:softHyphen/></w:r>{}", "WaterWater"),
        ("{}<w:r><w:tab/><w:br/></w:r>{}", "Water Water"),
        ('{}<w:r><w:br w:type="page"/></w:r>{}', "Water Water"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>mizu</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", "Water"),
        (field("REF a", "See ") + "{}", "See Water"),
        (field(f"IF {field('X', 'no')}", "yes "), "yes"),
        ("<w:unheardOf>{}</w:unheardOf>", "Water"),
    ],
)
def test_words_are_read_whatever_is_around_them(content: str, words: str) -> None:
    found = recognize_word(word_report(par(content.format(text("Water"), text("Water")))), "report.docx")
    assert found.value.text == words


def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on() -> None:
    box = BOX.format(par("In a box") + table(("a", "b")))
    assert shown(par(text("Before ") + box + text("after")) + par("Next")) == [
        "paragraph: Before after",
        "paragraph: In a box",
        "row a | b",
        "paragraph: Next",
    ]


def test_words_in_shapes_that_are_no_text_boxes_are_read_too() -> None:
    shape = "<w:r><w:drawing><a:graphic><a:p><a:r><a:t>Inflow</a:t></a:r></a:p><a:p/></a:graphic></w:drawing></w:r>"
    assert shown(par(text("Figure") + shape)) == ["paragraph: Figure", "paragraph: Inflow"]


def test_controls_and_unknown_elements_around_paragraphs_and_rows_are_gone_through() -> None:
    row = f"<w:tr><w:tc>{par('a')}</w:tc><w:sdt><w:sdtContent><w:tc>{par('b')}</w:tc></w:sdtContent></w:sdt></w:tr>"
    rows = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    body = f"<w:customXml><w:sdt><w:sdtContent>{par('One')}</w:sdtContent></w:sdt></w:customXml>{rows}"
    assert shown(body) == ["paragraph: One", "row a | b"]


def test_a_large_initial_belongs_to_its_paragraph() -> None:
    initial = par("W", "", '<w:framePr w:dropCap="drop"/>')
    assert shown(initial + par() + par("ater is life.")) == ["paragraph: Water is life."]
    assert shown(par("Text.") + initial) == ["paragraph: Text.", "paragraph: W"]


def test_hidden_words_are_no_text() -> None:
    styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = par(text("Seen ") + text("not ", "<w:vanish/>") + text("seen", '<w:rStyle w:val="H"/>'))
    hidden = par(text("either", "<w:vanish/>"))
    found = recognize_word(word_report(body + hidden, styles=styles), "report.docx")
    assert found.value.text == "Seen"
    assert [one.message for one in found.problems] == ["3 hidden words are left aside: “not seen either”"]
    assert shown(par(text("Seen", '<w:vanish w:val="0"/>'))) == ["paragraph: Seen"]


def test_paragraphs_are_numbered_by_their_style_and_its_level_or_by_themselves() -> None:
    of_para, of_sub = '<w:pStyle w:val="Para"/>', '<w:pStyle w:val="Sub"/>'
    numbering = lists(level(0, "decimal", "%1.", of_para) + level(1, "lowerLetter", "(%2)", of_sub))
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    based, number = '<w:basedOn w:val="Para"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style.format("Para", f"<w:pPr>{number}</w:pPr>") + style.format("Sub", based) + style.format("More", based)
    off = par("Off.", "Para", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    lost = par("Lost.", "", '<w:numPr><w:numId w:val="77"/></w:numPr>')
    body = par("One.", "Para") + par("Sub.", "Sub") + par("Two.", "More") + off + lost + item("Own.", 1, 1)
    assert shown(body, styles=styles, numbering=numbering) == [
        "item 1.: One.",
        "item (a): Sub.",
        "item 2.: Two.",
        "paragraph: Off.",
        "paragraph: Lost.",
        "item (a): Own.",
    ]


def test_empty_paragraphs_in_lists_are_counted_but_are_no_items() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    assert shown(item("One", 1) + item("", 1) + item("Three", 1), numbering=numbering) == [
        "item 1.: One",
        "item 3.: Three",
    ]


def test_contents_lists_are_known_by_their_field_their_control_or_their_style() -> None:
    entries = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text("One")}<w:r><w:tab/></w:r>'
        f"{field('PAGEREF _1', '3')}</w:p>"
        f'<w:p>{text("Two")}<w:r><w:tab/></w:r>{text("4")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{par('Three')}</w:sdtContent></w:sdt>"
    styles = '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    found = recognized(entries + control + par("Four", "Verzeichnis1") + par("Text."), styles=styles).pieces
    assert [piece.text for piece in found if isinstance(piece, MatterPiece)] == ["One 3", "Two 4", "Three", "Four"]
    assert [piece.text for piece in found if isinstance(piece, ParagraphPiece)] == ["Text."]
