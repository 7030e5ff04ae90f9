"""How editions are sorted, and which of their versions are final."""

from __future__ import annotations

import pytest

from briefs.model.versions import edition_order, is_final


@pytest.mark.parametrize(
    "version",
    [
        *("0.3", "0", "v0.9", "00.1", "0-3", "1.0-rc2", "1.0rc1", "2-draft", "draft", "1.0.beta", "pre-1"),
        *("True", "v1", "1..2", "1.", ".1", "1e5", "2026-11", "final", "x", "١", ""),
    ],
)
def test_below_one_or_with_more_than_digits_and_dots_a_version_is_not_final(version: str) -> None:
    assert not is_final(version)


@pytest.mark.parametrize("version", ["1", "1.0", "01", "10.0", "2026.11", "1.0.3"])
def test_digits_and_dots_from_one_on_are_final(version: str) -> None:
    assert is_final(version)


def test_editions_are_sorted_by_date_then_by_version_with_numbers_as_numbers() -> None:
    first, second = "2026-01-01", "2026-01-02"
    in_order = [(first, "1.9"), (first, "1.9-rc"), (first, "1.10"), (second, "1.0")]
    written = [in_order[place] for place in (2, 0, 3, 1)]
    assert sorted(written, key=lambda one: edition_order(*one)) == in_order
