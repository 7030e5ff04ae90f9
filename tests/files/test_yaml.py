from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.yaml import line_with, load_yaml, parse_yaml
from briefs.model.diagnostics import DocumentError


def said(text: str) -> str:
    """The diagnostics that parsing `text` raises, as printed."""
    with pytest.raises(DocumentError) as caught:
        parse_yaml(text, "hints.yaml")
    return str(caught.value)


def test_a_key_an_item_and_a_nested_key_have_the_lines_where_they_stand() -> None:
    text = "title: A\noutline:\n  - text: B\n    level: 1\n  -\n    text: >\n      C\n      D\n"
    value, lines = parse_yaml(text, "x")
    assert value == {"title": "A", "outline": [{"text": "B", "level": 1}, {"text": "C D\n"}]}
    assert lines.line(("outline",)) == 2
    assert lines.line(("outline", 0, "level")) == 4
    assert lines.line(("outline", 1, "text")) == 6


def test_a_location_that_the_file_lacks_has_the_line_of_what_is_around_it() -> None:
    _, lines = parse_yaml("blocks:\n  - kind: fact\n    text: B\n", "x")
    assert lines.line(("blocks", 0, "fact", "text")) == 3
    assert lines.line(("blocks", 0, "fact", "missing")) == 2
    assert lines.line(("elsewhere",)) == 1


def test_front_matter_counts_its_lines_from_where_it_begins() -> None:
    _, lines = parse_yaml("title: A\npages: 2\n", "x", first_line=2)
    assert lines.line(("pages",)) == 3


def test_dates_versions_and_words_stay_text_and_whole_numbers_truth_and_null_do_not() -> None:
    value, _ = parse_yaml("[2009-11-27, 1.10, no, on, 1:30, 010, 7, true, null, ~, 0x10]", "x")
    assert value == ["2009-11-27", "1.10", "no", "on", "1:30", "010", 7, True, None, None, "0x10"]


def test_an_empty_file_is_nothing() -> None:
    value, lines = parse_yaml("# only a comment\n", "x")
    assert value is None
    assert lines.line(("title",)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            'hints.yaml:3: error: the key "a" is used twice here, first on line 1 [yaml-syntax]\n'
            "  hint: keep only one of them",
        ),
        (
            "a: x\nb: *Conversations* process\n",
            "hints.yaml:2: error: did not find expected alphabetic or numeric character [yaml-syntax]\n"
            '  hint: put quotes around text that begins with "*"',
        ),
        (
            "a: 1\nb: &Co Ferries\n",
            'hints.yaml:2: error: "&Co" would be lost: an ampersand begins a name here [yaml-syntax]\n'
            '  hint: put quotes around text that begins with "&"',
        ),
        (
            "a: &x [*x]\n",
            'hints.yaml:1: error: "&x" would be lost: an ampersand begins a name here [yaml-syntax]\n'
            '  hint: put quotes around text that begins with "&"',
        ),
        (
            "a: Migration: what ministers could gain\n",
            "hints.yaml:1: error: mapping values are not allowed in this context [yaml-syntax]\n"
            '  hint: put quotes around text that contains ": "',
        ),
        (
            "a:\n\t- b\n",
            "hints.yaml:2: error: found character that cannot start any token [yaml-syntax]\n"
            "  hint: indent with spaces, not with tabs",
        ),
        (
            'a: "b\n',
            "hints.yaml:2: error: found unexpected end of stream [yaml-syntax]\n  hint: a quotation mark is not closed",
        ),
        (
            "a: 1\n---\nb: 2\n",
            'hints.yaml:2: error: but found another document [yaml-syntax]\n  hint: remove the line "---"',
        ),
        (
            "a: *b\n",
            "hints.yaml:1: error: found undefined alias [yaml-syntax]\n"
            '  hint: put quotes around text that begins with "*"',
        ),
        (
            "? [a]\n: b\n",
            "hints.yaml:1: error: a key must be a word or a number [yaml-syntax]\n  hint: put quotes around it",
        ),
        (
            "a: ok\nb: \x07\n",
            "hints.yaml:2: error: a character that YAML does not allow [yaml-syntax]\n"
            "  hint: it is invisible: delete the word that contains it, and type the word again",
        ),
        (
            "a: [b\n",
            "hints.yaml:2: error: did not find expected ',' or ']' [yaml-syntax]\n"
            "  hint: a bracket or brace is not closed",
        ),
        (
            "a:\n  - b\n  c: d\n",
            "hints.yaml:3: error: did not find expected '-' indicator [yaml-syntax]",
        ),
        (
            "a: 1\nb: !!int many\n",
            "hints.yaml:2: error: the tag tag:yaml.org,2002:int is not allowed here [yaml-syntax]\n"
            '  hint: put quotes around text that begins with "!"',
        ),
        (
            "!!float many: 1\n",
            "hints.yaml:1: error: the tag tag:yaml.org,2002:float is not allowed here [yaml-syntax]\n"
            '  hint: put quotes around text that begins with "!"',
        ),
        (
            "a: !Python\n",
            "hints.yaml:1: error: the tag !Python is not allowed here [yaml-syntax]\n"
            '  hint: put quotes around text that begins with "!"',
        ),
        (
            "- " * 3000 + "a\n",
            "hints.yaml:1: error: lists or fields are nested too deeply [yaml-syntax]\n"
            "  hint: these files need only a few levels of lists and fields",
        ),
    ],
)
def test_what_yaml_cannot_read_is_reported_with_its_line_and_a_remedy(text: str, expected: str) -> None:
    assert said(text) == expected


@given(st.text(alphabet=st.sampled_from("ab:-*&!?[]{}#|>'\"%@ \n\t\\0~,"), max_size=40))
def test_any_text_is_a_value_or_a_diagnostic(text: str) -> None:
    try:
        _, lines = parse_yaml(text, "x.yaml")
        found = list(lines.by_location.values())
    except DocumentError as error:
        found = [d.place.line for d in error.diagnostics]
    assert found
    assert all(1 <= line <= text.count("\n") + 1 for line in found)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        load_yaml(tmp_path / "no.yaml", "seeds/x/no.yaml")
    assert str(caught.value) == "seeds/x/no.yaml: error: the file does not exist [file-missing]"


def test_the_first_line_with_a_character_is_found_among_texts_however_deep() -> None:
    value, lines = parse_yaml("# ß\na: 1\nb:\n  - c\n  - {d: ß}\ne: ß\n", "f.yaml")
    assert (line_with("ß", value, lines), line_with("x", value, lines)) == (5, 0)
