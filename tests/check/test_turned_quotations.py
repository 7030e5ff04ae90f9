"""A quotation keeps the "not" and the condition that its words have in the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.builders import wrong_quotation


@pytest.mark.parametrize(
    ("short", "lost"),
    [
        ("One participant saw a “process that works”.", "no process that works"),
        ("The quay “can be shared”, the Harbour Board said.", ""),
        ("The Harbour Board: the quay “can be shared […] everybody pays”.", "if"),
        ("The Harbour Board said that “the quay 'can be shared” it was.", "the quay 'can be shared if everybody pays"),
        ("One participant “called the plan […] process that works”.", "'loaded' and saw no"),
    ],
)
def test_what_turns_the_words_is_missed(tmp_path: Path, short: str, lost: str) -> None:
    found = wrong_quotation(tmp_path, short)
    assert ("[quote-turned]" in found) is bool(lost)
    assert lost in found


@pytest.mark.parametrize(
    "short",
    [
        "One participant saw no “process that works”.",
        "One participant “saw no process that works”.",
        "The Harbour Board said that “the quay 'can be shared” if everybody pays.",
        "The quay “can be shared if everybody pays”, the Harbour Board said.",
    ],
)
def test_words_may_be_turned_beside_the_quotation(tmp_path: Path, short: str) -> None:
    assert "[quote-turned]" not in wrong_quotation(tmp_path, short)
