"""What briefs leave out of the styles of a reference document."""

from __future__ import annotations

import pytest

from briefs.render.reference.house_styles import LeftOut, leave_out, numbered_styles
from tests.render.reference.houses import attribute, house, known, own, style

NUMBER = '<w:numPr><w:numId w:val="7"/></w:numPr>'


def left_out(paragraph: str = "", text: str = "", others: str = "", language: str = "en-GB") -> list[LeftOut]:
    sheet = house(paragraph, text, others=others)
    return list(leave_out(sheet, known(sheet), language))


@pytest.mark.parametrize(
    ("paragraph", "does"),
    [
        ("<w:pageBreakBefore/>", "begins a new page"),
        ("<w:keepNext/>", "is kept on one page with what follows"),
        ('<w:framePr w:w="4000" w:hSpace="180"/>', "stands in a frame beside the text"),
        ('<w:outlineLvl w:val="0"/>', "counts as a heading"),
        ("<w:bidi/>", "runs from right to left"),
        ('<w:wordWrap w:val="0"/>', "is broken within words"),
        ('<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>', "has borders"),
        ('<w:shd w:val="clear" w:fill="D9D9D9"/>', "has shading"),
        ('<w:textDirection w:val="tbRl"/>', "runs from top to bottom"),
        ('<w:jc w:val="center"/>', "is centred"),
        ('<w:jc w:val="right"/>', "is at the right"),
        ('<w:jc w:val="distribute"/>', "is spread over whole lines"),
    ],
)
def test_what_no_paragraph_can_have_is_left_out_and_named(paragraph: str, does: str) -> None:
    assert left_out(paragraph) == [LeftOut("Normal", does)]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("<w:vanish/>", "is hidden"),
        ("<w:caps/>", "is in capitals"),
        ('<w:u w:val="single"/>', "is underlined"),
        ('<w:highlight w:val="yellow"/>', "is highlighted"),
        ('<w:vertAlign w:val="superscript"/>', "is raised or lowered"),
        ('<w:position w:val="12"/>', "is raised or lowered"),
        ("<w:rtl/>", "runs from right to left"),
        ('<w:color w:val="FFFFFF"/>', "has the colour of what is behind it"),
    ],
)
def test_what_no_text_can_have_is_left_out_and_named(text: str, does: str) -> None:
    assert left_out(text=text) == [LeftOut("Normal", does)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        '<w:ind w:firstLine="567"/><w:jc w:val="both"/>',
        '<w:pageBreakBefore w:val="0"/><w:keepNext w:val="false"/><w:outlineLvl w:val="9"/>',
        '<w:spacing w:line="480" w:lineRule="auto" w:after="240"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
    ],
)
def test_the_look_of_the_house_stays(paragraph: str) -> None:
    assert left_out(paragraph, '<w:color w:val="1F3A5F"/><w:spacing w:val="4"/><w:u w:val="none"/>') == []


def test_what_others_inherit_is_named_once() -> None:
    others = style("BodyText", "Body Text") + style("Caption", "caption", based_on="BodyText")
    assert left_out("<w:pageBreakBefore/>", others=others) == [LeftOut("Normal", "begins a new page")]


def test_what_a_base_that_briefs_do_not_use_has_is_turned_off_where_it_is_inherited() -> None:
    base = style("House", "House base", "<w:pageBreakBefore/>")
    sheet = house(others=base + style("Heading1", "heading 1", based_on="House"))
    assert leave_out(sheet, known(sheet), "en-GB") == (LeftOut("heading 1", "begins a new page"),)
    assert attribute(sheet["Heading1"], "pPr", "pageBreakBefore") == "0"


def test_headings_may_be_kept_with_what_follows_and_be_centred() -> None:
    head = style("Heading1", "heading 1", '<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>', "<w:caps/>")
    assert left_out(others=head) == []


def test_numbers_of_headings_are_taken_off_with_the_room_for_them() -> None:
    head = style("Heading1", "heading 1", f'{NUMBER}<w:ind w:left="432" w:hanging="432"/><w:outlineLvl w:val="0"/>')
    sheet = house(others=head + style("Heading2", "heading 2", based_on="Heading1"))
    assert leave_out(sheet, known(sheet), "en-GB") == (LeftOut("heading 1", "is numbered", True),)
    assert own(sheet["Heading1"], "pPr", "numPr") is None
    sides = [attribute(sheet["Heading1"], "pPr", "ind", side) for side in ("left", "hanging")]
    assert sides == ["0", "0"]


def test_text_begins_where_its_number_was_even_if_the_list_says_how_far_it_hangs() -> None:
    head = style("Heading1", "heading 1", f'{NUMBER}<w:ind w:left="432"/><w:outlineLvl w:val="0"/>')
    sheet = house(others=head)
    leave_out(sheet, known(sheet), "en-GB")
    sides = [attribute(sheet["Heading1"], "pPr", "ind", side) for side in ("left", "hanging")]
    assert sides == ["0", "0"]


def test_styles_in_a_list_are_those_that_name_one_or_inherit_it() -> None:
    head = style("Heading1", "heading 1", NUMBER) + style("Heading2", "heading 2", based_on="Heading1")
    none = style("Heading3", "heading 3", '<w:numPr><w:numId w:val="0"/></w:numPr>', based_on="Heading1")
    assert numbered_styles(house(others=head + none)) == {"Heading1", "Heading2"}


def test_lists_keep_their_numbers_since_ours_stand_in_their_place() -> None:
    assert left_out(others=style("ListNumber", "List Number", NUMBER)) == []
    assert left_out(NUMBER) == [LeftOut("Normal", "is numbered", True)]


def test_lines_that_would_cut_off_their_type_become_as_high_as_that() -> None:
    for line, rule in (("160", "atLeast"), ("240", "exact")):
        sheet = house(f'<w:spacing w:line="{line}" w:lineRule="exact"/>')
        assert leave_out(sheet, known(sheet), "en-GB") == ()
        assert attribute(sheet["Normal"], "pPr", "spacing", "lineRule") == rule


def test_lengths_in_characters_give_way_to_those_in_twips() -> None:
    sheet = house('<w:spacing w:beforeLines="50" w:before="156"/><w:ind w:firstLineChars="200" w:firstLine="420"/>')
    leave_out(sheet, known(sheet), "en-GB")
    assert attribute(sheet["Normal"], "pPr", "ind", "firstLineChars") is None
    assert attribute(sheet["Normal"], "pPr", "ind", "firstLine") == "420"
    assert attribute(sheet["Normal"], "pPr", "spacing", "beforeLines") is None


def test_white_text_on_a_dark_ground_can_be_read() -> None:
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/><w:outlineLvl w:val="0"/>'
    assert left_out(others=style("Heading1", "heading 1", dark, '<w:color w:val="FFFFFF"/>')) == []


def test_text_of_languages_from_right_to_left_may_run_so() -> None:
    assert left_out("<w:bidi/>", "<w:rtl/>", language="ar") == []


def test_header_and_footer_are_as_the_house_has_them() -> None:
    frame = '<w:framePr w:w="4000" w:hSpace="180"/>'
    assert left_out(others=style("Footer", "footer", frame, "<w:caps/>")) == []


@pytest.mark.parametrize(
    ("indent", "kept"),
    [('w:left="3000"', False), ('w:left="-1400" w:right="-1400"', False), ('w:left="120" w:right="120"', True)],
)
def test_text_of_tables_stays_in_narrow_cells(indent: str, kept: bool) -> None:
    sheet = house(others=style("TableText", "Table Text", f"<w:ind {indent}/>"))
    assert leave_out(sheet, known(sheet), "en-GB") == ()
    assert attribute(sheet["TableText"], "pPr", "ind", "left") == ("120" if kept else "0")
