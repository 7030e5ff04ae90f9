"""Slips in YAML as people make them: each is one message, on its line, with the line as it should be."""

from __future__ import annotations

import pytest

from briefs.files.yaml import parse_yaml
from briefs.model.diagnostics import DocumentError

BLOCKS = """kind: statement
blocks:
  - id: st.a
    anchor: "Some villages asked for new wells now."
    short: Some villages asked for wells.
    audiences:
      ministers: must
  - id: st.b
    anchor: "A well is a hole"
"""
SHORT = "short: Some villages asked for wells."
ANCHOR = 'anchor: "Some villages asked for new wells now."'


def said(text: str) -> list[tuple[int, str, str]]:
    """What is wrong with `text`: the line of each message, the message, and the lines as they should be."""
    with pytest.raises(DocumentError) as caught:
        parse_yaml(text, "a.yaml")
    found = []
    for one in caught.value.diagnostics:
        assert one.code == "yaml-syntax"
        shown = [line.strip() for line in one.hint.split("\n")[1:]]
        found.append((one.place.line, one.message, "\n".join(shown)))
    return found


def test_the_blocks_that_slips_are_made_in_are_right() -> None:
    value, _ = parse_yaml(BLOCKS, "a.yaml")
    assert isinstance(value, dict)
    assert [block["id"] for block in value["blocks"]] == ["st.a", "st.b"]


@pytest.mark.parametrize("sign", ["*", "&", "!", "@", "%", ">", "|", "]", "}", ",", "{"])
@pytest.mark.parametrize("space", ["", " "])
def test_a_text_that_begins_with_a_sign_of_yaml_is_shown_in_quotation_marks(sign: str, space: str) -> None:
    text = f"{sign}{space}5 villages asked."
    names = {"*": "an asterisk", ",": "a comma"}
    message = f"a text cannot begin with {names.get(sign, sign)} unless it is in quotation marks"
    assert said(BLOCKS.replace(SHORT, f"short: {text}")) == [(5, message, f'short: "{text}"')]


SLIPS = {
    "curly": (
        SHORT,
        "short: “Some villages asked for wells.”",
        [
            (
                5,
                "YAML takes the quotation marks “ ” as part of the text; it needs straight ones",
                'short: "Some villages asked for wells."',
            )
        ],
    ),
    "curly anchor": (
        ANCHOR,
        "anchor: “Some villages asked for new wells now.”",
        [
            (
                4,
                "YAML takes the quotation marks “ ” as part of the text; it needs straight ones",
                'anchor: "Some villages asked for new wells now."',
            )
        ],
    ),
    "curly colon": (
        SHORT,
        "short: “Wells: a plan”",
        [(5, "“ is not a quotation mark for YAML, which needs straight ones", 'short: "Wells: a plan"')],
    ),
    "curly open colon": (
        SHORT,
        "short: “Wells: a plan",
        [(5, "“ is not a quotation mark for YAML, which needs straight ones", 'short: "Wells: a plan"')],
    ),
    "mixed": (
        SHORT,
        'short: “Some villages asked for wells."',
        [
            (
                5,
                'YAML takes the quotation marks “ " as part of the text; it needs straight ones',
                'short: "Some villages asked for wells."',
            )
        ],
    ),
    "mixed2": (
        SHORT,
        'short: "Some villages asked for wells.”',
        [
            (
                5,
                'the text begins with " and ends with ”, so YAML does not see where it ends',
                'short: "Some villages asked for wells."',
            )
        ],
    ),
    "mixed3": (
        SHORT,
        "short: 'Some villages asked for wells.\"",
        [
            (
                5,
                "the text begins with ' and ends with \", so YAML does not see where it ends",
                'short: "Some villages asked for wells."',
            )
        ],
    ),
    "unclosed": (
        ANCHOR,
        'anchor: "Some villages asked for new wells now.',
        [(4, "the quotation mark that opens here is never closed", 'anchor: "Some villages asked for new wells now."')],
    ),
    "unclosed single": (
        SHORT,
        "short: 'Some villages asked for wells.",
        [(5, "the quotation mark that opens here is never closed", "short: 'Some villages asked for wells.'")],
    ),
    "unclosed last": (
        'anchor: "A well is a hole"',
        'anchor: "A well is a hole',
        [(9, "the quotation mark that opens here is never closed", 'anchor: "A well is a hole"')],
    ),
    "unclosed multi": (
        ANCHOR,
        'anchor: "Some villages asked for\n      new wells now.',
        [(4, "the quotation mark that opens here is never closed", 'new wells now."')],
    ),
    "unopened": (
        ANCHOR,
        'anchor: Some villages asked for new wells now."',
        [
            (
                4,
                'the text ends with " but does not begin with it, so it would be printed',
                'anchor: "Some villages asked for new wells now."',
            )
        ],
    ),
    "apostrophe": (
        SHORT,
        "short: 'It's the villages' wells.'",
        [
            (
                5,
                "an apostrophe inside single quotation marks ends the text there",
                "short: \"It's the villages' wells.\"",
            )
        ],
    ),
    "apostrophe unclosed": (
        SHORT,
        "short: 'It's the villages.",
        [(5, "the quotation mark that opens here is never closed", 'short: "It\'s the villages."')],
    ),
    "inner quotes": (
        SHORT,
        'short: "Some "poor" villages asked."',
        [(5, "a quotation mark inside the quoted text ends it there", "short: 'Some \"poor\" villages asked.'")],
    ),
    "part quotes": (
        SHORT,
        'short: "Poor" villages asked.',
        [
            (
                5,
                "the text begins with words in quotation marks, and YAML ends it after them",
                "short: '\"Poor\" villages asked.'",
            )
        ],
    ),
    "part quotes single": (
        SHORT,
        "short: 'Poor' villages asked.",
        [
            (
                5,
                "the text begins with words in quotation marks, and YAML ends it after them",
                "short: \"'Poor' villages asked.\"",
            )
        ],
    ),
    "colon": (
        SHORT,
        "short: Wells: a plan",
        [(5, "a text with a colon and a space after it must be in quotation marks", 'short: "Wells: a plan"')],
    ),
    "colon end": (
        SHORT,
        "short: They asked for:",
        [(5, "a text with a colon and a space after it must be in quotation marks", 'short: "They asked for:"')],
    ),
    "hash": (
        SHORT,
        "short: See well #3 now.",
        [(5, 'the text is cut at " #": for YAML, "#3 now." is a remark', 'short: "See well #3 now."')],
    ),
    "hash2": (
        SHORT,
        "short: See well # 3 now.",
        [(5, 'the text is cut at " #": for YAML, "#3 now." is a remark', 'short: "See well #3 now."')],
    ),
    "hash start": (
        SHORT,
        "short: #3 is the well",
        [(5, '"short" is empty: for YAML, "#3 is the well" is a remark', 'short: "#3 is the well"')],
    ),
    "emph": (
        SHORT,
        "short: *Some* villages asked.",
        [
            (
                5,
                "a text cannot begin with an asterisk unless it is in quotation marks",
                'short: "*Some* villages asked."',
            )
        ],
    ),
    "bold": (
        SHORT,
        "short: **Some** villages asked.",
        [
            (
                5,
                "a text cannot begin with an asterisk unless it is in quotation marks",
                'short: "**Some** villages asked."',
            )
        ],
    ),
    "tab": (
        "    short: Some villages asked for wells.",
        "\tshort: Some villages asked for wells.",
        [(5, "a tab indents this line", "short: Some villages asked for wells.")],
    ),
    "tab2": (
        "    short: Some villages asked for wells.",
        "  \tshort: Some villages asked for wells.",
        [(5, "a tab indents this line", "short: Some villages asked for wells.")],
    ),
    "tab deep": ("      ministers", "\tministers", [(7, "a tab indents this line", "ministers: must")]),
    "nbsp indent": (
        "    short: Some villages asked for wells.",
        "\xa0\xa0\xa0\xa0short: Some villages asked for wells.",
        [(5, "a no-break space indents this line", "short: Some villages asked for wells.")],
    ),
    "nbsp after colon": (
        SHORT,
        "short:\xa0Some villages",
        [(5, "a no-break space stands where YAML needs a plain space", "short: Some villages")],
    ),
    "nbsp after hyphen": (
        "- id: st.b",
        "-\xa0id: st.b",
        [(8, "a no-break space stands where YAML needs a plain space", "- id: st.b")],
    ),
    "fullwidth colon": (
        SHORT,
        "short： Some villages",
        [(5, "the colon after the name is not a plain one", "short: Some villages")],
    ),
    "indent+1": (
        "    short: Some villages asked for wells.",
        "     short: Some villages asked for wells.",
        [
            (
                5,
                "this line begins after 5 spaces, which does not fit the lines around it",
                "short: Some villages asked for wells.",
            )
        ],
    ),
    "indent-1": (
        "    short: Some villages asked for wells.",
        "   short: Some villages asked for wells.",
        [
            (
                5,
                "this line begins after 3 spaces, which does not fit the lines around it",
                "short: Some villages asked for wells.",
            )
        ],
    ),
    "indent-2": (
        "    short: Some villages asked for wells.",
        "  short: Some villages asked for wells.",
        [
            (
                5,
                "this line begins after 2 spaces, which does not fit the lines around it",
                "short: Some villages asked for wells.",
            )
        ],
    ),
    "indent+2": (
        "    short: Some villages asked for wells.",
        "      short: Some villages asked for wells.",
        [
            (
                5,
                "this line begins after 6 spaces, which does not fit the lines around it",
                "short: Some villages asked for wells.",
            )
        ],
    ),
    "indent 0": (
        "    short: Some villages asked for wells.",
        SHORT,
        [
            (
                5,
                "this line begins at the left edge, which does not fit the lines around it",
                "short: Some villages asked for wells.",
            )
        ],
    ),
    "first +1": (
        '    anchor: "Some villages asked for new wells now."',
        '     anchor: "Some villages asked for new wells now."',
        [
            (
                4,
                "this line begins after 5 spaces, which does not fit the lines around it",
                'anchor: "Some villages asked for new wells now."',
            )
        ],
    ),
    "first -1": (
        '    anchor: "Some villages asked for new wells now."',
        '   anchor: "Some villages asked for new wells now."',
        [
            (
                4,
                "this line begins after 3 spaces, which does not fit the lines around it",
                'anchor: "Some villages asked for new wells now."',
            )
        ],
    ),
    "item +1": (
        "  - id: st.b",
        "   - id: st.b",
        [(8, "this line begins after 3 spaces, which does not fit the lines around it", "- id: st.b")],
    ),
    "item +2": (
        "  - id: st.b",
        "    - id: st.b",
        [(8, "this line begins after 4 spaces, which does not fit the lines around it", "- id: st.b")],
    ),
    "item -1": (
        "  - id: st.b",
        " - id: st.b",
        [(8, "this line begins after 1 space, which does not fit the lines around it", "- id: st.b")],
    ),
    "item -2": (
        "  - id: st.b",
        "- id: st.b",
        [(8, "this line begins at the left edge, which does not fit the lines around it", "- id: st.b")],
    ),
    "block+1": (
        "  - id: st.b\n    anchor",
        "   - id: st.b\n     anchor",
        [(8, "this line begins after 3 spaces, which does not fit the lines around it", "- id: st.b")],
    ),
    "nested -3": (
        "      ministers",
        "   ministers",
        [(7, "this line begins after 3 spaces, which does not fit the lines around it", "ministers: must")],
    ),
    "nested -6": (
        "      ministers",
        "ministers",
        [(7, "this line begins at the left edge, which does not fit the lines around it", "ministers: must")],
    ),
    "folded": (
        SHORT,
        "short: >-\n    Some villages asked for wells.",
        [
            (
                6,
                "this line begins after 4 spaces, which does not fit the lines around it",
                "Some villages asked for wells.",
            )
        ],
    ),
    "folded2": (
        SHORT,
        "short: >-\n    Some villages asked: wells.",
        [(6, 'the text of "short" must begin further to the right than its name', "Some villages asked: wells.")],
    ),
    "folded3": (
        SHORT,
        "short: >-\n  Some villages asked\n  for wells.",
        [(6, "this line begins after 2 spaces, which does not fit the lines around it", "Some villages asked")],
    ),
    "folded same line": (
        SHORT,
        "short: >- Some villages\n      asked.",
        [(5, "after >- the text must begin on the next line", "short: >-\nSome villages")],
    ),
    "cont not indented": (
        SHORT,
        "short: Some villages asked\n    for wells.",
        [(6, "this line begins after 4 spaces, which does not fit the lines around it", "for wells.")],
    ),
    "cont col0": (
        SHORT,
        "short: Some villages asked\nfor wells.",
        [(6, "this line begins at the left edge, which does not fit the lines around it", "for wells.")],
    ),
    "no hyphen": (
        "  - id: st.b",
        "    id: st.b",
        [(8, 'the field "id" is given twice here, first on line 3', "- id: st.b")],
    ),
    "no hyphen2": (
        "  - id: st.b",
        "  id: st.b",
        [(8, "an item of a list begins with a hyphen and a space", "- id: st.b")],
    ),
    "-id": ("  - id: st.b", "  -id: st.b", [(8, 'there is no space after the hyphen before "id"', "- id: st.b")]),
    "-id first": ("  - id: st.a", "  -id: st.a", [(3, 'there is no space after the hyphen before "id"', "- id: st.a")]),
    "endash": (
        "  - id: st.b",
        "  – id: st.b",
        [(8, '"–" begins this line; an item of a list begins with a hyphen and a space', "- id: st.b")],
    ),
    "bullet": (
        "  - id: st.b",
        "  • id: st.b",
        [(8, '"•" begins this line; an item of a list begins with a hyphen and a space', "- id: st.b")],
    ),
    "no colon anchor": (
        ANCHOR,
        'anchor "Some villages asked for new wells now."',
        [(4, 'there is no colon after "anchor"', 'anchor: "Some villages asked for new wells now."')],
    ),
    "no colon id": ("- id: st.b", "- id st.b", [(8, 'there is no colon after "id"', "- id: st.b")]),
    "no colon short": (
        SHORT,
        "short Some villages asked",
        [(5, 'there is no colon after "short"', "short: Some villages asked")],
    ),
    "eq": (
        SHORT,
        "short = Some villages asked",
        [(5, 'there is "=" after "short", not a colon', "short: Some villages asked")],
    ),
    "semi": (
        SHORT,
        "short; Some villages asked",
        [(5, 'there is ";" after "short", not a colon', "short: Some villages asked")],
    ),
    "min:should 2": (
        "      ministers: must",
        "      ministers:should\n      mayors: could",
        [(7, 'there is no space after the colon of "ministers"', "ministers: should")],
    ),
    "min:should 3": (
        "      ministers: must",
        "      mayors: could\n      ministers:should",
        [(8, 'there is no space after the colon of "ministers"', "ministers: should")],
    ),
    "min should": (
        "      ministers: must",
        "      mayors: could\n      ministers should",
        [(8, 'there is no colon after "ministers"', "ministers: should")],
    ),
    "flow": (
        "audiences:\n      ministers: must",
        "audiences: {ministers:should}",
        [(6, 'there is no space after the colon of "ministers"', "audiences: {ministers: should}")],
    ),
    "flow2": (
        "audiences:\n      ministers: must",
        "audiences: {ministers: should",
        [(6, 'what "audiences" holds needs braces around it, or lines of its own', "audiences: {ministers: should}")],
    ),
    "flow3": (
        "audiences:\n      ministers: must",
        "audiences: {ministers: should, mayors could}",
        [(6, 'there is no colon after "mayors"', "audiences: {ministers: should, mayors: could}")],
    ),
    "flow4": (
        "audiences:\n      ministers: must",
        "audiences: {ministers: should mayors: could}",
        [
            (
                6,
                "a comma is missing between two fields",
                "audiences: {ministers: should, mayors: could}",
            )
        ],
    ),
    "flow5": (
        "audiences:\n      ministers: must",
        "audiences: [ministers: should}",
        [(6, 'what "audiences" holds needs braces around it, or lines of its own', "audiences: {ministers: should}")],
    ),
    "flow6": (
        "audiences:\n      ministers: must",
        "audiences: ministers: should}",
        [(6, 'what "audiences" holds needs braces around it, or lines of its own', "audiences: {ministers: should}")],
    ),
    "flow7": (
        "audiences:\n      ministers: must",
        "audiences: ministers: should",
        [(6, 'what "audiences" holds needs braces around it, or lines of its own', "audiences: {ministers: should}")],
    ),
    "list unclosed": (
        "    audiences:",
        "    conflict: [con.a, con.b\n    audiences:",
        [(6, "the bracket [ is not closed", "conflict: [con.a, con.b]")],
    ),
    "list q": (
        "    audiences:",
        '    anchors: ["a" "b"]\n    audiences:',
        [(6, "a comma is missing between two items", 'anchors: ["a", "b"]')],
    ),
    "two keys": (
        "- id: st.b",
        "- id: st.b strength: Most",
        [(8, 'two fields, "id" and "strength", stand on one line', "- id: st.b\nstrength: Most")],
    ),
    "two keys q": (
        ANCHOR,
        'anchor: "Some villages asked for new wells now." short: Some',
        [
            (
                4,
                "the text begins with words in quotation marks, and YAML ends it after them",
                "anchor: '\"Some villages asked for new wells now.\" short: Some'",
            )
        ],
    ),
    "two keys comma": (
        "- id: st.b",
        "- id: st.b, strength: Most",
        [(8, 'two fields, "id" and "strength", stand on one line', "- id: st.b\nstrength: Most")],
    ),
    "dup": (
        SHORT,
        "short: Some villages asked for wells.\n    short: Some villages asked for wells.",
        [(6, 'the field "short" is given twice here, first on line 5', "")],
    ),
    "dup kind": (
        "  - id: st.a",
        "kind: fact\n  - id: st.a",
        [(4, "there is a colon here that YAML does not expect", "- id: st.a")],
    ),
    "dashes": (
        "  - id: st.b",
        "----------\n  - id: st.b",
        [(8, "a line of dashes means nothing in YAML", "# ----------")],
    ),
    "doc": ("  - id: st.b", "---\n  - id: st.b", [(8, 'a line "---" ends the file for YAML', "")]),
    "slashes": ("  - id: st.b", "  // old\n  - id: st.b", [(8, "this line is not a remark for YAML", "# old")]),
    "zero width": (
        SHORT,
        "sh\u200bort: Some villages",
        [(5, 'the name "short" contains a character that cannot be seen, a zero width space (U+200B)', "")],
    ),
    "cont key glued": (
        SHORT,
        "short: Some villages asked for wells.\n     strength:Most",
        [(6, 'there is no space after the colon of "strength", so YAML joins it to the text above', "strength: Most")],
    ),
    "cont key glued same": (
        SHORT,
        "short: Some villages asked for wells.\n    strength:Most",
        [(6, 'there is no space after the colon of "strength"', "strength: Most")],
    ),
    "ctrl": (SHORT, "short: Some \x07 villages", [(5, "there is a character that cannot be seen, U+0007", "")]),
    "inline map": (
        ANCHOR,
        "anchor: {text: “Some villages”, in: I}",
        [
            (
                4,
                "YAML takes the quotation marks “ ” as part of the text; it needs straight ones",
                'anchor: {text: "Some villages", in: I}',
            )
        ],
    ),
    "inline map2": (
        ANCHOR,
        "anchor: {text: Some villages: a plan, in: I}",
        [
            (
                4,
                "a text in braces that has one of the signs : , # * & needs quotation marks",
                'anchor: {text: "Some villages: a plan", in: I}',
            )
        ],
    ),
    "inline map3": (
        ANCHOR,
        "anchor: {text: *Some* villages, in: I}",
        [
            (
                4,
                "a text in braces that has one of the signs : , # * & needs quotation marks",
                'anchor: {text: "*Some* villages", in: I}',
            )
        ],
    ),
    "two slips": (
        SHORT,
        "short: Wells: a plan\n     strength: Most",
        [
            (5, "a text with a colon and a space after it must be in quotation marks", 'short: "Wells: a plan"'),
            (6, "this line begins after 5 spaces, which does not fit the lines around it", "strength: Most"),
        ],
    ),
    "two slips line": (
        "    short: Some villages asked for wells.",
        "     short: Wells: a plan",
        [
            (5, "this line begins after 5 spaces, which does not fit the lines around it", "short: Wells: a plan"),
            (5, "a text with a colon and a space after it must be in quotation marks", 'short: "Wells: a plan"'),
        ],
    ),
}


@pytest.mark.parametrize(("written", "slip", "expected"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_message_with_the_line_as_it_should_be(
    written: str, slip: str, expected: list[tuple[int, str, str]]
) -> None:
    assert said(BLOCKS.replace(written, slip, 1)) == expected


def test_what_the_entries_beside_it_have_is_known_of_an_entry() -> None:
    outline = "outline:\n  - {text: Wells, level: 1, label: I}\n"
    right = "- {text: Roads, level: 1, label: II}"
    assert said(f"{outline}  - {{text: Roads level: 1, label: II}}\n") == [
        (3, "a comma is missing between two fields", right)
    ]
    assert said(f"{outline}  - text: Roads, level: 1, label: II\n") == [
        (3, "fields with commas between them need braces around them", right)
    ]
    assert said(f"{outline}  -{{text: Roads, level: 1, label: II}}\n") == [
        (3, "there is no space after the hyphen", right)
    ]


def test_the_first_line_below_a_name_may_be_the_one_that_is_wrong() -> None:
    message = "this line begins after 4 spaces, which does not fit the lines around it"
    assert said("strength:\n    7: [all]\n  4: [most]\n  1: [one]\n") == [(2, message, "7: [all]")]
    message = "this line begins after 1 space, which does not fit the lines around it"
    assert said(" kind: fact\npages: 2\n") == [(1, message, "kind: fact")]


def test_a_name_that_is_a_number_needs_a_space_after_its_colon_too() -> None:
    assert said("strength:\n  7: [all]\n  4:[most]\n  1: [one]\n") == [
        (3, 'there is no space after the colon of "4"', "4: [most]")
    ]


@pytest.mark.parametrize("sign", [":-", " -", " –", " —", " =>", ";", "="])
def test_another_sign_may_stand_in_place_of_a_colon(sign: str) -> None:
    message = f'there is "{sign.strip()}" after "short", not a colon'
    assert said(BLOCKS.replace("short:", f"short{sign}")) == [(5, message, SHORT)]


@pytest.mark.parametrize("sign", ["2.", "2)", "•", "–", "*"])
def test_an_item_may_begin_with_another_sign(sign: str) -> None:
    message = f'"{sign}" begins this line; an item of a list begins with a hyphen and a space'
    assert said(BLOCKS.replace("- id: st.b", f"{sign} id: st.b")) == [(8, message, "- id: st.b")]


def test_a_name_above_items_needs_its_colon_whatever_it_is() -> None:
    assert said("a: b\nharbours\n  - {c: d}\n  - {c: e}\n") == [
        (2, 'there is no colon after "harbours"', "harbours:"),
    ]


def test_fields_in_braces_are_known_by_their_names() -> None:
    place = "in: II, text: Some villages asked for wells"
    message = 'what "anchor" holds needs braces around it'
    assert said(BLOCKS.replace(ANCHOR, f"anchor: {place}")) == [(4, message, f"anchor: {{{place}}}")]
    message = "a quotation mark that opens in braces is not closed"
    assert said(BLOCKS.replace(ANCHOR, 'anchor: {text: "Some villages, in: II}')) == [
        (4, message, 'anchor: {text: "Some villages", in: II}')
    ]
