"""Whatever a template says in its language, it prints words or is refused: nothing else is raised, and it ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.compose.jinja.failures import FAILURES, failure_fault
from briefs.compose.jinja.language import FILTERS, TESTS, TEXT_METHODS
from briefs.compose.jinja.running_budget import budgeted
from briefs.compose.looks.block_environment import block_environment

ENVIRONMENT = block_environment()
VALUES = (
    "it",
    "'a' * 1000000",
    "10 ** 14",
    "-1",
    "'é😀'",
    "range(99999)",
    "[it, 'b']",
    "{'a': it}",
    "none",
    "1e308",
    "()",
)
OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "in", "and", "or")


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    words = [*FILTERS, "as_bars", "chronological"]
    asked = st.tuples(inner, st.sampled_from(sorted(TEXT_METHODS)), inner).map(lambda it: f"({it[0]}).{it[1]}({it[2]})")
    return st.one_of(
        st.tuples(inner, st.sampled_from(OPERATORS), inner).map(lambda it: f"({it[0]} {it[1]} {it[2]})"),
        st.tuples(inner, st.sampled_from(sorted(words)), inner).map(lambda it: f"({it[0]})|{it[1]}({it[2]})"),
        st.tuples(inner, st.sampled_from(sorted(words))).map(lambda it: f"({it[0]})|{it[1]}"),
        st.tuples(inner, st.sampled_from(sorted(name for name in TESTS if name.isidentifier()))).map(" is ".join),
        st.tuples(inner, inner).map(lambda it: f"({it[0]})[{it[1]}]"),
        st.tuples(inner, inner).map(lambda it: f"{{{it[0]}: {it[1]}}}"),
        asked,
    )


EXPRESSIONS = st.recursive(st.sampled_from(VALUES), _larger, max_leaves=6)


def runs_or_is_refused(expression: str) -> None:
    source = f"{{% for one in [1, 2, 3] %}}{{% set a = {expression} %}}{{{{ a }}}}{{% endfor %}}"
    try:
        with budgeted():
            printed = ENVIRONMENT.from_string(source).render(it="word")
    except FAILURES as error:
        printed = failure_fault(error).message
        assert "Errno" not in printed
    assert " at 0x" not in printed


@settings(max_examples=25, deadline=None, derandomize=True)
@given(EXPRESSIONS)
def test_an_expression_runs_or_is_refused(expression: str) -> None:
    runs_or_is_refused(expression)


@pytest.mark.slow
@settings(max_examples=2500, deadline=None)
@given(EXPRESSIONS)
def test_many_expressions_run_or_are_refused(expression: str) -> None:
    runs_or_is_refused(expression)
