"""Replacing one value of a YAML file: only its characters change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.files.encoding import plain_line_ends
from briefs.files.splice import spliced, spliced_front_matter, spliced_source, value_at
from briefs.files.yaml import Location, parse_yaml
from briefs.model.diagnostics import BriefsError, DocumentError
from tests.builders import REPOSITORY

ONE = ("blocks", 0, "short")


def in_file(value: str, after: str, location: Location = ("short",)) -> str:
    return spliced(f"short: {value}\nnext: same # a remark\n".encode(), "a.yaml", location, after).decode()


@pytest.mark.parametrize(
    ("written", "after", "expected"),
    [
        ("some keepers agreed", "most keepers agreed", "most keepers agreed"),
        ('"some keepers agreed"', "most keepers agreed", '"most keepers agreed"'),
        ("'some keepers agreed'", "most keepers' boats agreed", "'most keepers'' boats agreed'"),
        ("plain", "terms: new ones", '"terms: new ones"'),
        ("plain", "null", '"null"'),
        ("plain", "12", '"12"'),
        ("plain", "true", '"true"'),
        ("plain", "", '""'),
        ("plain", "- a dash", '"- a dash"'),
        ("plain", "*starred*", '"*starred*"'),
        ("plain", "a # b", '"a # b"'),
        ("plain", 'say "a: b"', "'say \"a: b\"'"),
        ("plain", "two\nlines", '"two\\nlines"'),
        ('"in New\\_York, soon"', "in New\xa0York, later", '"in New\\_York, later"'),
        ('"a \\"word\\""', 'a "term"', '"a \\"term\\""'),
        ("null", "words", "words"),
        ("{a: 1, b: two}", None, None),
    ],
)
def test_a_value_keeps_its_style_as_long_as_that_can_say_it(written: str, after: str, expected: str) -> None:
    if after is None:
        assert in_file(written, "three, four", ("short", "b")) == (
            'short: {a: 1, b: "three, four"}\nnext: same # a remark\n'
        )
    else:
        assert in_file(written, after) == f"short: {expected}\nnext: same # a remark\n"


def test_an_empty_field_gets_a_value() -> None:
    assert spliced(b"a:\nb: c\n", "a.yaml", ("a",), "words") == b"a: words\nb: c\n"


def test_a_folded_text_keeps_its_lines_where_its_words_stay() -> None:
    before = "a: >-  # why\n  One line of words\n  and another one.\n\n  A paragraph.\n# remark\nb: c\n"
    after = spliced(before.encode(), "a.yaml", ("a",), "One line of terms and another one.\nA last paragraph.").decode()
    assert after == before.replace("of words", "of terms").replace("A par", "A last par")


def test_a_line_that_grows_too_long_is_broken_between_words() -> None:
    before = "a: >-\n  One line of words that is nearly as long as eighty characters in a row\n  and another one.\n"
    new = "One line of words that is by now nearly as long as eighty characters in a row and another one."
    after = spliced(before.encode(), "a.yaml", ("a",), new).decode()
    assert max(map(len, after.splitlines())) <= 80
    assert parse_yaml(after, "a.yaml")[0] == {"a": new}


def test_a_literal_text_keeps_its_indent_and_the_rest_of_the_file() -> None:
    before = "a:\n  - b: |\n      one\n\n      two\n\n    c: d\n"
    after = spliced(before.encode(), "a.yaml", ("a", 0, "b"), "one\n\nthree\nfour\n").decode()
    assert after == before.replace("two", "three\n      four")


def test_a_text_that_a_block_cannot_say_is_put_between_quotation_marks() -> None:
    before = "a: |  # why\n  one\n  two\nb: c\n"
    after = spliced(before.encode(), "a.yaml", ("a",), "bell\x07").decode()
    assert after == 'a: "bell\\a"  # why\nb: c\n'


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_stay_those_of_the_file(end: str) -> None:
    before = f"a: >-{end}  one{end}  two{end}b: |-{end}  c{end}".encode()
    after = spliced(before, "a.yaml", ("b",), "c\nd")
    assert after == before.replace(b"  c", f"  c{end}  d".encode())


def test_mixed_line_ends_stay_mixed() -> None:
    before = b"a: one\r\nb: |-\n  two\nc: |-\r\n  x\r\n  y\r\n\nd: e"
    after = spliced(before, "a.yaml", ("c",), "x\nnew\ny")
    after = spliced(after, "a.yaml", ("b",), "two\nthree")
    assert after == before.replace(b"  y", b"  new\r\n  y").replace(b"two\n", b"two\n  three\n")


def test_a_byte_order_mark_and_a_missing_last_line_end_stay() -> None:
    assert spliced(b"\xef\xbb\xbfa: b", "a.yaml", ("a",), "c") == b"\xef\xbb\xbfa: c"


def test_front_matter_is_spliced_and_the_body_stays() -> None:
    before = b'---\r\ntitle: "Old: words"\r\n---\r\n\r\n## Issue\r\n'
    after = spliced_front_matter(before, "a.md", ("title",), "New: words")
    assert after == before.replace(b"Old", b"New")
    assert value_at(after, "a.md", ("title",), is_front_matter=True) == "New: words"


@pytest.mark.parametrize("location", [("b",), ("a", 0), ("a", "c")])
def test_what_is_not_there_cannot_be_replaced(location: Location) -> None:
    with pytest.raises(BriefsError, match="there is no value"):
        spliced(b"a: text\n", "a.yaml", location, "new")


def test_a_list_is_no_text() -> None:
    with pytest.raises(BriefsError, match=r"^a.yaml:1: a text cannot take the place of a list"):
        spliced(b"a: [b]\n", "a.yaml", ("a",), "new")


def test_a_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(BriefsError, match="cannot be written there"):
        spliced(b"a: b\n", "a.yaml", ("a",), "\ud800")


def test_a_file_that_cannot_be_read_is_not_spliced() -> None:
    with pytest.raises(DocumentError):
        spliced(b"a: [b\n", "a.yaml", ("a",), "new")


texts = st.text(st.sampled_from("ab .,:#-'\"\\*&!|>[]{}%@`?\n\t\xa0é漢“”~0\x85\u2028\x07"), max_size=40)
words = st.lists(st.sampled_from(["some", "most", "keepers,", "agreed:", "“and”", "x", "10", "of"]), min_size=1).map(
    " ".join
)


def written(value: str, style: str, indent: str) -> str:
    """A value in one of the styles of YAML, over several lines where that is possible."""
    if style == "double":
        escaped = re.sub(r'[\\"]', lambda found: "\\" + found[0], value).replace("\n", "\\n")
        return '"' + re.sub(r"(?<=\w) (?=\w)", f"\n{indent}", escaped, count=1) + '"'
    if style == "single":
        return "'" + value.replace("'", "''") + "'"
    if style == "plain":
        return re.sub(r"(?<=\w) (?=\w)", f"\n{indent}", value, count=1)
    lines = value.split("\n") if style == "literal" else re.sub(r"(?<=\w) (?=\w)", "\n", value).split("\n")
    return {"literal": "|-", "folded": ">-"}[style] + "".join(f"\n{indent}{line}" for line in lines)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, Location, bytes, bytes]:
    """A file with a value in some style among neighbours, where that value is, and what stands before and after it."""
    value = draw(st.one_of(words, texts))
    style = draw(st.sampled_from(["plain", "single", "double", "literal", "folded"]))
    shape = draw(st.sampled_from(["field", "item", "flow", "deep"]))
    indent = {"field": "  ", "item": "  ", "flow": "   ", "deep": "      "}[shape]
    source = written(value, style, indent)
    before, after, location = {
        "field": ("# top\nx: 'y'\na: ", '\n# remark\nz: "q" # end\n', ("a",)),
        "item": ("- x\n- ", "\n\n- {y: z}", (1,)),
        "flow": ("a: [x, ", ", {b: c}] # end\n", ("a", 1)),
        "deep": ("list:\n  - x: 1\n    a: ", "\n    y: |\n      more\n\n  - q\n", ("list", 0, "a")),
    }[shape]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    bom = draw(st.sampled_from(["", "\ufeff"]))
    source, before, after = (one.replace("\n", end) for one in (source, bom + before, after))
    return (before + source + after).encode(), location, before.encode(), after.encode()


@given(files(), st.one_of(words, texts))
def test_whatever_is_written_only_that_value_changes(file: tuple[bytes, Location, bytes, bytes], after: str) -> None:
    content, location, start, end = file
    try:
        value, _ = parse_yaml(plain_line_ends(content.decode("utf-8-sig")), "a.yaml")
        before = value_at(content, "a.yaml", location)
    except (DocumentError, BriefsError):
        assume(False)
        raise
    assume(isinstance(before, str))
    assert isinstance(before, str)
    new = spliced(content, "a.yaml", location, after)
    assert value_at(new, "a.yaml", location) == after
    assert new.startswith(start)
    assert new.endswith(end)
    changed, _ = parse_yaml(plain_line_ends(new.decode("utf-8-sig")), "a.yaml")
    put(changed, location, before)
    assert repr(changed) == repr(value)
    assert ends(new) <= ends(content) | (set() if ends(content) else {b"\n"})
    assert spliced(content, "a.yaml", location, before) == content


def put(value: Any, location: Location, new: str) -> None:
    for part in location[:-1]:
        value = value[part]
    value[location[-1]] = new


def ends(content: bytes) -> set[bytes]:
    return set(re.findall(rb"\r\n|\n|\r", content))


def shipped(step: int) -> Iterator[tuple[str, bytes, Location, str]]:
    """Every `step`th text of the files in which people write wording."""
    for path in sorted([*REPOSITORY.glob("seeds/*/*.yaml"), *REPOSITORY.glob("seeds/*/blocks/*.yaml")]):
        content = path.read_bytes()
        value, lines = parse_yaml(content.decode(), path.name)
        for location in list(lines.by_location)[::step]:
            if isinstance(text := value_at_place(value, location), str):
                yield path.name, content, location, text


def value_at_place(value: Any, location: Location) -> object:
    for part in location:
        value = value[part]
    return value


def there_and_back(step: int) -> int:
    count = 0
    for name, content, location, text in shipped(step):
        for other in (f"{text[:1]}é{text[1:]} twice", re.sub(r"\b(\w)(\w+)\b", r"\2\1", text), "other words"):
            if other != text:
                changed = spliced(content, name, location, other)
                assert value_at(changed, name, location) == other
                is_filled = name == "report.yaml" and len(text) > 100 and other == "other words"
                assert is_filled or spliced(changed, name, location, text) == content, (name, location)
                count += 1
    return count


def test_texts_of_the_shipped_files_are_replaced_and_put_back() -> None:
    assert there_and_back(step=151) > 50


@pytest.mark.slow
def test_many_texts_of_the_shipped_files_are_replaced_and_put_back() -> None:
    assert there_and_back(step=8) > 1_000


@pytest.mark.parametrize(
    ("text", "location", "source", "after", "expected"),
    [
        (
            'a: "one" # why\nb: 2\n',
            ("a",),
            '{text: "x", in: "II"}',
            {"text": "x", "in": "II"},
            'a: {text: "x", in: "II"} # why\nb: 2\n',
        ),
        ("a: [one, two]\r\nb: 2\r\n", ("a", 1), '["x"]', ["x"], 'a: [one, ["x"]]\r\nb: 2\r\n'),
        ("a:\n  - {text: one}\n", ("a", 0), '{text: "x"}', {"text": "x"}, 'a:\n  - {text: "x"}\n'),
    ],
)
def test_characters_can_take_the_place_of_a_value(
    text: str, location: tuple[str | int, ...], source: str, after: object, expected: str
) -> None:
    assert spliced_source(text.encode(), "a.yaml", location, source, after) == expected.encode()


@pytest.mark.parametrize(
    ("text", "location", "source", "after"),
    [
        ("a: |\n  one\n", ("a",), "[x]", ["x"]),
        ("a:\n  b: one\n", ("a",), "{c: d}", {"c": "d"}),
        ("a: one\n", ("a",), "[x", ["x"]),
        ("a: one\n", ("b",), "[x]", ["x"]),
    ],
)
def test_characters_that_cannot_stand_there_are_refused(
    text: str, location: tuple[str, ...], source: str, after: object
) -> None:
    with pytest.raises(BriefsError):
        spliced_source(text.encode(), "a.yaml", location, source, after)
