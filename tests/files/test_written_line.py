"""The parts of a line of YAML, and texts as YAML takes them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.written_line import WrittenLine, quoted, shown, split_line, unwrapped


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("title: A", WrittenLine("", "", "title", "A")),
        ("  - id: st.a ", WrittenLine("  ", "- ", "id", "st.a")),
        ("    short:", WrittenLine("    ", "", "short", "")),
        ("  - a: b: c", WrittenLine("  ", "- ", "a", "b: c")),
        ("    the board", WrittenLine("    ", "", "", "the board")),
        ('"a b": c', WrittenLine("", "", '"a b"', "c")),
        ("a:b", WrittenLine("", "", "", "a:b")),
        ("", WrittenLine("", "", "", "")),
    ],
)
def test_a_line_has_indentation_hyphens_a_name_and_a_value(text: str, parts: WrittenLine) -> None:
    assert split_line(text) == parts


def test_a_line_can_be_written_with_another_value() -> None:
    assert split_line("  - id:   st.a").with_value("st.b") == "  - id: st.b"
    assert split_line("  - the board").with_value("the quay") == "  - the quay"


@given(st.text(alphabet=st.sampled_from("ab \"'\\:#*“"), min_size=1).map(str.strip).filter(bool))
def test_a_text_in_quotation_marks_is_read_as_it_is(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“a b”", "a b"),
        ("“a b", "a b"),
        ('"a b”', "a b"),
        ("«a b»", "a b"),
        ("„a b“", "a b"),
        ('a b"', "a b"),
        ("“a” and “b”", "“a” and “b”"),
        ('"a" b', '"a" b'),
        ("it's", "it's"),
    ],
)
def test_quotation_marks_are_taken_off_only_if_they_are_around_the_whole_text(text: str, inside: str) -> None:
    assert unwrapped(text) == inside


def test_a_long_line_is_shown_with_its_beginning() -> None:
    assert shown("  a: " + "b " * 99).endswith("b b…")
    assert shown("  a: b") == "\n    a: b"
