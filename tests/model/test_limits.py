"""SECURITY.md states the limits as they are."""

from __future__ import annotations

import re
from pathlib import Path

from briefs.model import limits

STATED = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")


def test_the_limits_that_are_stated_are_those_that_hold() -> None:
    numbers = {name: value for name, value in vars(limits).items() if name.startswith(("LARGEST", "LONGEST", "MOST"))}
    stated = re.findall(r"^\| .+ \| ([\d,.]+)( MB)?[^|]* \|$", STATED, re.MULTILINE)
    values = [float(number.replace(",", "")) * (limits.MB if unit else 1) for number, unit in stated]
    assert list(numbers.values()) == values
