"""What a changed report means for the wording that rests on it, as checks and builds say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import HINTS, write_project
from tests.drift.builders import accept_named, accepted_project, change, drift
from tests.projects import problems

REWORDED = (
    'seeds/harbour/blocks/fact.yaml:4: error: the passage of "fact.timetable" (I ¶1, seeds/harbour/report.txt:3) is '
    "not worded as it was when it was accepted [passage-reworded]\n"
    "  hint: … a shared timetable would [-reduce-]{+increase+} waiting at the quay\n"
    "  if its wording still holds, run briefs draw --accept-report fact.timetable"
)


def fingerprinted(root: Path, sha256: str) -> None:
    (root / "seeds/harbour/report.yaml").write_text(f"{HINTS}sha256: {sha256}\n", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return accepted_project(tmp_path)


def drifted(root: Path) -> list[str]:
    """The problems that have to do with the report's having changed."""
    codes = ("passage-reworded", "report-unaccepted", "report-changed", "lock-damaged", "anchor-not-found")
    return [one for one in problems(root) if any(f"[{code}]" in one for code in codes)]


def test_nothing_is_said_of_the_report_that_was_accepted(root: Path) -> None:
    assert problems(root) == []


def test_nothing_is_said_without_a_lock(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    change(root, "report.txt", "small boats", "tall boats")
    assert problems(root) == []


def test_a_word_changed_inside_a_passage_is_an_error_where_the_block_points_at_it(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    assert drifted(root) == [REWORDED]


def test_agreeing_to_the_fingerprint_is_not_enough(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    fingerprinted(root, "0" * 64)
    (told,) = (one for one in drifted(root) if "report-changed" in one)
    assert told.endswith("hint: put the old report back or, to go on with the new one, run briefs draw --again")
    accept_named(root)
    assert drifted(root) == [REWORDED]


def test_what_only_moved_is_a_warning_until_it_is_accepted(root: Path) -> None:
    change(root, "report.txt", "small boats", "tall boats")
    assert drifted(root) == [
        "seeds/harbour/report.lock: warning: seeds/harbour/report.txt is no longer the report that was accepted; "
        "4 passages: 4 unchanged [report-unaccepted]\n"
        "  hint: run briefs draw --again, so that later changes are measured from here"
    ]
    accept_named(root)
    assert drifted(root) == []


def test_where_an_anchor_matches_nothing_the_hint_says_what_it_was(root: Path) -> None:
    change(root, "report.txt", "Ferries that share", "Ferries that had")
    assert drifted(root) == [
        'seeds/harbour/blocks/fact.yaml:9: error: anchor of "fact.bicycles" matches nothing in the report '
        '[anchor-not-found]\n  hint: nearest text is "Ferries that had…" (I ¶ 2)\n'
        "  it was reworded: Ferries that [-share-]{+had+} a timetable could carry …"
    ]


def test_where_an_anchor_matches_several_places_the_hint_says_how_to_mend_it(root: Path) -> None:
    sentence = "Ferries that share a timetable could carry more bicycles in the winter months.\n\n"
    change(root, "report.txt", "The keepers will meet", f"{sentence}The keepers will meet")
    [told] = [one for one in problems(root) if "[anchor-ambiguous]" in one]
    assert told.endswith("its words are still in the report, at I ¶2: run briefs draw --again")


def test_what_is_gone_is_told_whole(root: Path) -> None:
    change(root, "report.txt", "Ferries that share a timetable could carry more bicycles in the winter months.\n\n", "")
    (told,) = drifted(root)
    assert told.endswith(
        "it is gone. It was: Ferries that share a timetable could carry more bicycles in the winter months"
    )


def test_a_lock_that_somebody_changed_is_an_error(root: Path) -> None:
    change(root, "report.lock", "Most keepers agreed", "All keepers agreed")
    assert ["[lock-damaged]" in one for one in drifted(root)] == [True]


def test_a_summary_counts_the_states(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    assert drift(root).summary == "4 passages: 3 unchanged, 1 reworded"
    assert drift(root).waiting == ("fact.timetable",)
