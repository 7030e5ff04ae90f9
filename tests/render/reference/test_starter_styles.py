"""The table of the starter's styles holds together."""

from __future__ import annotations

from collections import Counter

from briefs.render.reference.starter_styles import STYLES, default_styles, starter_styles
from briefs.word.elements import local_name, qn
from briefs.word.styles import style_id


def ids() -> list[str]:
    return [style_id(style) for style in starter_styles() if style.tag == qn("w:style")]


def test_each_style_is_there_once() -> None:
    assert [id for id, number in Counter(ids()).items() if number > 1] == []


def test_whatever_a_style_refers_to_is_there() -> None:
    known = set(ids())
    assert {style.based_on for style in STYLES} | {style.following for style in STYLES} - {""} <= known


def test_the_defaults_of_word_come_first() -> None:
    assert [local_name(each) for each in default_styles()] == ["docDefaults", "latentStyles", *["style"] * 4]
    assert ids()[:4] == ["Normal", "DefaultParagraphFont", "TableNormal", "NoList"]
