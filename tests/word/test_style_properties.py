"""Properties of styles, found along their ancestry and set in order."""

from __future__ import annotations

from briefs.word.elements import parse, qn, root, w
from briefs.word.style_properties import attributes, is_set, set_attributes, set_property, turn_off
from briefs.word.styles import StyleSheet


def sheet() -> StyleSheet:
    return StyleSheet(
        root(
            "styles",
            *parse(
                """<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276"/></w:pPr></w:pPrDefault>
                </w:docDefaults>
                <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:keepNext/>
                <w:spacing w:after="100"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:qFormat/>
                <w:rPr><w:b/></w:rPr></w:style>"""
            ),
        )
    )


def test_attributes_are_joined_from_the_nearest_style() -> None:
    assert attributes(sheet(), "B", "pPr", "spacing") == {"after": "100", "line": "276"}
    assert attributes(sheet(), "B", "pPr", "ind") == {}


def test_a_switch_is_on_unless_it_says_otherwise() -> None:
    styles = sheet()
    assert is_set(styles, "B", "pPr", "keepNext")
    assert not is_set(styles, "B", "pPr", "keepLines")
    set_property(styles["B"], "pPr", w("keepNext", val=0))
    assert not is_set(styles, "B", "pPr", "keepNext")


def test_a_property_is_put_in_its_place_and_replaces_the_former() -> None:
    style = sheet()["B"]
    set_property(style, "pPr", w("jc", val="left"))
    set_property(style, "pPr", w("keepNext"))
    set_property(style, "pPr", w("jc", val="right"))
    assert [child.tag for child in style][-2:] == [qn("w:pPr"), qn("w:rPr")]
    properties = style.find(qn("w:pPr"))
    assert properties is not None
    assert [(child.tag, child.get(qn("w:val"))) for child in properties] == [
        (qn("w:keepNext"), None),
        (qn("w:jc"), "right"),
    ]


def test_attributes_are_set_in_the_property_that_is_there() -> None:
    style = sheet()["A"]
    set_attributes(style, "pPr", "spacing", {"line": "240"})
    set_attributes(style, "pPr", "ind", {"left": "0"})
    spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing is not None
    assert (spacing.get(qn("w:after")), spacing.get(qn("w:line"))) == ("100", "240")
    assert style.find(f"{qn('w:pPr')}/{qn('w:ind')}") is not None


def test_what_is_inherited_is_turned_off_and_what_is_not_is_removed() -> None:
    styles = sheet()
    turn_off(styles, "B", "pPr", "keepNext", '<w:keepNext w:val="0"/>')
    assert not is_set(styles, "B", "pPr", "keepNext")
    turn_off(styles, "A", "pPr", "keepNext", '<w:keepNext w:val="0"/>')
    assert styles["A"].find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None
