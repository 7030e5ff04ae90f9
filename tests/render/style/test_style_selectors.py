"""What the engine of the PDF compares or repeats too often is refused."""

from __future__ import annotations

import pytest

from briefs.model.limits import MOST_STYLE_RULES
from briefs.render.style.style_selectors import count_faults, selector_faults
from briefs.render.style.style_tokens import tokens_of


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p " * 200 + "{ }", "a selector has more than 120 parts, or `~` more than 2 times"),
        ("p ~ p ~ p ~ p { }", "a selector has more than 120 parts, or `~` more than 2 times"),
        (":has(p:has(b)) { }", ":has() is used within itself, or more than 30 times"),
        ("p:has(b) { }" * 31, ":has() is used within itself, or more than 30 times"),
        ("p," * MOST_STYLE_RULES + "p { }", f"a style sheet has more than {MOST_STYLE_RULES:,} rules or selectors"),
    ],
)
def test_selectors_that_take_too_long_are_refused(css: str, message: str) -> None:
    assert [(line, fault.message) for line, fault in selector_faults(tokens_of(f"\n{css}"))] == [(2, message)]


def test_usual_selectors_are_none() -> None:
    css = "a, b > c ~ d + e:has(f):not(.g, .h)::before { color: red; i & { color: blue } } @media print { p { } }"
    assert list(selector_faults(tokens_of(css))) == []


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p { columns: 1000 }", "`columns` has the number 1000"),
        ("p { column-width: 0.001px }", "`column-width` has columns that may be narrower than 20 mm"),
        ("p { columns: calc(1px / 9) }", "`columns` has columns that may be narrower than 20 mm"),
        ("p { grid-template-columns: repeat(9999, 1px) }", "`repeat()` has the number 9999"),
        ("@counter-style a { pad: 9999 'x' }", "`pad` has the number 9999"),
        ("p { color: red; tab-size: 9999 }", "`tab-size` has the number 9999"),
        ("p { border-image-width: 0.001px }", "`border-image-width` repeats what is too small"),
        (
            "p { background: repeating-linear-gradient(red 0, blue 0.001px) }",
            "repeating-linear-gradient() repeats what",
        ),
    ],
)
def test_what_is_made_too_often_is_refused(css: str, message: str) -> None:
    ((line, fault),) = count_faults(tokens_of(f"\n{css}"))
    assert (line, fault.message[: len(message)]) == (2, message)


def test_usual_numbers_are_none() -> None:
    css = "p { columns: 2; column-width: 6cm; border-image: linear-gradient(to right, #808080 144pt, #FFF 144pt) 1 }"
    assert list(count_faults(tokens_of(css))) == []
