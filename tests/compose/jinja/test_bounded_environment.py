from __future__ import annotations

import pytest
from jinja2 import TemplateError, TemplateSyntaxError

from briefs.compose.jinja.bounded_environment import BoundedEnvironment
from briefs.compose.jinja.failures import failed_line
from briefs.compose.jinja.language import FILTERS, GLOBALS, TESTS
from briefs.compose.jinja.running_budget import TooMuch, budgeted
from briefs.model.limits import MOST_PRINTED, MOST_STEPS

ENVIRONMENT = BoundedEnvironment({}, {"twice": lambda value: value * 2})


def test_there_is_what_is_on_the_list_and_what_the_program_adds() -> None:
    named = {name for name in ENVIRONMENT.filters if name.isidentifier()}
    assert (named, set(ENVIRONMENT.tests), set(ENVIRONMENT.globals)) == (
        set(FILTERS | {"twice"}),
        set(TESTS),
        set(GLOBALS),
    )


def test_what_is_allowed_runs() -> None:
    source = (
        "{% set n = namespace(a=1) %}{% for b in [1, 2] %}{% set n.a = n.a + b %}{{ loop.cycle('x', 'y') }}{% endfor %}"
        "{{ n.a|twice }}{{ {'a': 1}.get('a') }}{{ 'a-b'.split('-')|join(' ') }}{{ dict(a=1).items()|list|length }}"
    )
    assert ENVIRONMENT.from_string(source).render() == "xy81a b1"


@pytest.mark.parametrize("source", ["{{ 'a' * 10 ** 99 }}", "{{ 9 ** 9 ** 9 }}", "{{ 'a'|twice|twice }}"])
def test_nothing_is_computed_before_it_runs(source: str) -> None:
    with budgeted() as budget:
        ENVIRONMENT.from_string(source)
    assert budget.steps == MOST_STEPS


@pytest.mark.parametrize(
    "expression",
    [
        "''.zfill(3)",
        "[].append(1)",
        "(1).real.x",
        "{}.pop(1)",
        "range.x",
        "dict.fromkeys([1])",
        "'{}'.format(1)",
        "f.g",
    ],
)
def test_other_attributes_are_out_of_reach(expression: str) -> None:
    with pytest.raises(TemplateError):
        ENVIRONMENT.from_string(f"{{{{ {expression} }}}}").render(f=len)


def test_an_unread_template_is_an_error_of_syntax_whatever_python_says() -> None:
    with pytest.raises(TemplateSyntaxError, match="a number is too large"):
        ENVIRONMENT.parse("{{ " + "9" * 5000 + " }}")


def test_what_no_template_can_use_does_not_compile() -> None:
    with pytest.raises(TemplateSyntaxError, match="cannot use"):
        ENVIRONMENT.from_string("{% block a %}{% endblock %}")


def test_what_prints_too_much_is_named_by_its_line() -> None:
    template = ENVIRONMENT.from_string("a\n{% for a in range(99) %}\n{{ b }}{% endfor %}")
    with pytest.raises(TooMuch) as caught:
        template.render(b="b" * (MOST_PRINTED // 90))
    assert failed_line(caught.value) == 3


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% set a = ('a' * 1000000)|list %}", "steps"),
        ("{% set a = 'a' * 2000000 %}", "a text in it has more than"),
        ("{% set a = 'a' * 1000000 %}{% set b = a ~ a %}", "a text in it has more than"),
        ("{% set a = 'a' * 1000000 %}{% set b = a.replace('a', 'bb') %}", "a text in it has more than"),
        ("{% set a = ['a' * 1000000] * 3 %}{% set b = a|join %}", "a text in it has more than"),
        ("{% set a = 'a' * 1000000 %}{% set b = a.strip('b' * 1000000 ~ 'a') %}", "steps"),
        ("{% set a = 'a' * 1000000 %}{% set b = a|trim('b' * 1000000 ~ 'a') %}", "steps"),
        (
            "{% set n = namespace(a=()) %}{% for i in range(99) %}{% set n.a = (n.a, n.a) %}{% endfor %}{{ {n.a: 1} }}",
            "st",
        ),
        (
            "{% set n = namespace(a=()) %}{% for i in range(999) %}{% set n.a = (n.a,) %}{% endfor %}{{ {}[n.a] }}",
            "deep",
        ),
    ],
)
def test_nothing_is_made_that_takes_longer_than_it_costs(source: str, reason: str) -> None:
    with budgeted(), pytest.raises(TooMuch, match=reason):
        ENVIRONMENT.from_string(source).render()
