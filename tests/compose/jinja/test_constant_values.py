from __future__ import annotations

import pytest
from jinja2 import nodes

from briefs.compose.jinja.constant_values import constant, shortened
from briefs.compose.template.brief_environment import brief_environment


def expression(source: str) -> nodes.Expr:
    output = brief_environment().parse(f"{{{{ {source} }}}}").body[0]
    assert isinstance(output, nodes.Output)
    return output.nodes[0]


@pytest.mark.parametrize(
    ("source", "value"),
    [("4 + 12", 16), ("-3", -3), ("2 ** 5 * 1.5", 48), ("['a', none]", ["a", None]), ("'a' ~ 'b'", "ab")],
)
def test_what_is_written_out_has_a_value(source: str, value: object) -> None:
    assert constant(expression(source)) == value


@pytest.mark.parametrize(
    "source", ["'a' * 10 ** 9", "[0] * 3", "9 ** 9 ** 9", "1 / 0", "'a' | upper", "f()", "[9 ** 9]"]
)
def test_what_would_have_to_run_has_none(source: str) -> None:
    with pytest.raises(nodes.Impossible):
        constant(expression(source))


def test_long_values_are_shown_in_part() -> None:
    assert shortened(5) == "5"
    assert shortened("x" * 100) == "x" * 59 + "…"
