"""The ids that calls name: taken out, put in, put in another order."""

from __future__ import annotations

import pytest

from briefs.files.template_calls import asks_for_kinds, call_at, ids_of, in_order, name_of, with_id, without_id

CALL = '{{ benefits("ben.one", \'ben.two\',\n   "ben.three", basis=false, caption="A, B") }}'


@pytest.mark.parametrize("call", [CALL, '{{-benefits("ben.one")-}}'])
def test_a_call_is_of_a_block_template(call: str) -> None:
    assert name_of(call) == "benefits"


def test_ids_are_the_texts_that_are_no_options() -> None:
    assert ids_of(CALL) == ["ben.one", "ben.two", "ben.three"]


@pytest.mark.parametrize(
    ("gone", "old", "new"),
    [
        ("ben.one", "\"ben.one\", 'ben.two'", "'ben.two'"),
        ("ben.two", "'ben.two',\n   ", ""),
        ("ben.three", ',\n   "ben.three"', ""),
    ],
)
def test_an_id_is_taken_out_with_its_comma(gone: str, old: str, new: str) -> None:
    assert without_id(CALL, gone) == CALL.replace(old, new)


def test_a_call_without_ids_is_nothing() -> None:
    assert without_id('{{ paragraph("es.01", weight="should") }}', "es.01") == ""


def test_an_id_is_put_in() -> None:
    assert with_id('{{ asks("a", decide=true) }}', "b", "a") == '{{ asks("a", "b", decide=true) }}'
    assert with_id('{{ asks("a") }}', "b") == '{{ asks("b", "a") }}'


def test_ids_change_places_and_nothing_else_does() -> None:
    assert in_order(CALL, ["ben.three", "ben.one", "ben.two"]) == (
        '{{ benefits("ben.three", \'ben.one\',\n   "ben.two", basis=false, caption="A, B") }}'
    )


def test_the_call_on_a_line_is_found() -> None:
    text = f"## Terms\n\n{CALL}\n\n{{{{ asks('a') }}}} {{{{ asks(\"b\") }}}}\n"
    assert call_at(text, 4) == CALL
    assert call_at(text, 6, "b") == '{{ asks("b") }}'
    assert call_at(text, 6, "c") == call_at(text, 1) == ""


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('{{ statements("a.b", kind="fact") }}', True),
        ("{{ statements(\n  kind = 'fact') }}", True),
        ('{{ statements("a.b", caption="kind") }}', False),
        ('{{ terms("a.b", caption=", kind=") }}', False),
        ("", False),
    ],
)
def test_a_call_may_ask_for_kinds(call: str, expected: bool) -> None:
    assert asks_for_kinds(call) is expected
