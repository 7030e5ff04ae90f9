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
            'hints.yaml:3: error: the field "a" is given twice here, first on line 1 [yaml-syntax]\n'
            "  hint: keep only one of them",
        ),
        (
            "a: x\nb: *Conversations* process\n",
            "hints.yaml:2: error: a text cannot begin with an asterisk unless it is in quotation marks [yaml-syntax]\n"
            '  hint: put the text in quotation marks\n    b: "*Conversations* process"',
        ),
        (
            "a: 1\nb: &Co Ferries\n",
            "hints.yaml:2: error: a text cannot begin with & unless it is in quotation marks [yaml-syntax]\n"
            '  hint: put the text in quotation marks\n    b: "&Co Ferries"',
        ),
        (
            "a: 1\n---\nb: 2\n",
            'hints.yaml:2: error: a line "---" ends the file for YAML [yaml-syntax]\n  hint: remove the line',
        ),
        (
            "? [a]\n: b\n",
            "hints.yaml:1: error: the name of a field must be a word or a number [yaml-syntax]\n"
            "  hint: put quotation marks around it; it reads\n    ? [a]",
        ),
        (
            "a: ok\nb: \x07\n",
            "hints.yaml:2: error: there is a character that cannot be seen, U+0007 [yaml-syntax]\n"
            "  hint: delete the word that contains it, and type the word again",
        ),
        (
            "a:\n  - b\n  c: d\n",
            "hints.yaml:3: error: this line begins after 2 spaces, which does not fit the lines around it "
            "[yaml-syntax]\n"
            "  hint: begin it 2 spaces further to the left, at the left edge\n    c: d",
        ),
        (
            "a: 1\nb: !!int many\n",
            "hints.yaml:2: error: a text cannot begin with ! unless it is in quotation marks [yaml-syntax]\n"
            '  hint: put the text in quotation marks\n    b: "!!int many"',
        ),
        (
            "!!float many: 1\n",
            "hints.yaml:1: error: a text cannot begin with ! unless it is in quotation marks [yaml-syntax]\n"
            "  hint: put the text in quotation marks; it reads\n    !!float many: 1",
        ),
        (
            "- " * 3000 + "a\n",
            "hints.yaml:1: error: lists or fields lie in each other more than 30 levels deep [yaml-syntax]\n"
            "  hint: these files need only a few levels of both",
        ),
    ],
)
def test_what_yaml_cannot_read_is_reported_with_its_line_and_a_remedy(text: str, expected: str) -> None:
    assert said(text) == expected


def test_the_lines_of_a_file_are_kept_for_messages() -> None:
    _, lines = parse_yaml("a: 1\nb: 2\n", "x", first_line=2)
    assert [lines.written(number) for number in (1, 2, 3, 9)] == ["", "a: 1", "b: 2", ""]


def test_a_file_may_come_from_any_system(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        (tmp_path / "a.yaml").write_bytes(f"# b{end}a: c{end}  d{end}".encode())
        value, lines = load_yaml(tmp_path / "a.yaml", "a.yaml")
        assert (value, lines.line(("a",))) == ({"a": "c d"}, 2)


def test_a_break_that_no_editor_shows_is_a_space() -> None:
    value, lines = parse_yaml("a: b\u2028c\nd: e\x85f\n", "a.yaml")
    assert (value, lines.line(("d",))) == ({"a": "b c", "d": "e f"}, 2)


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


def test_a_file_with_more_values_than_people_write_is_refused_where_it_has_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefs.files.yaml.MOST_VALUES", 5)
    assert parse_yaml("a: b\nc: d\n", "hints.yaml")[0] == {"a": "b", "c": "d"}
    with pytest.raises(DocumentError) as raised:
        parse_yaml("a: b\nc:\n  - d\n  - e\n", "hints.yaml")
    assert str(raised.value).startswith("hints.yaml:3: error: the file has more than 5 values")


def test_values_that_lie_too_deep_are_refused_before_their_names_are_looked_for() -> None:
    for text in ("a: b & " + "c\nd: " + "[" * 100_000, "a: " + "{b: " * 100_000, "? " * 100_000):
        with pytest.raises(DocumentError) as raised:
            parse_yaml(text, "hints.yaml")
        assert "more than 30 levels deep" in str(raised.value)
