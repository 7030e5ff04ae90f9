from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined

from briefs.compose.jinja.failures import FAILURES, Refusal, failed_line, failure_fault
from briefs.compose.looks.block_environment import block_environment
from briefs.compose.looks.html_elements import is_link
from briefs.model.diagnostics import Fault

ENVIRONMENT = Environment(undefined=StrictUndefined)


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n\n{{ a }}", 3, "'a' is undefined"),
        ("\n{{ [1] * 10 ** 13 }}", 2, "it needs more memory than there is"),
        (
            "{% macro f() %}\n{{ f() }}{% endmacro %}{{ f() }}",
            2,
            "it calls itself without end, or is nested too deeply",
        ),
        ("\n{{ range(1e999) }}", 2, "a number in it is too large"),
    ],
)
def test_what_fails_has_a_line_and_a_reason(source: str, line: int, reason: str) -> None:
    with pytest.raises(FAILURES) as caught:
        ENVIRONMENT.from_string(source).render()
    assert failure_fault(caught.value) == Fault("template-syntax", f"cannot be rendered: {reason}")
    assert failed_line(caught.value) == line


def test_a_range_that_would_not_end_is_refused_in_plain_words() -> None:
    with pytest.raises(OverflowError) as caught:
        block_environment().from_string("{% for one in range(10**9) %}{% endfor %}").render()
    assert failure_fault(caught.value).message == "cannot be rendered: range(…) in it is longer than 100,000"


def test_a_refusal_has_the_line_of_the_template_too() -> None:
    def refuse() -> None:
        raise Refusal(Fault("untraced-prose", "no"))

    with pytest.raises(Refusal) as caught:
        ENVIRONMENT.from_string("\n{{ f() }}").render(f=refuse)
    assert failed_line(caught.value) == 2


def test_what_fails_in_the_program_itself_is_raised_again() -> None:
    with pytest.raises(TypeError) as caught:
        ENVIRONMENT.from_string("{{ is_link(1) }}").render(is_link=is_link)
    with pytest.raises(TypeError, match="expected string"):
        failed_line(caught.value)


@pytest.mark.parametrize("source", ["{{ cycler() }}", "{{ 'abcdef'|truncate(-5) }}", "{{ {}[it] }}"])
def test_whatever_jinja_raises_is_a_fault_that_shows_no_address(source: str) -> None:
    with pytest.raises(FAILURES) as caught:
        block_environment().from_string(source).render(it=object())
    fault = failure_fault(caught.value)
    assert fault.message.startswith("cannot be rendered: ")
    assert "0x" not in fault.message
