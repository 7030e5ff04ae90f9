from __future__ import annotations

import pytest

from briefs.compose.jinja.nesting import nest, statement_of


def said(*insides: str) -> tuple[list[tuple[int, str]], list[str], list[str]]:
    """What is wrong with statements on lines 1, 2 …; their texts as they should be; and what closes the rest."""
    statements = [statement_of(line, inside) for line, inside in enumerate(insides, 1)]
    nested, closing = nest(statements)
    return [(one.line, fault.message) for one, fault in nested], [one.text.strip() for one in statements], closing


def test_statements_that_close_each_other_are_right() -> None:
    insides = ("if a", "for b in c", "else", "endfor", "elif d", "endif", "set e = 1", "set f", "endset")
    assert said(*insides) == ([], list(insides), [])


def test_what_is_not_closed_is_said_where_it_begins() -> None:
    assert said("if a", "for b in c", "endfor") == (
        [(1, "{% if a %} is not closed")],
        ["if a", "for b in c", "endfor"],
        ["endif"],
    )
    assert said("if a", "for b in c", "endif") == (
        [(2, "{% for b in c %} is not closed")],
        ["if a", "for b in c", "endfor %}{% endif"],
        [],
    )


def test_what_closes_nothing_or_another_statement_is_said() -> None:
    assert said("endif") == ([(1, "{% endif %} has no {% if … %} above it")], [""], [])
    assert said("else") == ([(1, "{% else %} has no {% if … %} above it")], [""], [])
    assert said("for a in b", "endif") == (
        [(2, "{% endif %} cannot close {% for a in b %}")],
        ["for a in b", "endfor"],
        [],
    )


def test_nothing_is_said_of_the_others_if_a_statement_cannot_be_known() -> None:
    assert said("do a", "endif")[0] == []


@pytest.mark.parametrize(
    ("inside", "meant"),
    [
        ("fi a", "if a"),
        ("fr a in b", "for a in b"),
        ("endfi", "endif"),
        ("endfro", "endfor"),
        ("elsif a", "elif a"),
        ("else if a", "elif a"),
        ("end if", "endif"),
        ("esle", "else"),
        ("IF a", "if a"),
        ("do a", ""),
        ("", ""),
    ],
)
def test_a_word_that_no_statement_has_is_known_by_its_shape(inside: str, meant: str) -> None:
    found = statement_of(1, inside)
    assert found.text == meant
    assert found.fault is not None
