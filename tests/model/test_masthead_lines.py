"""Placeholders in the lines of a masthead."""

from __future__ import annotations

import pytest

from briefs.model.masthead_lines import checked_placeholders
from briefs.model.mistakes import Mistake


@pytest.mark.parametrize("text", ["", "HB/2026", "HB/{code}", "CLEARED {date}, v{version}", "{code}{version}"])
def test_a_line_may_have_no_placeholder_or_any_of_them(text: str) -> None:
    assert checked_placeholders(text) == text


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        ("HB/{cod}", '"{cod}" is not a placeholder', "HB/{code}"),
        ("HB/{Code}", '"{Code}" is not a placeholder', "HB/{code}"),
        ("HB/{ code }", '"{ code }" is not a placeholder', "HB/{code}"),
        ("v{verson}", '"{verson}" is not a placeholder', "v{version}"),
        ("{{date}}", '"{{date}}" is not a placeholder', "{date}"),
        ("HB/{audience}", '"{audience}" is not a placeholder', ""),
        ("HB/{}", '"{}" is not a placeholder', ""),
        ("HB/{code", "a brace { is not closed", "HB/{code}"),
        ("HB/{code/1", "a brace { is not closed", "HB/{code}/1"),
        ("{draft", "a brace { is not closed", ""),
        ("HB/code}", "a brace } closes nothing", "HB/{code}"),
        ("HB/x}", "a brace } closes nothing", ""),
    ],
)
def test_anything_else_in_braces_is_a_mistake_that_shows_what_was_meant(text: str, message: str, meant: str) -> None:
    with pytest.raises(Mistake) as caught:
        checked_placeholders(text)
    assert (caught.value.message, caught.value.meant) == (message, meant)
    assert caught.value.hint
