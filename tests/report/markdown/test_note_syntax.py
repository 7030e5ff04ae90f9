from __future__ import annotations

import pytest

from tests.report.markdown.builders import pieces, read
from tests.report.shown_pieces import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[^1]\n\n[^1]: b\n[^2]: c\n", ["1 p: a¹", "3 note 1: b", "4 note 2: c"]),
        ("a[^7] b [^3].\n\n[^3]: c\n[^7]: d\n", ["1 p: a⁷ b³.", "3 note 3: c", "4 note 7: d"]),
        ("a[^x] b[^y]\n\n[^y]: c\n[^x]: d\n", ["1 p: a¹ b²", "3 note 2: c", "4 note 1: d"]),
        ("a^[b *c*] d\n", ["1 p: a¹ d", "1 note 1: b *c*"]),
        ("a^[b] c[^1]\n\n[^1]: d\n", ["1 p: a² c¹", "1 note 2: b", "3 note 1: d"]),
        ("a[^none]\n", ["1 p: a[^none]"]),
        ("[^1]:\n    a\n\n    1. b\n\n    > c\n\nd\n", ["1–2, 4, 6 note 1: a 1. b c", "8 p: d"]),
        ("a[^1][^2]\n\n[^1]: b\n\n[^2]: c\n", ["1 p: a¹,²", "3 note 1: b", "5 note 2: c"]),
        ("# A[^1]\n\n|b[^1]|\n|-|\n\n[^1]: c\n", ["1 h1: A¹", "3–4 head of table 1: b¹", "6 note 1: c"]),
        ("a[^1]\n\n[^1]: b[^2]\n[^2]: c\n", ["1 p: a¹", "3 note 1: b²", "4 note 2: c"]),
        ("a\n\n    [^1]: b\n", ["1 p: a", "3 p: [^1]: b"]),
        ("`[^1]`\n\n[^1]: a\n", ["1 p: [^1]", "3 note 1: a"]),
    ],
)
def test_notes_are_numbered_and_called(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_label_that_another_note_has_gets_a_number_of_its_own() -> None:
    found = read("a[^1]\n\n[^1]: b\n[^1]: c\n")
    assert [said(piece) for piece in found.value.pieces] == ["p: a¹", "note 1: b", "note 2: c"]
    assert [problem.code for problem in found.problems] == ["report-note-label"]
