"""Texts of a style sheet that are addresses, and properties that old browsers run."""

from __future__ import annotations

import pytest

from briefs.render.style.style_strings import string_faults
from briefs.render.style.style_tokens import tokens_of


def said(css: str) -> list[tuple[int, str]]:
    return [(line, fault.message) for line, fault in string_faults(tokens_of(css))]


@pytest.mark.parametrize(
    "css",
    [
        '@namespace svg "http://listener.example/x";',
        '@namespace svg "http://www.w3.org.listener.example/x";',
        'p { -x: "https://listener.example" }',
        'p { --x: "//listener.example" }',
        'p { --x: { a: (b "\\\\\\\\listener\\\\x") } }',
        '@property --u { syntax: "<string>"; initial-value: "\\68ttp://listener.example" }',
        'p { background: if(style(--a: 1): "file:///etc/passwd"; else: red) }',
        "p { filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src=x) }",
        "p { a { behavior: x } }",
        "p { -moz-binding: x }",
        'a { color: red; -o-link: "x" }',
    ],
)
def test_an_address_and_what_runs_in_old_browsers_is_refused_at_its_line(css: str) -> None:
    assert [line for line, _ in said(f"\n{css}")] == [2]


@pytest.mark.parametrize(
    "css",
    [
        '@namespace svg "http://www.w3.org/2000/svg"; svg|a { color: red }',
        'p::after { content: "https://www.example.org" }',
        'p { string-set: x "see https://example.org"; font: 9pt "Carlito", "http" }',
        'a[href^="https://"] { color: blue }',
        '@page { @top-left { content: "//" } }',
    ],
)
def test_what_is_printed_or_compared_may_be_an_address(css: str) -> None:
    assert said(css) == []
