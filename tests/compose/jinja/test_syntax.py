from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes

from briefs.compose.jinja.syntax import repeated_options, statement_word
from briefs.compose.template.brief_environment import brief_environment
from tests.compose.builders import cases, linted


@pytest.mark.parametrize(("body", "expected"), cases("syntax"))
def test_a_mistake_in_the_syntax_of_a_template_is_reported_with_its_line(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert linted(tmp_path, body + "\n") == expected


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("{% set x = 1 %}", "set"),
        ("{% set x %}{% endset %}", "set"),
        ("{% filter upper %}{% endfilter %}", "filter"),
        ("{% from 'a' import b %}", "from"),
        ("{% include 'a' %}", "include"),
        ("{% if a %}{% endif %}", "if"),
    ],
)
def test_a_statement_is_named_by_the_word_that_begins_it(source: str, word: str) -> None:
    (node,) = brief_environment().parse(source).body
    assert statement_word(node) == word


def test_an_option_that_is_given_twice_is_named_once() -> None:
    (call,) = brief_environment().parse("{{ f(a=1, b=2, a=3, a=4) }}").find_all(nodes.Call)
    assert repeated_options(call) == ["a"]
