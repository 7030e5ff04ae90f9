"""Custom properties that stand for each other do not grow without end."""

from __future__ import annotations

import pytest

from briefs.render.style.style_tokens import tokens_of
from briefs.render.style.style_variables import variable_faults


def doubled(times: int) -> str:
    """Custom properties each of which names the next one twice."""
    return "".join(f"--a{at}: var(--a{at + 1}) var(--a{at + 1});\n" for at in range(times)) + f"--a{times}: 1px;"


@pytest.mark.parametrize(
    ("css", "line", "name"),
    [
        (f"p {{\n{doubled(14)} margin: var(--a0) }}", 2, "--a0"),
        ("p { --a: var(--b);\n --b: var(--a); margin: var(--a) }", 1, "--a"),
        ("p { --a: var(--a) }", 1, "--a"),
        ("p {" + "".join(f"--a{at}: var(--a{at + 1});" for at in range(3000)) + "--a3000: 1px }", 1, "--a0"),
    ],
)
def test_values_that_grow_are_refused_on_the_line_of_the_first(css: str, line: int, name: str) -> None:
    ((found, fault),) = variable_faults(tokens_of(css))
    assert (found, fault.message.partition(" stands")[0]) == (line, f"`{name}`")


def test_values_that_stay_short_are_none() -> None:
    css = f":root {{ {doubled(5)} --b: {{ a: b; c: d }} }} "
    css += "p:hover { margin: var(--a0, 1px) } q { color: var(--other) }"
    assert list(variable_faults(tokens_of(css))) == []
