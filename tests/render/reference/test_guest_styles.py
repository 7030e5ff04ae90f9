"""Styles that are added to a reference document, and what they do not inherit from it."""

from __future__ import annotations

import pytest

from briefs.word.elements import qn
from tests.render.reference.houses import attribute, house, own, style, with_guests

SMALL = ("TableText", "SmallPrint", "SourceTag", "Caption", "BriefMasthead", "StatusLine", "BriefFigure")


@pytest.mark.parametrize(
    "indent",
    ['<w:ind w:firstLine="567"/>', '<w:ind w:left="709" w:hanging="709"/>', '<w:ind w:left="300" w:right="300"/>'],
)
@pytest.mark.parametrize("where", ["paragraph", "defaults"])
def test_text_of_tables_captions_and_sources_begins_at_the_margin(indent: str, where: str) -> None:
    styles = with_guests(house(**{where: indent}))
    for id in SMALL:
        sides = [attribute(styles[id], "pPr", "ind", side) for side in ("left", "right", "firstLine", "hanging")]
        assert sides == ["0", "0", "0", None], id


def test_running_text_keeps_first_lines_and_justification_and_lists_do_not() -> None:
    styles = with_guests(house('<w:ind w:firstLine="567"/><w:jc w:val="both"/>'))
    assert attribute(styles["BodyText"], "pPr", "ind", "firstLine") in (None, "567")
    assert own(styles["BodyText"], "pPr", "jc") is None
    assert attribute(styles["ListNumber"], "pPr", "ind", "firstLine") == "0"
    assert [attribute(styles[id], "pPr", "jc") for id in ("TableText", "FootnoteText", "Title")] == ["left"] * 3


def test_styles_with_an_indent_of_their_own_have_no_other() -> None:
    styles = with_guests(house('<w:ind w:firstLine="567"/>'))
    assert attribute(styles["Quote"], "pPr", "ind", "firstLine") == "0"
    note = [attribute(styles["FootnoteText"], "pPr", "ind", side) for side in ("left", "hanging", "firstLine")]
    assert note == ["283", "283", None]


def test_what_the_house_does_not_set_is_not_set_again() -> None:
    styles = with_guests(house())
    table = [child.tag for child in styles["TableText"].iterfind(f"{qn('w:pPr')}/*")]
    assert table == [qn("w:spacing")]


def test_a_style_on_another_guest_does_not_repeat_what_that_resets() -> None:
    styles = with_guests(house('<w:ind w:firstLine="567"/><w:jc w:val="center"/>'))
    assert own(styles["TableText"], "pPr", "jc") is not None
    assert own(styles["TableHeading"], "pPr", "jc") is None
    assert own(styles["TableHeading"], "pPr", "ind") is None


def test_space_and_lines_are_those_of_the_starter() -> None:
    spacing = '<w:spacing w:before="240" w:beforeAutospacing="1" w:after="240" w:line="580" w:lineRule="exact"/>'
    styles = with_guests(house(spacing))
    assert attribute(styles["BodyText"], "pPr", "spacing", "before") == "0"
    assert attribute(styles["BodyText"], "pPr", "spacing", "beforeAutospacing") == "0"
    assert attribute(styles["BodyText"], "pPr", "spacing", "line") is None
    assert attribute(styles["Caption"], "pPr", "spacing", "line") == "304"
    assert attribute(styles["TableText"], "pPr", "spacing", "line") == "260"


@pytest.mark.parametrize(
    ("given", "name", "wanted"),
    [
        ("<w:contextualSpacing/>", "contextualSpacing", "0"),
        ('<w:textAlignment w:val="center"/>', "textAlignment", "auto"),
    ],
)
def test_other_properties_of_paragraphs_are_turned_off(given: str, name: str, wanted: str) -> None:
    styles = with_guests(house(given))
    assert attribute(styles["TableText"], "pPr", name) == wanted


def test_tabs_of_the_house_are_cleared_and_those_of_the_masthead_stay() -> None:
    styles = with_guests(house('<w:tabs><w:tab w:val="left" w:pos="567"/><w:tab w:val="clear" w:pos="900"/></w:tabs>'))
    stops = own(styles["BriefMasthead"], "pPr", "tabs")
    assert stops is not None
    assert [(tab.get(qn("w:val")), tab.get(qn("w:pos"))) for tab in stops] == [("clear", "567"), ("right", "8844")]


def test_letters_of_small_type_are_not_spaced_stretched_raised_or_bold() -> None:
    text = '<w:b/><w:i/><w:spacing w:val="20"/><w:w w:val="110"/><w:position w:val="6"/>'
    styles = with_guests(house(text=text))
    made = [attribute(styles["TableText"], "rPr", name) for name in ("b", "i", "spacing", "w", "position")]
    assert made == ["0", "0", "0", "100", "0"]
    assert own(styles["BodyText"], "rPr", "b") is None
    assert attribute(styles["TableHeading"], "rPr", "b") is None


def test_headings_of_boxes_look_like_other_headings_but_can_be_read() -> None:
    head = style(
        "Heading1",
        "heading 1",
        '<w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/><w:outlineLvl w:val="0"/>',
        '<w:caps/><w:color w:val="FFFFFF"/>',
    )
    styles = with_guests(house(others=head))
    assert own(styles["BriefAskHeading"], "rPr", "caps") is None
    assert attribute(styles["BriefAskHeading"], "rPr", "color") not in (None, "FFFFFF")
    assert own(styles["BriefEndHeading"], "rPr", "color") is None


def test_borders_and_shading_of_running_text_are_not_those_of_lists_and_boxes() -> None:
    rule = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="4" w:color="FF0000"/></w:pBdr>'
    body = style("BodyText", "Body Text", f'{rule}<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>')
    styles = with_guests(house(others=body))
    bullets = own(styles["ListBullet"], "pPr", "pBdr")
    assert bullets is not None
    assert [(side.tag, side.get(qn("w:val"))) for side in bullets] == [(qn("w:left"), "nil")]
    assert attribute(styles["ListBullet"], "pPr", "shd", "fill") == "auto"
    box = own(styles["BriefBox"], "pPr", "pBdr")
    assert box is not None
    assert all(side.get(qn("w:val")) == "single" for side in box)


def test_what_is_kept_with_the_next_there_is_not_kept_here() -> None:
    styles = with_guests(house(others=style("BodyText", "Body Text", "<w:keepNext/>")))
    assert attribute(styles["ListBullet"], "pPr", "keepNext") == "0"


def test_a_table_stands_at_the_margin_without_rules_of_the_house() -> None:
    table = """<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>
    <w:jc w:val="center"/><w:tblInd w:w="360" w:type="dxa"/><w:tblBorders><w:left w:val="single" w:sz="4"/>
    <w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>"""
    styles = with_guests(house(others=table))
    made = styles["BriefTable"].find(qn("w:tblPr"))
    assert made is not None
    names = [str(child.tag).rpartition("}")[2] for child in made]
    assert names == ["jc", "tblInd", "tblBorders", "tblCellMar"]
    borders = made.find(qn("w:tblBorders"))
    assert borders is not None
    sides = {str(side.tag).rpartition("}")[2]: side.get(qn("w:val")) for side in borders}
    assert (sides["left"], sides["insideV"], sides["top"]) == ("nil", "nil", "single")


def test_properties_stand_in_the_order_of_the_schema() -> None:
    given = '<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs><w:ind w:left="9"/><w:jc w:val="center"/>'
    styles = with_guests(house(f"{given}<w:contextualSpacing/>"))
    names = [str(child.tag).rpartition("}")[2] for child in styles["TableText"].iterfind(f"{qn('w:pPr')}/*")]
    assert names == ["tabs", "spacing", "ind", "contextualSpacing", "jc"]
