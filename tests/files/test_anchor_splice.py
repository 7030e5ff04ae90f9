"""New anchors are written into a field in place of those that are there."""

from __future__ import annotations

import pytest

from briefs.files.anchor_splice import with_anchors
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import BriefsError


def anchor(text: str, scope: str | None = None) -> Anchor:
    return Anchor.model_validate({"text": text, "in": scope})


ONE, TWO = anchor("one two three"), anchor("four five six", "II ¶ 1")


@pytest.mark.parametrize(
    ("before", "anchors", "after"),
    [
        ("a: old words here # why\n", [(ONE,)], "a: one two three # why\n"),
        ("a: 'old words here'\n", [(TWO,)], 'a: {text: "four five six", in: "II ¶ 1"}\n'),
        ('a: {text: "old words", in: I}\n', [(TWO,)], 'a: {text: "four five six", in: II ¶ 1}\n'),
        ("a:\n  text: old words\n  in: I # here\n", [(TWO,)], "a:\n  text: four five six\n  in: II ¶ 1 # here\n"),
        ("a: {text: old words}\n", [(TWO,)], 'a: {text: "four five six", in: "II ¶ 1"}\n'),
        ("a: {text: old words, in: I}\n", [(ONE,)], 'a: "one two three"\n'),
        ("a:\n  - old words # one\n  - {text: more words, in: I}\n", [(ONE,), (TWO,)],
         "a:\n  - one two three # one\n  - {text: four five six, in: II ¶ 1}\n"),
        ("a: old words\n", [(ONE, TWO)], 'a: ["one two three", {text: "four five six", in: "II ¶ 1"}]\n'),
        ("a: [old words, more words]\n", [(ONE, ONE), (TWO,)],
         'a: ["one two three", "one two three", {text: "four five six", in: "II ¶ 1"}]\n'),
    ],
)  # fmt: skip
def test_only_the_characters_of_anchors_change(before: str, anchors: list[tuple[Anchor, ...]], after: str) -> None:
    assert with_anchors(f"b: 1\n{before}c: 2\n".encode(), "a.yaml", ("a",), anchors) == f"b: 1\n{after}c: 2\n".encode()


@pytest.mark.parametrize(
    ("before", "anchors"),
    [
        ("a:\n  - old words\n", [(ONE, TWO)]),
        ("a:\n  text: old words\n", [(TWO,)]),
        ("a:\n  text: old words\n  in: I\n", [(ONE,)]),
    ],
)
def test_a_field_over_several_lines_that_needs_another_form_is_left_to_a_person(
    before: str, anchors: list[tuple[Anchor, ...]]
) -> None:
    with pytest.raises(BriefsError, match="cannot be written there"):
        with_anchors(before.encode(), "a.yaml", ("a",), anchors)
