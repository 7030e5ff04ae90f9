from __future__ import annotations

import pytest

from briefs.report.attributions import is_attribution, without_dash


@pytest.mark.parametrize(("line", "name"), [("— A mayor", "A mayor"), ("–Ada", "Ada"), ("-- Ada", "Ada"), ("― B", "B")])
def test_a_dash_says_who_said_it(line: str, name: str) -> None:
    assert is_attribution(line)
    assert without_dash(line) == name


@pytest.mark.parametrize("line", ["A mayor", "- a point", "—", "", "— " + "word " * 50])
def test_other_lines_do_not(line: str) -> None:
    assert not is_attribution(line)
