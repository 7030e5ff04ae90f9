"""How Word sets paragraphs."""

from __future__ import annotations

import pytest

from briefs.model.sheet import USUAL
from briefs.render.docx.type_setting import Setting, TypeSetting
from briefs.render.reference.look import read_look
from briefs.word.elements import Element, paragraph, parse, root, run, w
from tests.render.reference.houses import reference, style

LISTS = """<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr>
</w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>"""


def type_setting(normal: str = "", text: str = "", others: str = "") -> TypeSetting:
    look = read_look(reference(normal, text, others=others), USUAL, "#1F3A5F", "en-GB")
    return TypeSetting(look, root("numbering", *parse(LISTS)))


def setting(made: Element, normal: str = "", text: str = "", others: str = "") -> Setting:
    return type_setting(normal, text, others).setting(made)


@pytest.mark.parametrize(
    ("spacing", "height"),
    [
        ("", 11 * 1.22),
        ('<w:spacing w:line="480" w:lineRule="auto"/>', 22 * 1.22),
        ('<w:spacing w:line="300" w:lineRule="exact"/>', 15.0),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', 15.0),
        ('<w:spacing w:line="200" w:lineRule="atLeast"/>', 11 * 1.22),
    ],
)
def test_the_height_of_a_line_follows_its_rule(spacing: str, height: float) -> None:
    assert setting(paragraph("Normal"), spacing).line_height() == pytest.approx(height)


def test_a_picture_makes_a_line_higher_unless_its_height_is_exact() -> None:
    assert setting(paragraph("Normal")).line_height(90) == 90
    assert setting(paragraph("Normal"), '<w:spacing w:line="300" w:lineRule="exact"/>').line_height(90) == 15


def test_a_paragraph_has_the_properties_of_its_style_and_its_own() -> None:
    normal = '<w:keepNext w:val="0"/><w:spacing w:before="100" w:after="200"/><w:ind w:left="400" w:right="200"/>'
    styled = setting(paragraph("Normal"), normal)
    assert (styled.before, styled.after, styled.indents) == (5.0, 10.0, (20.0, 10.0, 0.0))
    own = setting(
        paragraph("Normal", keep_next=True, keep_lines=True, page_break=True, space_after=60, line=240, list_id=5),
        normal,
    )
    assert (own.before, own.after, own.line, own.rule) == (5.0, 3.0, 12.0, "exact")
    assert own.indents == (40.0, 0.0, -20.0)
    assert (own.keeps_next, own.keeps_lines, own.begins_page) == (True, True, True)
    assert setting(paragraph("Normal", indent=w("ind", start=600, firstLine=100))).indents == (30.0, 0.0, 5.0)


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    assert setting(w("p"), '<w:spacing w:after="200"/>').after == 10


def test_letters_are_as_wide_as_their_font_and_style_say() -> None:
    text = '<w:rFonts w:ascii="Verdana"/><w:b/><w:spacing w:val="20"/><w:w w:val="200"/>'
    type = setting(paragraph("Normal"), text=text).type
    assert type.is_bold
    assert type.width == pytest.approx(2 * 0.512 / 0.410, rel=0.02)
    assert type.bold_width > type.width
    assert type.width_of("ab", lambda words, bold: len(words)) == pytest.approx(2 * 11 * type.bold_width + 2)


def test_a_run_has_the_size_and_weight_of_its_own() -> None:
    found = type_setting()
    made = paragraph("Normal")
    assert found.type_of(run("x"), made).size == 11
    assert found.type_of(run("x", w("rPr", w("b"), w("sz", val=40))), made).size == 20
    assert found.type_of(run("x", w("rPr", w("b"))), made).is_bold
    assert found.type_of(run("x", w("rPr", w("rStyle", val="FootnoteReference"))), made).size == pytest.approx(22 / 3)


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_a_paragraph_and_a_run_can_turn_off_what_their_style_has(off: str) -> None:
    found = type_setting("<w:keepNext/><w:keepLines/><w:pageBreakBefore/>", "<w:b/>")
    properties = (w(name, val=off) for name in ("keepNext", "keepLines", "pageBreakBefore"))
    made = w("p", w("pPr", w("pStyle", val="Normal"), *properties))
    own = found.setting(made)
    assert not any((own.keeps_next, own.keeps_lines, own.begins_page))
    assert not found.type_of(run("x", w("rPr", w("b", val=off))), made).is_bold


def test_rules_and_automatic_space_take_room() -> None:
    box = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="7"/><w:bottom w:val="nil"/></w:pBdr>'
    made = setting(
        paragraph("Quote"), others=style("Quote", "Quote", f'{box}<w:spacing w:beforeAutospacing="1" w:before="20"/>')
    )
    assert made.borders == (8.0, 0.0)
    assert made.before == 14
