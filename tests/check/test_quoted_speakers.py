"""A quotation is given to those who said it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.builders import wrong_quotation


@pytest.mark.parametrize(
    ("short", "speaker"),
    [
        ("Several participants called the plan “loaded”.", "Several participants"),
        ("According to the ministers, the plan is “loaded”.", "the ministers"),
        ("The plan is “loaded”, the keepers said.", "the keepers"),
        ("The plan is “loaded” (one minister).", "one minister"),
        ("One participant said that the quay “can be shared if everybody pays”.", ""),
        ("The plan, the report found, is “loaded”.", "the report"),
        ("Ministers warned: “saw no process that works”.", "Ministers"),
    ],
)
def test_another_speaker_is_an_error(tmp_path: Path, short: str, speaker: str) -> None:
    found = wrong_quotation(tmp_path, short)
    assert (f'has "{speaker}" say' in found) is bool(speaker)


@pytest.mark.parametrize(
    "short",
    [
        "One participant called the plan “loaded”.",
        "The plan, one participant said, is “loaded”.",
        "The plan was called “loaded”.",
        "The Harbour Board said that the quay “can be shared if everybody pays”.",
        "The report says that they “asked for time”.",
        "It was said that the plan is “loaded” (one participant).",
    ],
)
def test_the_speaker_of_the_passage_is_right(tmp_path: Path, short: str) -> None:
    assert "[quote-misattributed]" not in wrong_quotation(tmp_path, short)
