"""Adding a field to a YAML file, and taking one out: everything else stays."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.encoding import plain_line_ends
from briefs.files.field_splice import with_field, without_field
from briefs.files.splice import value_at
from briefs.files.yaml import Location, parse_yaml
from briefs.model.diagnostics import BriefsError, DocumentError

BLOCK = ("blocks", 0)


def added(text: str, around: Location, name: str, value: str | Mapping[str, str], *behind: str) -> str:
    return with_field(text.encode(), "a.yaml", around, name, value, behind).decode()


def taken_out(text: str, *location: str | int) -> str:
    return without_field(text.encode(), "a.yaml", location).decode()


@pytest.mark.parametrize(
    ("before", "behind", "after"),
    [
        ("- id: a\n  b: c\n", (), "- id: a\n  b: c\n  new: word\n"),
        ("- id: a # why\n  b: c\n", ("id",), "- id: a # why\n  new: word\n  b: c\n"),
        ("- id: a\n  b: c", (), "- id: a\n  b: c\n  new: word"),
        ("- b: c\n  id: a\n  # d\n", ("id", "b"), "- b: c\n  id: a\n  new: word\n  # d\n"),
        ("-   id: a\n\n-   x: y\n", (), "-   id: a\n    new: word\n\n-   x: y\n"),
        ("- id: |\n    text\n\n- x: y\n", (), "- id: |\n    text\n  new: word\n\n- x: y\n"),
        ("- id:\n    - a\n    - b: c # d\n- x: y\n", (), "- id:\n    - a\n    - b: c # d\n  new: word\n- x: y\n"),
        ("- id: [a,\n    b]\n  c:\n- x: y\n", ("id",), "- id: [a,\n    b]\n  new: word\n  c:\n- x: y\n"),
        ("- id: a\n  c:\n- x: y\n", (), "- id: a\n  c:\n  new: word\n- x: y\n"),
        ('- id: "two\n    lines"\n', (), '- id: "two\n    lines"\n  new: word\n'),
        ("- {id: a, b: c} # d\n", ("id",), "- {id: a, new: word, b: c} # d\n"),
        ("- {id: a,\n   b: c}\n", (), "- {id: a,\n   b: c, new: word}\n"),
        ("- {}\n", (), "- {new: word}\n"),
    ],
)
def test_a_field_is_added_behind_others_in_their_style(before: str, behind: tuple[str, ...], after: str) -> None:
    assert added(before, (0,), "new", "word", *behind) == after


def test_a_text_stands_between_quotation_marks_unless_it_is_one_word() -> None:
    assert added("a: b\n", (), "c", "two: words") == 'a: b\nc: "two: words"\n'
    assert added("a: b\n", (), "c", 'say "it": now') == "a: b\nc: 'say \"it\": now'\n"
    assert added("a: b\n", (), "c", "null") == 'a: b\nc: "null"\n'
    assert added("a: b\n", (), "c", "x\ny") == 'a: b\nc: "x\\ny"\n'


def test_fields_can_be_the_value() -> None:
    assert added("a: b\n", (), "c", {"d": "must", "e f": "x y"}) == 'a: b\nc: {d: must, "e f": "x y"}\n'


@pytest.mark.parametrize(
    ("before", "location", "after"),
    [
        ("- id: a\n  b: c # why\n  # d\n  e: f\n", (0, "b"), "- id: a\n  # d\n  e: f\n"),
        ("- id: a\n  b: c\n", (0, "id"), "- b: c\n"),
        ("- id: a\n  b: c", (0, "b"), "- id: a"),
        ("- id: a\n  b: >-\n    c\n    d\n\n  e: f\n", (0, "b"), "- id: a\n\n  e: f\n"),
        ("- id: a\n  b:\n    - c\n    - d\n- x: y\n", (0, "b"), "- id: a\n- x: y\n"),
        ("- {id: a, b: c, d: e}\n", (0, "b"), "- {id: a, d: e}\n"),
        ("- {id: a, b: c}\n", (0, "b"), "- {id: a}\n"),
        ("- {id: a}\n", (0, "id"), "- {}\n"),
        ("a: {b: must, c: could} # d\ne: f\n", ("a", "b"), "a: {c: could} # d\ne: f\n"),
    ],
)
def test_a_field_is_taken_out_with_its_lines(before: str, location: tuple[str | int, ...], after: str) -> None:
    assert taken_out(before, *location) == after


@pytest.mark.parametrize(("text", "around"), [("a: b\n", ("a",)), ("- a\n", ()), ("new: b\n", ())])
def test_where_there_are_no_fields_or_that_one_already_nothing_is_added(text: str, around: Location) -> None:
    with pytest.raises(BriefsError, match='the field "new" cannot be added there'):
        added(text, around, "new", "word")


def test_what_no_file_can_hold_is_not_added() -> None:
    with pytest.raises(BriefsError, match=r'^a\.yaml:1: the field "new" cannot be written there$'):
        added("a: b\n", (), "new", "\ud800")


def test_a_field_that_is_not_there_or_the_last_one_is_not_taken_out() -> None:
    with pytest.raises(BriefsError, match='there is no field "c"'):
        taken_out("a: {b: d}\n", "a", "c")
    with pytest.raises(BriefsError, match='the field "b" cannot be taken out'):
        taken_out("a:\n  b: d\ne: f\n", "a", "b")


def test_a_file_that_cannot_be_read_is_not_changed() -> None:
    with pytest.raises(DocumentError):
        added("a: [b\n", (), "new", "word")


TEXT = st.text(st.sampled_from("ab .,:#-'\"\\*&!|>[]{}%@`?\n\t\xa0é漢“”~0\x85\u2028\x07"), max_size=30)
VALUES = (
    "c",
    "'it''s'",
    '"a: b" # why',
    "|\n~one\n\n~two",
    ">-\n~one\n~two",
    "[x, {y: z}]",
    "",
    "\n~- x\n~- y",
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of blocks whose first one has fields in several styles, with some line ends, and remarks between them."""
    space = draw(st.sampled_from(["", "  "]))
    rest = f"{space}  "
    fields = draw(st.lists(st.sampled_from(VALUES), min_size=1, max_size=4))
    lines = [f"f{at}: {value.replace('~', rest + '  ')}".rstrip(" ") for at, value in enumerate(fields)]
    remark = draw(st.sampled_from(["", f"{rest}# remark\n", "\n"]))
    first = f"{space}- " + f"\n{remark}{rest}".join(lines)
    if draw(st.booleans()):
        first = f"{space}- {{f0: c, f1: [x, 'y'],\n{rest}  f2: \"a: b\"}} # end"
    tail = draw(st.sampled_from(["", "\n", f"\n\n{space}- id: other\n", "\n# remark\nlast: 1\n"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + f"kind: x\nblocks:\n{first}{tail}".replace("\n", end)).encode()


@given(files(), TEXT, st.integers(0, 3))
def test_whatever_the_file_is_like_a_field_comes_and_goes_alone(content: bytes, text: str, behind: int) -> None:
    before = read(content)
    new = with_field(content, "a.yaml", BLOCK, "new", text, (f"f{behind}",))
    assert value_at(new, "a.yaml", (*BLOCK, "new")) == text
    after = read(new)
    del after["blocks"][0]["new"]
    assert after == before
    assert is_subsequence(content, new)
    assert without_field(new, "a.yaml", (*BLOCK, "new")) == content


def read(content: bytes) -> dict[str, list[dict[str, object]]]:
    value, _ = parse_yaml(plain_line_ends(content.decode("utf-8-sig")), "a.yaml")
    assert isinstance(value, dict)
    return value


def is_subsequence(part: bytes, whole: bytes) -> bool:
    """Whether `whole` is `part` with one piece more."""
    start = next((at for at, (one, other) in enumerate(zip(part, whole, strict=False)) if one != other), len(part))
    return whole.endswith(part[start:])
