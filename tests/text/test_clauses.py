"""The clauses of sentences."""

from __future__ import annotations

import pytest

from briefs.text.clauses import clauses_of


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Most felt so; some did not.", ("Most felt so", "some did not.")),
        ("Asked: who pays? Nobody.", ("Asked", "who pays?", "Nobody.")),
        ("Some wait, but most believed in it.", ("Some wait", "but most believed in it.")),
        ("They waited, it was noted, too long", ("They waited, it was noted, too long",)),
        ("They waited, there was a view that", ("They waited", "there was a view that")),
        ("A chair (some); a group", ("A chair (some)", "a group")),
        ("The quay – old, wide and long", ("The quay", "old, wide and long")),
        ("While many wait, most believed in it.", ("While many wait,", "most believed in it.")),
        ("Whilehelm waits, he said", ("Whilehelm waits, he said",)),
        ("", ()),
    ],
)
def test_sentences_are_divided_at_marks_and_at_conjunctions_after_a_comma(text: str, clauses: tuple[str, ...]) -> None:
    assert clauses_of(text) == clauses
