"""Definitions of lists, and the lists that follow them."""

from __future__ import annotations

from briefs.word.elements import local_name, parse, qn, root, value_of
from briefs.word.numbering import NumberingPart

MARKUP = """
<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:lvlPicBulletId w:val="0"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="7"><w:name w:val="Bullets"/></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num>
<w:numIdMacAtCleanup w:val="5"/>
"""


def part() -> NumberingPart:
    return NumberingPart(root("numbering", *parse(MARKUP)))


def order(numbering: NumberingPart) -> list[str]:
    return [local_name(child) for child in numbering.root]


def test_a_definition_is_found_by_its_name() -> None:
    assert (part().definition("Bullets"), part().definition("Paragraphs")) == (7, None)


def test_a_definition_that_is_added_has_the_next_number_and_stands_before_the_lists() -> None:
    numbering = part()
    assert numbering.add_definition(parse("<w:abstractNum/>")[0]) == 8
    assert order(numbering)[1:5] == ["abstractNum", "abstractNum", "abstractNum", "num"]


def test_a_list_that_is_added_counts_from_its_start() -> None:
    numbering = part()
    assert numbering.add_list(7, start=12) == 4
    assert order(numbering)[-3:] == ["num", "num", "numIdMacAtCleanup"]
    added = numbering.root[-2]
    assert value_of(added.find(qn("w:abstractNumId"))) == "7"
    assert [value_of(start) for start in added.iter(qn("w:startOverride"))] == ["12"]


def test_lists_are_numbered_from_one_where_there_are_none() -> None:
    assert NumberingPart(root("numbering")).add_list(1) == 1


def test_pictures_for_bullets_are_removed() -> None:
    numbering = part()
    numbering.remove_picture_bullets()
    assert not list(numbering.root.iter(qn("w:numPicBullet"), qn("w:lvlPicBulletId")))


def test_levels_are_linked_to_no_style_that_has_no_list() -> None:
    level = '<w:lvl w:ilvl="{}"><w:pStyle w:val="Heading{}"/></w:lvl>'
    markup = f'<w:abstractNum w:abstractNumId="1">{level.format(0, 1)}{level.format(1, 2)}</w:abstractNum>'
    numbering = NumberingPart(root("numbering", *parse(markup)))
    numbering.keep_links({"Heading2"})
    assert [value_of(link) for link in numbering.root.iter(qn("w:pStyle"))] == ["Heading2"]
