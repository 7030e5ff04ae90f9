"""Files for distribution are known by their names."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from briefs.recipients.file_names import is_for_distribution


@pytest.mark.parametrize(
    "name", ["distribution.yaml", "recipients.csv", "Recipients.XLSX", "recipients.example.csv", "recipients-2026.yaml"]
)
def test_settings_and_lists_are_for_distribution(name: str) -> None:
    assert is_for_distribution(PurePath("templates", name))


@pytest.mark.parametrize(
    "name", ["house.yaml", "recipients.md", "recipient.yaml", "my-recipients.yaml", "recipientsx.csv"]
)
def test_other_files_are_not(name: str) -> None:
    assert not is_for_distribution(PurePath("templates", name))
