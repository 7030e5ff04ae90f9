"""Blocks drafted in YAML."""

from __future__ import annotations

from briefs.files.yaml import parse_yaml
from briefs.model.block_fields import Anchor
from briefs.text.block_draft import block_draft

TEXT = 'The board: "it" should publish the tides # weekly.'


def read(draft: str) -> object:
    value, _ = parse_yaml(f"kind: statement\nblocks:\n{draft}", "x.yaml")
    assert isinstance(value, dict)
    return value["blocks"]


def test_a_draft_is_yaml_with_the_text_and_its_anchor() -> None:
    block, draft = block_draft(TEXT, [Anchor(text="The board … the tides")], ())
    assert block == "st.board_should"
    assert read(draft) == [{"id": block, "anchor": "The board … the tides", "short": TEXT}]


def test_several_anchors_are_a_list_and_say_where_they_are() -> None:
    anchors = [Anchor(text="The board"), Anchor.model_validate({"text": "the tides", "in": "II › a: b"})]
    block, draft = block_draft(TEXT, anchors, ())
    expected = ["The board", {"text": "the tides", "in": "II › a: b"}]
    assert read(draft) == [{"id": block, "anchor": expected, "short": TEXT}]


def test_an_id_that_another_block_has_gets_a_number() -> None:
    taken = {"st.board_should", "st.board_should_2"}
    assert block_draft(TEXT, [Anchor(text="The board")], taken)[0] == "st.board_should_3"
    assert block_draft("¿?", [Anchor(text="The board")], ())[0] == "st.new"


def test_line_ends_of_a_text_become_spaces() -> None:
    assert "one two" in block_draft("one\ntwo", [Anchor(text="The board")], ())[1]
