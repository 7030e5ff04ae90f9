"""Styles: what they are for, whatever the language of Word, and what they inherit."""

from __future__ import annotations

import pytest

from briefs.report.word.word_blocks import Look
from briefs.report.word.word_styles import WordStyles, heading_level, is_first_row_shown, role_of
from briefs.word.elements import parse


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading1", 1),
        ("berschrift2", 2),
        ("Überschrift 3", 3),
        ("Titre 1", 1),
        ("Ttulo2", 2),
        ("Заголовок 1", 1),
        ("标题 1", 1),
        ("عنوان 2", 2),
        ("Nagwek1", 1),
        ("heading", None),
        ("Heading 12", None),
        ("1", None),
    ],
)
def test_styles_of_headings_are_known_in_the_languages_of_word(name: str, level: int | None) -> None:
    assert heading_level(name) == level


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Title", "title"),
        ("Subtitle", "subtitle"),
        ("Intense Quote", "quote"),
        ("Zitat", "quote"),
        ("Citationintense", "quote"),
        ("caption", "caption"),
        ("Beschriftung", "caption"),
        ("toc 2", "contents"),
        ("Verzeichnis1", "contents"),
        ("TOC Heading", "contents"),
        ("table of figures", "contents"),
        ("Normal", ""),
        ("Body Text 2", ""),
        ("heading 1", ""),
    ],
)
def test_other_built_in_styles_are_known_too(name: str, role: str) -> None:
    assert role_of(name) == role


STYLES = WordStyles(
    parse(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-FR' w:bidi='ar-SA'/><w:sz w:val='22'/></w:rPr>"
        "</w:rPrDefault></w:docDefaults>"
        "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/>"
        "<w:jc w:val='center'/><w:ind w:left='200'/></w:pPr><w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='U'><w:name w:val='Annex title'/><w:basedOn w:val='T'/>"
        "<w:rPr><w:b w:val='0'/><w:i/><w:u w:val='single'/><w:caps/><w:sz w:val='big'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='N'><w:name w:val='No heading'/><w:basedOn w:val='T'/>"
        "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='L'><w:name w:val='Heading 3'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Z'><w:name w:val='Title'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
        "</w:style><w:style w:type='character' w:styleId='Fett'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='table' w:styleId='G'><w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>"
        "<w:tblStylePr w:type='firstRow'><w:rPr/></w:tblStylePr></w:style>"
    )
)


def test_a_style_has_what_it_inherits_unless_it_sets_it() -> None:
    found = STYLES.paragraph("U")
    assert (found.name, found.level, found.left, found.is_centred, found.role) == ("Annex title", 1, 200, True, "")
    assert found.look == Look(False, True, True, True, False, False, 28, "fr-FR", "", "ar-SA")


def test_levels_come_from_the_outline_or_else_from_the_name() -> None:
    assert [STYLES.paragraph(id).level for id in ("T", "N", "L", "Z", "")] == [1, None, 3, None, None]
    assert STYLES.paragraph("Z").role == "title"


def test_without_a_style_sheet_ids_say_what_styles_are_for() -> None:
    bare = WordStyles(None)
    assert (bare.paragraph("Heading2").level, bare.paragraph("Quote").role) == (2, "quote")
    assert bare.paragraph("").level is None
    assert bare.plain == Look()
    assert bare.in_character_style(Look(), "X") == Look()
    assert bare.table("X") == (False, False)


def test_character_styles_add_to_the_look() -> None:
    assert STYLES.in_character_style(Look(), "Fett").is_bold


def test_table_styles_draw_borders_and_set_the_first_row_apart() -> None:
    assert STYLES.table("G") == (True, True)
    assert STYLES.table("") == (False, False)
    assert is_first_row_shown(parse("<w:tblLook w:firstRow='1'/>"))
    assert is_first_row_shown(parse("<w:tblLook w:val='04A0'/>"))
    assert not is_first_row_shown(parse("<w:tblLook w:val='0400'/>"))
    assert not is_first_row_shown(parse("<w:tblLook w:val='many'/>"))
    assert not is_first_row_shown(None)


@pytest.mark.parametrize(("distance", "level"), [(19, 2), (20, None)])
def test_of_a_chain_of_styles_without_end_the_nearest_are_looked_at(distance: int, level: int | None) -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n + 1}"/>'
        + ('<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' if n == distance else "</w:style>")
        for n in range(60)
    )
    assert WordStyles(parse(chain)).paragraph("s0").level == level
