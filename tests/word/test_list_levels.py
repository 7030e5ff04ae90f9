"""What a numbering part says of lists."""

from __future__ import annotations

import pytest

from briefs.word import list_levels
from briefs.word.elements import Element, parse
from briefs.word.list_levels import ListLevel, NumberedList, left_of, read_lists

LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'


def read(numbering: str, styles: str = "") -> dict[str, NumberedList]:
    return read_lists(parse(numbering), parse(styles))


def test_a_list_has_the_levels_of_its_definition() -> None:
    found = read(
        f'<w:abstractNum w:abstractNumId="7">{LEVEL}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert found == {"1": NumberedList("7", {0: ListLevel(3, "upperRoman", "%1.")})}


def test_overrides_replace_levels_and_where_they_begin() -> None:
    found = read(
        f'<w:abstractNum w:abstractNumId="7">{LEVEL}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        '</w:lvlOverride><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="–"/></w:lvl></w:lvlOverride></w:num>'
    )["1"]
    assert found.restarts == {0: 5}
    assert (found.levels[0].start, found.levels[1].style, found.levels[1].text) == (5, "bullet", "–")


def test_a_definition_may_name_a_style_whose_list_has_the_levels() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Paras"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Paras"/>{LEVEL}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    style = '<w:style w:styleId="Paras"><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr></w:style>'
    assert read(numbering, style.format(2))["1"] == read(numbering, style.format(2))["2"]
    assert read(numbering, style.format(1))["1"].levels == {}, "a circle has none"


def test_what_a_level_says_beside_its_number_is_read() -> None:
    more = (
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:pStyle w:val="P"/><w:isLgl/>'
        '<w:suff w:val="space"/><w:lvlText w:val="%1-%2"/><w:pPr><w:ind w:start="2cm"/></w:pPr>'
        '<w:rPr><w:rFonts w:hAnsi="Symbol"/></w:rPr></w:lvl>'
    )
    definition = f'<w:abstractNum w:abstractNumId="1">{more}</w:abstractNum>'
    found = read(f'{definition}<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>')["4"].levels[1]
    assert found == ListLevel(0, "decimal", "%1-%2", 0, True, "space", 1134, "P", "Symbol")


def test_custom_formats_stand_in_a_choice() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="01, 02"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    definition = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{choice}</w:lvl></w:abstractNum>'
    found = read(f'{definition}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')["1"].levels[0]
    assert (found.style, found.pattern) == ("custom", "01, 02")


def test_what_cannot_be_read_is_left_out() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="x"/></w:lvl>'
    definition = f'<w:abstractNum w:abstractNumId="1">{level.format("9")}{level.format("0")}</w:abstractNum>'
    override = '<w:lvlOverride w:ilvl="nine"/>'
    found = read(f'{definition}<w:num w:numId="1"><w:abstractNumId w:val="1"/>{override}</w:num>')["1"]
    assert list(found.levels) == [0]
    assert left_of(parse('<w:ind w:left="wide"/>')[0]) is None
    assert read_lists(None) == {}


def test_the_levels_of_a_definition_are_read_once_for_all_its_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    read_levels: list[Element] = []
    monkeypatch.setattr(list_levels, "_read_level", lambda level: read_levels.append(level) or ListLevel())  # type: ignore[func-returns-value]
    lists = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="7"/></w:num>' for one in range(50))
    found = read(f'<w:abstractNum w:abstractNumId="7">{LEVEL}</w:abstractNum>{lists}')
    assert (len(found), len(read_levels)) == (50, 1)
    assert found["3"].levels == {0: ListLevel()}


def test_definitions_that_name_each_other_without_end_are_followed_only_so_far() -> None:
    chain = range(100)
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{one}"><w:numStyleLink w:val="s{one}"/></w:abstractNum>' for one in chain
    )
    lists = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in chain)
    styles = "".join(
        f'<w:style w:styleId="s{one}"><w:pPr><w:numPr><w:numId w:val="{one + 1}"/></w:numPr></w:pPr></w:style>'
        for one in chain
    )
    assert read(definitions + lists, styles)["0"].definition == "20"
