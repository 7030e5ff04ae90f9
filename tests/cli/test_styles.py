"""Colours where they are wanted, and never a character that a terminal obeys."""

from __future__ import annotations

import io

import pytest

from briefs.cli.styles import cut, is_capable, is_coloured, shown, styled, width

SETTINGS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM")


class Stream(io.StringIO):
    """A stream that is a terminal, or is not."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._is_terminal


@pytest.mark.parametrize(
    ("environment", "on_terminal", "elsewhere"),
    [
        ({}, True, False),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"CLICOLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_the_environment_says_whether_there_are_colours(
    environment: dict[str, str], on_terminal: bool, elsewhere: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (is_coloured(Stream(True)), is_coloured(Stream(False))) == (on_terminal, elsewhere)
    assert is_capable(Stream(True)) == (environment.get("TERM") != "dumb")


def test_styles_are_printed_as_colours_or_not_at_all() -> None:
    text = f"{styled('error:', 'error')} no{styled('', 'hint')}"
    assert shown(text, coloured=True) == "\033[1;31merror:\033[0m no"
    assert shown(text, coloured=False) == "error: no"


@pytest.mark.parametrize("coloured", [True, False])
def test_what_a_terminal_would_obey_is_shown_as_what_it_is(coloured: bool) -> None:
    assert shown("a\x1b]0;title\x07b\r\x9b2J\x7f\tc\nd\u200f\u202ee", coloured) == (
        "a\\x1b]0;title\\x07b\\x0d\\x9b2J\\x7f\tc\nd\u200f\\u202ee"
    )


def test_widths_are_those_on_a_terminal() -> None:
    assert width(styled("Straße", "head")) == 6
    assert width("漢字") == 4
    assert width("e\u0301") == 1


@pytest.mark.parametrize(
    ("line", "most", "wanted"),
    [
        ("a line", None, "a line"),
        ("a line", 6, "a line"),
        ("a line", 5, "a li…"),
        ("a  line", 4, "a…"),
        ("漢字漢字", 6, "漢字…"),
    ],
)
def test_a_line_is_cut_to_the_width_of_a_terminal(line: str, most: int | None, wanted: str) -> None:
    assert cut(line, most) == wanted


def test_a_styled_line_that_is_cut_ends_its_style() -> None:
    assert shown(cut(styled("a line", "head"), 3), coloured=True) == "\033[1ma…\033[0m"
