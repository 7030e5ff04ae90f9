from __future__ import annotations

import pytest

from briefs.compose.jinja.strings import Literal, closing_only, read_string

CURLY = ("curly quotation marks (“”) in place of straight ones",)
INNER = ("straight quotation marks inside a text, where curly ones are needed",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a", b', Literal("a", 3)),
        ('"a ”b”, c")', Literal("a ”b”, c", 10)),
        ("“a”, b", Literal("a", 3, CURLY)),
        ("“a “b” c”)", Literal("a “b” c", 9, CURLY)),
        ("'a\", b", Literal("a", 3, ("two different quotation marks ('\")",))),
        ('"a "b" c")', Literal("a “b” c", 9, INNER)),
        ('"a.b, "c")', Literal("a.b", 4, ("the quotation mark after a.b is missing",))),
        ('"a.b\n"', Literal("a.b", 4, ("the quotation mark after a.b is missing",))),
    ],
)
def test_a_text_ends_where_its_author_meant_it_to(text: str, expected: Literal) -> None:
    assert read_string(text, 0, is_option=False) == expected


def test_an_option_without_its_last_mark_ends_before_the_next_one() -> None:
    assert read_string('"a b, c="d")', 0, is_option=True).body == "a b"
    assert read_string('"a b) ', 0, is_option=True).body == "a b"


def test_a_text_can_lack_its_first_mark() -> None:
    assert closing_only('a.b")', 0, is_option=False) == Literal("a.b", 4, ("the quotation mark before a.b is missing",))
    assert closing_only('a b")', 0, is_option=True) == Literal("a b", 4, ("the quotation mark before a b is missing",))
    assert closing_only('a b")', 0, is_option=False) is None
    assert closing_only('true")', 0, is_option=True) is None
