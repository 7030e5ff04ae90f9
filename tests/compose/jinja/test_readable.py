from __future__ import annotations

import pytest

from briefs.compose.jinja.readable import Reader, first_word
from briefs.compose.template.brief_environment import brief_environment

READER = Reader(brief_environment(), {"f": {"form"}}, {"a.b"})


@pytest.mark.parametrize(
    ("inside", "reads"),
    [
        (' f("a.b") ', True),
        (" f(x) ", True),
        (" f(loop.index) ", True),
        (' f("a.b"', False),
        (' f("a.b" "c.d") ', False),
        (" f(a.b) ", False),
        (' f(["a.b"]) ', False),
        (" a.b ", False),
    ],
)
def test_a_call_reads_if_it_is_right_and_its_ids_have_quotation_marks(inside: str, reads: bool) -> None:
    assert READER.reads("call", inside) == reads


@pytest.mark.parametrize(
    ("inside", "reads"),
    [
        (" if a ", True),
        (" elif a ", True),
        (" else ", True),
        (" endif ", True),
        (" endif a ", False),
        (" set a = 1 ", True),
        (" macro a(b) ", True),
        (" if ", False),
        (" for a ", False),
    ],
)
def test_a_statement_reads_whatever_stands_around_it(inside: str, reads: bool) -> None:
    assert READER.reads("statement", inside) == reads


def test_a_mended_call_is_likely_if_its_ids_and_options_exist() -> None:
    assert READER.is_likely(' f("a.b", form="short") ')
    assert not READER.is_likely(' f("a.c") ')
    assert not READER.is_likely(' f("a.b", frm="short") ')
    assert not READER.is_likely(' f("a.b", form="short)") ')
    assert not READER.is_likely(' f("a.b", form=["short"]) ')
    assert READER.has_ids_only(' f("a.c", frm="short") ')
    assert not READER.has_ids_only(' f("a.b, c") ')


def test_the_first_word_of_a_statement() -> None:
    assert first_word(" endif ") == "endif"
    assert first_word(" ") == ""


def test_what_is_nested_too_deeply_does_not_read() -> None:
    assert not READER.reads("call", "(" * 3000 + "1" + ")" * 3000)
