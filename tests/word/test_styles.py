"""The style sheet: how styles are found, and what they take from each other."""

from __future__ import annotations

from briefs.word.elements import parse, qn, root, value_of
from briefs.word.styles import StyleSheet, outline_level, style_id, style_kind, style_name, style_names

MARKUP = """
<w:docDefaults>
  <w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="on" w:styleId="Absatz"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="Textkrper"><w:name w:val="Body Text"/><w:aliases w:val="Text,Running text"/>
  <w:basedOn w:val="Standard"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:ind w:left="1cm"/></w:pPr>
  <w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="12pt"/><w:lang w:val="de-DE" w:bidi="ar-SA"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:basedOn w:val="Textkrper"/>
  <w:rPr><w:rFonts w:eastAsia="SimSun"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="House"><w:name w:val="House heading"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Überschrift 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Knot"/></w:style>
<w:style w:type="paragraph" w:styleId="Knot"><w:basedOn w:val="Loop"/></w:style>
"""


def sheet() -> StyleSheet:
    return StyleSheet(root("styles", *parse(MARKUP)))


def test_a_style_is_found_by_its_id_if_it_is_of_the_kind() -> None:
    assert sheet().with_id("paragraph", "Zitat") == "Zitat"
    assert sheet().with_id("paragraph", "Quote") == ""
    assert "Zitat" in sheet()
    assert "Title" not in sheet()


def test_a_style_is_found_by_its_name_or_an_alias_in_any_letter_case() -> None:
    assert sheet().with_name("paragraph", ["quote"]) == "Zitat"
    assert sheet().with_name("character", ["quote"]) == "Quote"
    assert sheet().with_name("paragraph", ["running text"]) == "Textkrper"
    assert sheet().with_name("paragraph", ["title"]) == ""


def test_a_default_style_is_found_by_being_one() -> None:
    assert [sheet().default(kind) for kind in ("paragraph", "character", "table")] == ["Standard", "Absatz", ""]


def test_a_heading_is_found_by_its_level_unless_somebody_made_it() -> None:
    assert sheet().with_level("0") == "berschrift1"
    assert sheet().with_level("1") == ""


def test_the_ancestry_of_a_style_is_itself_and_what_it_is_based_on() -> None:
    assert [style_id(style) for style in sheet().ancestry("Zitat")] == ["Zitat", "Textkrper", "Standard"]
    assert list(sheet().ancestry("Title")) == []


def test_styles_that_are_based_on_each_other_end_all_the_same() -> None:
    assert [style_id(style) for style in sheet().ancestry("Loop")] == ["Loop", "Knot"]


def test_what_a_style_does_not_say_comes_from_its_ancestry_or_from_the_defaults() -> None:
    assert value_of(sheet().own_or_inherited("Zitat", "pPr", "ind"), "left") == "1cm"
    assert value_of(sheet().own_or_inherited("Standard", "pPr", "spacing"), "after") == "80"
    assert sheet().own_or_inherited("Standard", "pPr", "jc") is None


def test_sizes_are_in_half_points_and_fall_back_to_that_of_word() -> None:
    assert [sheet().size(id) for id in ("Zitat", "Standard", "")] == [24, 21, 21]
    assert StyleSheet(root("styles")).size("Zitat") == 20


def test_the_font_is_that_of_latin_text_and_may_come_from_the_theme() -> None:
    theme = {"minor": "Cambria", "major": "Calibri"}
    assert [sheet().font(id, theme) for id in ("Zitat", "Standard")] == ["Arial", "Cambria"]
    assert sheet().font("Standard", {}) == ""


def test_the_own_font_of_a_style_is_not_that_of_all_text() -> None:
    theme = {"minor": "Cambria", "major": "Calibri"}
    assert [sheet().own_font(id, theme) for id in ("Zitat", "Standard", "")] == ["Arial", "", ""]


def test_tab_stops_are_those_of_the_nearest_style_that_has_any() -> None:
    assert [sheet().tab_stops(id) for id in ("Zitat", "Standard")] == [[9070], []]


def test_the_language_is_that_of_all_text_whatever_styles_say() -> None:
    made = sheet()
    made.set_language("fr")
    assert [dict(language.attrib) for language in made.root.iter(qn("w:lang"))] == [
        {qn("w:val"): "fr"},
        {qn("w:bidi"): "ar-SA"},
    ]


def test_a_language_can_be_set_where_nothing_is_said_of_all_text() -> None:
    made = StyleSheet(root("styles"))
    made.set_language("fr")
    assert [language.get(qn("w:val")) for language in made.root.iter(qn("w:lang"))] == ["fr"]


def test_a_style_that_is_added_is_found_at_once() -> None:
    made = sheet()
    made.add(parse('<w:style w:type="paragraph" w:styleId="Title"/>'))
    assert "Title" in made
    assert style_id(list(made)[-1]) == "Title"


def test_a_style_says_what_it_is() -> None:
    (body,) = (style for style in sheet() if style_id(style) == "Textkrper")
    (knot,) = (style for style in sheet() if style_id(style) == "Knot")
    assert (style_kind(body), style_name(body), style_name(knot)) == ("paragraph", "Body Text", "Knot")
    assert style_names(body) == ["body text", "text", "running text"]
    assert [outline_level(style) for style in sheet() if outline_level(style)] == ["0", "0"]


def test_a_sheet_forgets_the_styles_that_are_replaced() -> None:
    made = sheet()
    made.replace(parse('<w:docDefaults/><w:style w:type="paragraph" w:styleId="Title"/>'))
    assert [style_id(style) for style in made] == ["Title"]
    assert ("Title" in made, "Zitat" in made, len(made.root)) == (True, False, 2)
