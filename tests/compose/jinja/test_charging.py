from __future__ import annotations

import pytest

from briefs.compose.jinja.running_budget import budgeted
from briefs.compose.looks.block_environment import block_environment
from briefs.model.limits import MOST_STEPS


def steps(source: str) -> int:
    """The steps that running a block template takes."""
    template = block_environment().from_string(source)
    with budgeted() as budget:
        template.render()
    return MOST_STEPS - budget.steps


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(N) %}{% endfor %}",
        "{% for a in range(N) %}{{ a }}{% if a %}b{% endif %}{% endfor %}",
        "{% for a in range(N) if false %}{% endfor %}",
        "{% macro f() %}a{% endmacro %}{% for a in range(N) %}{{ f() }}{% endfor %}",
        "{% macro f(n) %}{{ f(n - 1) if n }}{% endmacro %}{{ f(N) }}",
        "{% for a in [N] recursive %}{{ loop([a - 1]) if a }}{% endfor %}",
        "{{ range(N)|list == 1 }}",
        "{{ (range(N)|list)[1:]|length }}",
        "{{ ('a' * N * 100) ~ 'b' == 1 }}",
        "{{ [1] * N == 1 }}",
        "{{ range(100, 100 + N)|map('string')|join }}",
        "{{ ('a' * N * 100).upper().find('b') }}",
        "{{ ('a' * N * 100) is eq 'b' }}",
        "{{ ('a' * N)|replace('', 'b' * 100)|length }}",
    ],
)
def test_steps_grow_as_what_is_done(source: str) -> None:
    few, more, most = (steps(source.replace("N", str(number))) for number in (20, 40, 60))
    assert more - few >= 20
    assert abs((most - more) - (more - few)) <= 2  # a text of 99 characters costs as much as one of 1


def test_a_round_takes_a_step_for_each_node_of_its_body() -> None:
    rounds = steps("{% for a in range(10) %}{{ a }}{% endfor %}") - steps("{% for a in range(0) %}{{ a }}{% endfor %}")
    assert rounds == 10 * 3
