"""Suggestions that go on in the next sentence."""

from __future__ import annotations

import pytest

from briefs.check.scales.continued_attributions import continued_attributions
from tests.check.scales.builders import english

PASSAGE = "It was suggested that ferries need not always stop. Instead, a working group of keepers could meet weekly."


def test_what_goes_on_with_a_suggestion_needs_somebody_who_made_it() -> None:
    found = continued_attributions("A working group of keepers could meet weekly.", PASSAGE, english())
    assert [one.has for one in found] == ["suggested"]


@pytest.mark.parametrize(
    ("text", "passage", "before"),
    [
        ("It was suggested that a working group of keepers could meet weekly.", PASSAGE, ""),
        ("A working group of keepers could meet weekly.", PASSAGE, "It was suggested:"),
        ("A working group of keepers could meet weekly.", PASSAGE.replace(". Instead", ".\nInstead"), ""),
        ("Could a working group of keepers meet weekly?", PASSAGE, ""),
        ("Ferries and trams cross the busy harbour.", PASSAGE, ""),
    ],
)
def test_who_said_it_may_be_said_before_and_another_passage_stands_alone(text: str, passage: str, before: str) -> None:
    assert list(continued_attributions(text, passage, english(), before)) == []
