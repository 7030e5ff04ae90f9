from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateRuntimeError
from markupsafe import Markup

from briefs.compose.jinja.bounded_filters import computed, printable
from briefs.compose.jinja.language import FILTERS, TESTS
from briefs.compose.jinja.running_budget import TooMuch
from briefs.compose.looks.block_environment import block_environment

SAMPLES = ("ab cd", [3, 1, 2], ["b", "a"], {"a": 1}, -1.5, None, Markup("<b>"), range(3), "")
ARGUMENTS = ("", "('a')", "(2)", "('a', 'b')", "(attribute=0)", "('upper')")


def said(environment: Environment, expression: str) -> list[str]:
    """What an expression about `it` makes of each sample; nothing where it cannot be run."""
    source = f"{{% set a = {expression} %}}{{{{ a if a is string or a is number else a|list|join(' ') }}}}"
    try:
        template = environment.from_string(source)
    except TemplateError:
        return []
    return [rendered(template, sample) for sample in SAMPLES]


def rendered(template: Template, sample: object) -> str:
    try:
        return template.render(it=sample)
    except Exception:  # which of Jinja's and Python's errors, is no matter of this test
        return ""


@pytest.mark.parametrize("name", sorted((FILTERS | TESTS) - {"sum", "batch", "slice"}))
def test_filters_and_tests_do_what_those_of_jinja_do(name: str) -> None:
    bounded, jinjas = block_environment(), Environment(autoescape=True, undefined=StrictUndefined)
    given = [f"it|{name}{more}" for more in ARGUMENTS] if name in FILTERS else []
    given += [f"it is {name}{more}" for more in ARGUMENTS[:3]] if name in TESTS and name.isidentifier() else []
    for one in given:
        for mine, theirs in zip(said(bounded, one), said(jinjas, one), strict=True):
            assert mine in ("", theirs), one


@pytest.mark.parametrize(
    ("symbol", "left", "right", "made"),
    [
        ("+", 1, 2, 3),
        ("+", "a", "b", "ab"),
        ("+", Markup("<b>"), "<", Markup("<b>&lt;")),
        ("*", "ab", 3, "ababab"),
        ("*", 2, [1], [1, 1]),
        ("**", 2, 10, 1024),
        ("//", 7, 2, 3),
        ("%", 7, 4, 3),
        ("-", 1.5, 1, 0.5),
    ],
)
def test_operators_compute(symbol: str, left: object, right: object, made: object) -> None:
    assert computed(symbol, left, right) == made


@pytest.mark.parametrize(
    ("symbol", "left", "right", "reason"),
    [
        ("/", 1, 0, "division by zero"),
        ("+", 1, "a", "unsupported operand"),
        ("**", 9, 9**9, "the highest power is 64"),
        ("**", 9.5, -65, "the highest power is 64"),
        ("**", 9, 40, "a number in it is too large"),
        ("*", 1e308, 10, "a number in it is too large"),
        ("%", "%999d", 1, "put texts together with ~"),
    ],
)
def test_operators_refuse_what_they_are_not_for(symbol: str, left: object, right: object, reason: str) -> None:
    with pytest.raises(TemplateRuntimeError, match=reason):
        computed(symbol, left, right)


@pytest.mark.parametrize(("one", "times"), [("a", 10**9), ("a", 10**40), ([1], 10**9), (10**12, (1, 2))])
def test_operators_make_nothing_that_is_too_long(one: object, times: object) -> None:
    with pytest.raises(TooMuch):
        computed("*", one, times)


def test_only_words_and_numbers_can_be_printed() -> None:
    assert [printable(one) for one in ("a", Markup("b"), 1, 1.5, None, True)] == ["a", "b", 1, 1.5, None, True]
    for other in ([1], (1,), {}, range(3), len, object(), float("nan"), 10**15):
        with pytest.raises(TemplateRuntimeError):
            printable(other)
