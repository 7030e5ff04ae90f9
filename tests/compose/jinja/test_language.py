from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError

from briefs.compose.jinja.language import (
    MOST_NESTED,
    TooDeep,
    check_tree,
    deep_line,
    expression_faults,
    filter_faults,
    is_too_large,
    language_faults,
)

ENVIRONMENT = Environment()


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("{% autoescape false %}{% endautoescape %}", 1, "a template cannot use {% autoescape %}"),
        ("\n{% block a %}{% endblock %}", 2, "a template cannot use {% block %}"),
        ("{% call f() %}{% endcall %}", 1, "a template cannot use {% call %}"),
        ("{{ a.__class__ }}", 1, 'there is no field "__class__"'),
        ("{{ a['__class__'] }}", 1, 'there is no field "__class__"'),
        ("{{ 'a'.join(b) }}", 1, "there is no .join(…)"),
        ("{{ a.format(b) }}", 1, "there is no .format(…)"),
        (r"{{ '\ud800' }}", 1, "the character U+D800 is not allowed in a template"),
        (r"{{ '\ue0000\ue001' }}", 1, "the character U+E000 is not allowed in a template"),
        (r"{{ f(a='\x00') }}", 1, "the character U+0000 is not allowed in a template"),
    ],
)
def test_what_no_template_can_use_is_refused_where_it_stands(source: str, line: int, message: str) -> None:
    found = [(line, fault.message) for line, fault in language_faults(ENVIRONMENT.parse(source))]
    assert found == [(line, message)]


def test_what_a_template_can_use_is_not_refused() -> None:
    source = (
        "{% set a = [1, 2.5, none, 'x'] %}{% for b in a if b %}{{ b ~ loop.index }}{% endfor %}"
        "{% macro f(x) %}{{ x.lead.plain.upper() }}{% endmacro %}{{ f(a[0]) if a is defined }}{{ 'a'.startswith('b') }}"
    )
    assert list(language_faults(ENVIRONMENT.parse(source))) == []


def test_statements_are_no_matter_of_expressions() -> None:
    assert list(expression_faults(ENVIRONMENT.parse("{% block a %}{% endblock %}"))) == []


def test_filters_and_tests_that_there_are_not_are_named_with_what_to_do() -> None:
    tree = ENVIRONMENT.parse("{{ a|uper }}\n{{ a|nofilter is drft }}{{ a|upper }}")
    found = [(line, fault.message, fault.hint) for line, fault in filter_faults(tree, ENVIRONMENT)]
    assert found[0] == (1, 'unknown filter "uper"', 'did you mean "upper"?')
    assert [one[1] for one in found[1:]] == ['unknown test "drft"', 'unknown filter "nofilter"']


@pytest.mark.parametrize("source", ["{{ 1e999 }}", "{{ [0x" + "f" * 5000 + "] }}", "{{ 1000000000000000 }}"])
def test_numbers_that_cannot_be_computed_with_are_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="a number is too large"):
        check_tree(ENVIRONMENT.parse(source))


def test_a_tree_is_as_deep_as_it_may_be() -> None:
    check_tree(ENVIRONMENT.parse("{{ 1" + " + 1" * (MOST_NESTED - 3) + " }}"))
    with pytest.raises(TooDeep) as caught:
        check_tree(ENVIRONMENT.parse("\n{{ 1" + " + 1" * 20_000 + " }}"))
    assert deep_line(caught.value) == 2
    assert deep_line(RecursionError()) == 1


def test_infinity_and_what_is_no_number_are_too_large() -> None:
    assert [is_too_large(one) for one in (1, -(10**15), 1e300, float("inf"), float("nan"))] == [
        False,
        True,
        False,
        True,
        True,
    ]
