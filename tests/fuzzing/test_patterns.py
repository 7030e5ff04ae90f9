"""Patterns that look for beginnings of lines stay on these lines.

A pattern such as `^\\s*id:` goes from each of many empty lines over all those after it, which takes the square of their
number; `make fuzz` found that in files of blocks (CWE-1333).
"""

from __future__ import annotations

import re

import pytest

from tests.builders import REPOSITORY

OVER_ENDS = re.compile(
    r"""(?<!\[)\^\(?(?:\?:)?(?:\\[sWD]|\.|\[(?!\^[^\]]*(?:\\n|\\s))(?:\^|[^\]]*\\[sWDn]))[^\]]*?\]?[*+]"""
)
"""What may go from the beginning of a line over its end: `\\s*`, `\\W+`, `[\\s,-]*`, `[^x]*`."""
_PATTERN = re.compile(r"re\.compile\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*re\.MULTILINE", re.DOTALL)


def patterns(text: str) -> list[str]:
    """The patterns in the text of a module that look at the beginnings of lines, as written."""
    return _PATTERN.findall(text)


def test_patterns_for_the_beginnings_of_lines_stay_on_the_line() -> None:
    looked_at, wrong = 0, []
    for path in sorted((REPOSITORY / "briefs").rglob("*.py")):
        for pattern in patterns(path.read_text(encoding="utf-8")):
            looked_at += 1
            if found := OVER_ENDS.search(pattern):
                wrong.append(f"{path.relative_to(REPOSITORY)}: {found[0]}")
    assert wrong == []
    assert looked_at > 10


@pytest.mark.parametrize("pattern", [r"^\s*a", r"^\W*id", r"^[\s,-]*id", r"^[^a]*b", r"^(?:\s*)", r"^[a\n]+"])
def test_what_goes_over_ends_of_lines_is_found(pattern: str) -> None:
    assert OVER_ENDS.search(pattern)
    assert patterns(f'_A = re.compile(r"{pattern}(x)", re.MULTILINE | re.IGNORECASE)')


@pytest.mark.parametrize(
    "pattern", [r"^[^\S\n]*a", r"^ *a", r"^[^\w\n]*a", r"^(?:[^\S\n]|[,-])*id", r"^a\s*", r"^[ \t]*a"]
)
def test_what_stays_on_its_line_is_not(pattern: str) -> None:
    assert not OVER_ENDS.search(pattern)
