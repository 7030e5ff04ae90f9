"""Copies are named by their numbers, with commas between them."""

from __future__ import annotations

import argparse

import pytest

from briefs.cli.copy_lists import copy_list


@pytest.mark.parametrize(("text", "numbers"), [("17", (17,)), ("17,23", (17, 23)), ("3, 4", (3, 4))])
def test_numbers_are_read(text: str, numbers: tuple[int, ...]) -> None:
    assert copy_list(text) == numbers


@pytest.mark.parametrize("text", ["", "0", "17,", "17-23", "-1", "all"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a list of copies"):
        copy_list(text)
