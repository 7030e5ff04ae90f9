"""Cells are cleaned of what nobody means, and refused where they have what nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.mistakes import Mistake
from briefs.recipients.cells import KindOfCell, words
from briefs.recipients.list_table import Odd
from tests.recipients.lists import HEAD, read, said


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("  Öst ", "Öst"),
        ("O\u0308st", "Öst"),
        ("Ms\u00a0Öst", "Ms Öst"),
        ("Ms \u202f Öst", "Ms Öst"),
        ("Öst\u3000Ek", "Öst Ek"),
        ("-", "-"),
        ("'t Hart", "'t Hart"),
        ("ক্‍ষ", "ক্‍ষ"),
        ("辻\U000e0101", "辻\U000e0101"),
        ("", ""),
    ],
)
def test_words_are_normalized_with_single_spaces(cell: str, meant: str) -> None:
    assert words(cell, "name") == meant


@pytest.mark.parametrize("sign", ["\n", "\t", "\u2028", "\x0b", "\x85"])
def test_a_line_break_is_a_mistake_in_a_name_and_a_space_in_an_office(sign: str) -> None:
    for column in ("name", "salutation", "email", "audience"):
        with pytest.raises(Mistake, match="has a line break or a tab"):
            words(f"a{sign}b", column)
    for column in ("office", "title", "country"):
        assert words(f"a {sign}b", column) == "a b"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("Ö\u202est", r"has a mark of the direction of writing that cannot be seen \(U\+202E\)"),
        ("Ö\u200fst", r"direction of writing that cannot be seen \(U\+200F\)"),
        ("Ö\u2067st\u2069", r"direction of writing that cannot be seen \(U\+2067\)"),
        ("Ö\u200bst", r"has a character that cannot be seen \(U\+200B\)"),
        ("Ö\u00adst", r"has a character that cannot be seen \(U\+00AD\)"),
        ("Ö\u034fst", r"has a character that cannot be seen \(U\+034F\)"),
        ("\u3164", r"has a character that cannot be seen \(U\+3164\)"),
        ("\U000e0041", r"has a character that cannot be seen \(U\+E0041\)"),
        ("Ö\ufffdst", r"stands for a damaged one \(U\+FFFD\)"),
        ("Ö\x00st", r"has a control character \(U\+0000\)"),
        ("Ö\x7fst", r"has a control character \(U\+007F\)"),
    ],
)
def test_what_nobody_sees_is_a_mistake_everywhere(cell: str, message: str) -> None:
    for column in ("name", "office"):
        with pytest.raises(Mistake, match=message) as raised:
            words(cell, column)
        assert not isinstance(raised.value, KindOfCell)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+41 22", "@here", "  =x", 17, 1.5, True, Odd("a date or a time", "write it")]
)
def test_what_is_no_text_is_of_another_kind(cell: str | float | Odd) -> None:
    with pytest.raises(KindOfCell):
        words(cell, "office")


def test_both_are_said_with_their_codes(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEAD}\n"A\nB",Dear A,captains,,=x\n')
    assert said(found) == [
        '2: column "name": the cell has a line break or a tab [cell-characters]',
        '2: column "office": the cell begins with "=", as formulas do [cell-kind]',
    ]
