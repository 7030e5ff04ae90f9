"""One value is changed, added or taken out; everything else in the file stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.encoding import plain_line_ends
from briefs.files.yaml import parse_yaml
from briefs.model.diagnostics import BriefsError
from briefs.preview.editing.block_source import BlockSource, source_in
from briefs.preview.editing.editable_values import editable_value
from briefs.preview.editing.value_writing import LONGEST, content_with, settled_text, written_value

AUDIENCES = ("captains", "clerks")
HEAD = "# top\nkind: benefit\nblocks:\n"
TAIL = "  # between\n  - id: ben.last\n    sort: 'direct'\n"


def source_of(block: str, end: str = "\n", bom: str = "", tail: str = TAIL) -> BlockSource:
    text = f"{bom}{HEAD}{block}{tail}".replace("\n", end)
    empty = parse_yaml("", "a.yaml")[1]
    return source_in(text.encode(), BlockSource("ben.one", "benefit", "a.yaml", b"", (), {}, empty))


def changed(block: str, name: str, text: str) -> str:
    source = source_of(block)
    new = content_with(source, editable_value(source, AUDIENCES, name), text).decode()
    assert (new.startswith(HEAD), new.endswith(TAIL)) == (True, True)
    return new.removeprefix(HEAD).removesuffix(TAIL)


BLOCK = "  - id: ben.one\n    anchor: x … y\n    sort: direct\n    basis: {anchor: z}\n    note: n\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "behind"),
    [
        ("short", "New", "    short: New\n", "basis: {anchor: z}\n"),
        ("ask", "no: 1", '    ask: "no: 1"\n', "basis: {anchor: z}\n"),
        ("says_more", "“z”: why", '    says_more: "“z”: why"\n', "basis: {anchor: z}\n"),
        ("audiences.captains", "must", "    audiences: {captains: must}\n", "basis: {anchor: z}\n"),
        ("beneficiary", "true", '    beneficiary: "true"\n', "sort: direct\n"),
    ],
)
def test_a_value_that_is_not_written_is_added_where_it_usually_stands(
    name: str, text: str, line: str, behind: str
) -> None:
    assert changed(BLOCK, name, text) == BLOCK.replace(behind, behind + line)


def test_the_wording_of_a_passage_is_added_to_the_passage() -> None:
    assert changed(BLOCK, "basis.short", "New words") == BLOCK.replace("{anchor: z}", '{anchor: z, short: "New words"}')


@pytest.mark.parametrize(
    ("audiences", "name", "text", "expected"),
    [
        ("{captains: must}", "clerks", "never", "{captains: must, clerks: never}"),
        ("{captains: must}", "captains", "should", "{captains: should}"),
        ("{captains: must, clerks: could} # why", "captains", "", "{clerks: could} # why"),
        ("\n      captains: must # yes", "clerks", "never", "\n      captains: must # yes\n      clerks: never"),
        ("{}", "clerks", "never", "{clerks: never}"),
    ],
)
def test_how_much_an_audience_needs_a_block_is_written_in_the_style_that_is_there(
    audiences: str, name: str, text: str, expected: str
) -> None:
    separator = "" if audiences.startswith("\n") else " "
    block = f"{BLOCK}    audiences:{separator}{{}}\n"
    before, after = block.replace("{}", audiences), block.replace("{}", expected)
    assert changed(before, f"audiences.{name}", text) == after


def test_the_last_audience_goes_with_its_field_and_a_field_without_any_gets_one() -> None:
    assert changed(f"{BLOCK}    audiences: {{clerks: never}} # why\n", "audiences.clerks", "") == BLOCK
    written = changed(f"{BLOCK}    audiences:\n", "audiences.clerks", "never")
    assert written == BLOCK.replace("    note", "    audiences: {clerks: never}\n    note")


def test_a_field_with_nothing_behind_its_colon_gets_a_text_or_goes() -> None:
    assert changed(f"{BLOCK}    short:\n", "short", "New") == f"{BLOCK}    short: New\n"
    assert changed(f"{BLOCK}    short:\n", "short", "") == BLOCK


def test_a_form_with_anchors_of_its_own_keeps_them_until_it_goes() -> None:
    form = '    short:\n      text: "Old"\n      anchor: "a … b"\n'
    assert changed(BLOCK + form, "short", "New") == BLOCK + form.replace("Old", "New")
    assert changed(BLOCK + form, "short", "") == BLOCK


def test_what_is_not_there_is_not_taken_out() -> None:
    assert changed(BLOCK, "short", "") == BLOCK


def test_spaces_around_a_value_and_line_ends_within_it_are_not_written() -> None:
    source = source_of(BLOCK)
    short, note = (editable_value(source, AUDIENCES, name) for name in ("short", "note"))
    assert settled_text(source, short, "  Two \r\n lines\n") == "Two lines"
    assert settled_text(source, note, "Two\r\nlines\n") == "Two\nlines"
    literal = source_of(BLOCK + "    short: |\n      Two\n      lines\n")
    assert settled_text(literal, short, "Three\nlines") == "Three\nlines"
    assert written_value(literal, short) == "Two\nlines"
    new = content_with(literal, short, "Three\nlines").decode()
    assert new == literal.content.decode().replace("Two", "Three")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("sort", "", 'sort of "ben.one" cannot be empty'),
        ("sort", "Direct", 'sort of "ben.one" cannot be "Direct"'),
        ("note", "x" * (LONGEST + 1), 'note of "ben.one" has 5,001 characters; at most 5,000'),
    ],
)
def test_what_the_value_cannot_be_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(BriefsError, match=message):
        changed(BLOCK, name, text)


TEXT = st.text(st.sampled_from("ab .,:#-'\"\\*&!|>[]{}%@`?\n\xa0é漢“”~0"), min_size=1, max_size=30).map(str.strip)
STYLES = ("old", "'it''s'", '"a: b" # why', "|\n      one\n\n      two", ">-\n      one\n      two", "")
NAMES = ("short", "ask", "note", "says_more", "basis.short", "audiences.clerks", "beneficiary")


@st.composite
def sources(draw: st.DrawFn) -> BlockSource:
    """A block with some of its values in some style, in a file with some line ends."""
    written = draw(st.lists(st.sampled_from(("short", "ask", "note")), unique=True))
    values = "".join(f"    {name}: {draw(st.sampled_from(STYLES))}\n" for name in written)
    audiences = draw(st.sampled_from(("", "    audiences: {clerks: must}\n", "    audiences:\n      clerks: must\n")))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    tail = draw(st.sampled_from([TAIL, "", "# end"]))
    block = BLOCK.replace("    note: n\n", draw(st.permutations([values, audiences]).map("".join)))
    return source_of(block, end, draw(st.sampled_from(["", "\ufeff"])), tail)


@given(sources(), st.sampled_from(NAMES), TEXT)
def test_whatever_the_file_is_like_the_value_reads_back_and_all_else_stays(
    source: BlockSource, name: str, text: str
) -> None:
    value = editable_value(source, AUDIENCES, name)
    wanted = "should" if value.choices else settled_text(source, value, text)
    new = content_with(source, value, wanted)
    again = source_in(new, source)
    assert written_value(again, editable_value(again, AUDIENCES, name)) == wanted.strip()
    assert without(again, name) == without(source, name)
    assert lines_gone(source.content, new) <= lines_of_value(source, name)
    gone = source_in(content_with(again, editable_value(again, AUDIENCES, name), ""), source)
    assert written_value(gone, editable_value(gone, AUDIENCES, name)) == ""
    assert without(gone, name) == without(source, name)


def without(source: BlockSource, name: str) -> object:
    """Everything that the file says, but for one value of the block."""
    value, _ = parse_yaml(plain_line_ends(source.content.decode("utf-8-sig")), "a.yaml")
    assert isinstance(value, dict)
    block = value["blocks"][0]
    outer, _, inner = name.partition(".")
    if inner and isinstance(block.get(outer), dict):
        block[outer].pop(inner, None)
        if outer == "audiences" and not block[outer]:
            del block[outer]
    else:
        block.pop(outer, None)
    return repr(value)


def lines_gone(old: bytes, new: bytes) -> int:
    """How many lines of a file are not in another."""
    kept = new.splitlines()
    return sum(1 for line in old.splitlines() if line not in kept)


def lines_of_value(source: BlockSource, name: str) -> int:
    """The most lines that a value takes."""
    there = source.value(tuple(name.split(".")))
    return 1 if there is None else 4
