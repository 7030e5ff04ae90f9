from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.files.yaml import parse_yaml
from briefs.intake.yaml_text import field_lines, flow, in_comment, scalar

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)


@given(TEXTS)
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert parse_yaml(f"a: {scalar(text)}\n", "x.yaml")[0] == {"a": text}


@given(st.lists(st.dictionaries(st.sampled_from(["text", "label"]), TEXTS, min_size=1), min_size=1))
def test_lists_and_mappings_on_one_line_are_read_back(value: list[dict[str, str]]) -> None:
    assert parse_yaml(f"a: {flow(value)}\n", "x.yaml")[0] == {"a": value}


@given(st.lists(st.text("abcdefg:#-*&\"'é,", min_size=1), min_size=1, max_size=40))
def test_a_long_text_is_folded_and_read_back(words: list[str]) -> None:
    text = " ".join(words)
    assert parse_yaml("\n".join(field_lines("a", text, 60)) + "\n", "x.yaml")[0] == {"a": text}


@given(st.text())
def test_a_comment_never_goes_on_in_a_value(text: str) -> None:
    assert parse_yaml(f"a: b\n# {in_comment(text)}\n", "x.yaml")[0] == {"a": "b"}
