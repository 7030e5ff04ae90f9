"""Elements of WordprocessingML, in the order of the schema."""

from __future__ import annotations

import pytest
from lxml import etree

from briefs.word.elements import (
    Element,
    bare_colour,
    characters,
    element,
    field,
    insert_before,
    is_on,
    local_name,
    paragraph,
    parse,
    qn,
    remove,
    replace_by,
    root,
    run,
    styled_run,
    text_of,
    unwrap,
    value_of,
    w,
)


def names(parent: Element) -> list[str]:
    return [local_name(child) for child in parent]


def test_a_child_that_is_none_is_left_out() -> None:
    made = w("rPr", None, w("b"), None)
    assert names(made) == ["b"]


def test_attributes_of_the_main_namespace_need_no_prefix() -> None:
    assert dict(w("ind", left=454).attrib.items()) == {qn("w:left"): "454"}
    assert dict(element("a:ext", {"cx": "1", "r:id": "rId1"}).attrib.items()) == {"cx": "1", qn("r:id"): "rId1"}


def test_a_root_lets_other_readers_ignore_what_word_2010_added() -> None:
    assert root("styles", w("style")).get(qn("mc:Ignorable")) == "w14"


def test_markup_is_parsed_without_entities_of_its_own() -> None:
    assert names(parse("<w:b/> <w:i/>")) == ["b", "i"]
    with pytest.raises(etree.XMLSyntaxError):
        parse("<w:t>&external;</w:t>")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [("", False), ("<w:b/>", True), ('<w:b w:val="0"/>', False), ('<w:b w:val="off"/>', False), ("<w:i/>", False)],
)
def test_a_switch_is_on_if_it_is_there_and_not_turned_off(markup: str, expected: bool) -> None:
    assert is_on(parse(markup), "b") is expected


def test_tabs_and_line_breaks_are_elements() -> None:
    assert [(local_name(part), part.text) for part in characters("a\tb\nc")] == [
        ("t", "a"),
        ("tab", None),
        ("t", "b"),
        ("br", None),
        ("t", "c"),
    ]


def test_space_at_the_ends_of_a_text_is_kept() -> None:
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert [run(words)[0].get(space) for words in ("a b", " a", "a  b")] == [None, "preserve", "preserve"]


def test_a_styled_run_names_its_style() -> None:
    assert value_of(styled_run("Strong")[0][0]) == "Strong"


def test_a_field_has_its_instruction_and_its_cached_result() -> None:
    runs = field("PAGE", "7", w("rPr", w("rStyle", val="PageNumber")))
    assert [local_name(run[-1]) for run in runs] == ["fldChar", "instrText", "fldChar", "t", "fldChar"]
    assert [text.text for run in runs for text in run.iter(qn("w:instrText"), qn("w:t"))] == [" PAGE ", "7"]
    assert {value_of(run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")) for run in runs} == {"PageNumber"}


def test_properties_of_a_paragraph_are_in_the_order_of_the_schema() -> None:
    made = paragraph(
        "BodyText",
        run("Words"),
        list_id=3,
        keep_next=True,
        page_break=True,
        borders=w("pBdr"),
        tabs=w("tabs"),
        space_before=120,
        space_after=0,
        indent=w("ind"),
        outline=1,
    )
    assert names(made) == ["pPr", "r"]
    assert names(made[0]) == [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "numPr",
        "pBdr",
        "tabs",
        "spacing",
        "ind",
        "outlineLvl",
    ]


def test_a_plain_paragraph_names_nothing_but_its_style() -> None:
    assert names(paragraph("BodyText")[0]) == ["pStyle"]


def test_names_of_other_namespaces_and_comments_are_empty() -> None:
    assert [local_name(each) for each in (w("p"), element("a:ext", {}), etree.Comment("x"))] == ["p", "", ""]


def test_the_value_of_nothing_is_empty() -> None:
    assert (value_of(None), value_of(w("b")), value_of(w("ind", left=1), "left")) == ("", "", "1")


def test_an_element_is_inserted_before_what_must_follow_it() -> None:
    parent = w("numbering", w("abstractNum"), w("num"))
    insert_before(parent, w("abstractNum", abstractNumId=2), ("num",))
    insert_before(parent, w("numIdMacAtCleanup"), ())
    assert names(parent) == ["abstractNum", "abstractNum", "num", "numIdMacAtCleanup"]


def test_an_element_is_removed_from_where_it_stands() -> None:
    parent = w("p", w("r"))
    remove(parent[0])
    remove(parent)
    assert names(parent) == []


def test_what_an_element_holds_takes_its_place() -> None:
    parent = w("p", w("bookmarkStart"), w("hyperlink", w("r"), w("t")), w("bookmarkEnd"))
    unwrap(parent[1])
    assert names(parent) == ["bookmarkStart", "r", "t", "bookmarkEnd"]
    control = w("sdt", w("sdtPr"), w("sdtContent", w("p")))
    body = w("body", control)
    unwrap(control, control[1])
    unwrap(body)
    assert names(body) == ["p"]


def test_a_colour_has_no_sign_in_attributes() -> None:
    assert bare_colour("#1F3A5F") == "1F3A5F"


def test_names_and_codes_have_hyphens_at_which_no_line_ends_and_which_are_read_as_hyphens() -> None:
    made = run("the High-level Dialogue, CH-1211, well-known")

    assert [local_name(child) for child in made] == ["t", "noBreakHyphen", "t", "noBreakHyphen", "t"]
    assert [child.text for child in made.iter(qn("w:t"))] == ["the High", "level Dialogue, CH", "1211, well-known"]
    assert "".join(map(text_of, made)) == "the High-level Dialogue, CH-1211, well-known"


def test_a_long_address_has_optional_breaks() -> None:
    (short,) = characters("https://example.org/2026-03-14/water.pdf")
    assert short.text == "https://example.org/2026-03-14/water.pdf"
    (made,) = characters("https://example.org/all_" + "wells" * 10)
    assert made.text == "https://\u200bexample.\u200borg/\u200ball_\u200b" + "wells" * 10


def test_what_takes_the_place_of_an_element_stands_between_its_neighbours() -> None:
    parent = w("p", w("r"), w("ins", w("t"), w("br")), w("tab"))
    replace_by(parent[1], list(parent[1]))
    assert [local_name(one) for one in parent] == ["r", "t", "br", "tab"]
    replace_by(parent[0], [])
    assert [local_name(one) for one in parent] == ["t", "br", "tab"]
    replace_by(parent, [w("r")])  # it stands nowhere
    assert len(parent) == 3
