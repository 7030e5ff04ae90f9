"""Numbers of copies on the command line."""

from __future__ import annotations

import argparse


def copy_list(text: str) -> tuple[int, ...]:
    """The numbers in `17,23`, from 1 on. Raises ArgumentTypeError for anything else."""
    numbers = [one.strip() for one in text.split(",")]
    if not all(one.isdecimal() and int(one) for one in numbers):
        raise argparse.ArgumentTypeError(f'"{text}" is not a list of copies, such as 17,23')
    return tuple(map(int, numbers))
