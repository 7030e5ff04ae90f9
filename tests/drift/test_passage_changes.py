"""What has become of passages since the report was accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.drift.passage_changes import nearest_words_of, parts_of
from briefs.drift.report_lock import ReportLock
from tests.builders import BLOCKS, REPORT, harbour_report
from tests.drift.builders import accept_named, accepted_project, change, drift, states

UNCHANGED = dict.fromkeys(("fact.timetable", "fact.bicycles", "rec.tides", "about"), "unchanged")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return accepted_project(tmp_path)


def test_nothing_has_changed_in_the_report_that_was_accepted(root: Path) -> None:
    assert states(root) == UNCHANGED
    assert not drift(root).has_changed


def test_a_word_changed_inside_a_passage_is_found(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    assert states(root) == {**UNCHANGED, "fact.timetable": "reworded"}
    found = next(one for one in drift(root).changes if one.state == "reworded")
    assert "would reduce waiting" in found.before
    assert "would increase waiting" in found.after


def test_a_word_taken_out_of_a_passage_is_found(root: Path) -> None:
    change(root, "report.txt", "could carry more bicycles", "could carry bicycles")
    assert states(root) == {**UNCHANGED, "fact.bicycles": "reworded"}


def test_a_word_changed_outside_of_all_passages_changes_none(root: Path) -> None:
    change(root, "report.txt", "small boats", "tall boats")
    assert states(root) == UNCHANGED
    assert drift(root).has_changed


def test_a_passage_with_the_same_words_elsewhere_has_moved(root: Path) -> None:
    sentence = "Ferries that share a timetable could carry more bicycles in the winter months.\n\n"
    change(root, "report.txt", sentence, "")
    change(root, "report.txt", "The keepers will meet", f"{sentence}The keepers will meet")
    assert states(root)["fact.bicycles"] == "moved"
    assert drift(root).waiting == ()


@pytest.mark.parametrize(
    ("new", "state", "after"),
    [
        (
            "Ferries that had a timetable could carry more bicycles in the winter months.",
            "reworded",
            "Ferries that had",
        ),
        ("Nobody spoke of anything else on that day.", "gone", ""),
    ],
)
def test_a_passage_whose_anchor_matches_nothing_is_reworded_or_gone(
    root: Path, new: str, state: str, after: str
) -> None:
    change(root, "report.txt", "Ferries that share a timetable could carry more bicycles in the winter months.", new)
    found = next(one for one in drift(root).changes if one.drawn.id == "fact.bicycles")
    assert found.state == state
    assert found.after.startswith(after)
    assert not found.after.endswith(".")


def test_an_editor_may_point_at_another_passage(root: Path) -> None:
    change(root, "blocks/fact.yaml", "Ferries that share … the winter months", "Some keepers asked … tides & currents")
    assert states(root) == UNCHANGED


def test_an_editor_may_point_at_a_passage_that_changed_in_the_report_only_after_reading_it(root: Path) -> None:
    change(root, "report.txt", "Ferries that share", "Boats that share")
    change(root, "blocks/fact.yaml", "Ferries that share", "Boats that share")
    assert states(root) == {**UNCHANGED, "fact.bicycles": "reworded"}


def test_a_block_drawn_since_is_known_by_the_words_of_the_accepted_report(root: Path) -> None:
    new = '\n  - id: fact.count\n    anchor: "The board should count the bicycles in 2011"\n'
    change(root, "blocks/fact.yaml", 'the winter months"\n', f'the winter months"{new}')
    assert states(root) == {**UNCHANGED, "fact.count": "unchanged"}
    change(root, "report.txt", "bicycles in 2011", "bicycles and cars in 2011")
    change(root, "blocks/fact.yaml", "bicycles in 2011", "bicycles and cars in 2011")
    found = next(one for one in drift(root).changes if one.drawn.id == "fact.count")
    assert (found.state, found.before) == ("reworded", "The board should count the bicycles in 2011.".rstrip("."))


def test_a_block_that_was_removed_is_not_told(root: Path) -> None:
    text = BLOCKS["fact"]
    change(root, "blocks/fact.yaml", text[text.index("  - id: fact.bicycles") :], "")
    assert "fact.bicycles" not in states(root)


def test_what_was_not_accepted_stays_reworded_until_it_is(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    accept_named(root)
    assert not drift(root).has_changed
    assert states(root)["fact.timetable"] == "reworded"
    accept_named(root, "fact.timetable")
    assert states(root) == UNCHANGED


def test_a_passage_that_reads_as_before_again_needs_no_accepting(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    accept_named(root)
    change(root, "report.txt", "would increase waiting", "would reduce waiting")
    assert states(root)["fact.timetable"] == "unchanged"


def test_other_quotation_marks_and_line_ends_are_no_change(tmp_path: Path) -> None:
    text = REPORT.replace("no need", 'no "need"')
    blocks = {**BLOCKS, "fact": BLOCKS["fact"].replace("at the quay", "need for it")}
    root = accepted_project(tmp_path, report=text, blocks=blocks)
    assert '"need"' in (root / "seeds" / "harbour" / "report.txt").read_text(encoding="utf-8")
    change(root, "report.txt", '"need"', "“need”")
    assert set(states(root).values()) == {"unchanged"}


def test_the_parts_of_a_report_are_everything_with_words() -> None:
    parts = dict(parts_of(harbour_report()))
    assert parts["II item 1"] == "The board should publish the tides each week."
    assert parts["fn 1"] == "The keeper spoke for the small boats of the east quay."
    assert "¹" not in parts["I ¶ 1"]


def test_the_nearest_words_are_as_many_sentences() -> None:
    lock = ReportLock("", parts_of(harbour_report()))
    assert nearest_words_of("One keeper saw some need for it.", lock) == "One keeper saw no need for it."
    assert nearest_words_of("Nobody has ever heard of this matter.", lock) == ""


def test_a_passage_that_stands_twice_now_is_unchanged_but_its_anchor_does_not_find_it(root: Path) -> None:
    sentence = "Ferries that share a timetable could carry more bicycles in the winter months.\n\n"
    change(root, "report.txt", "The keepers will meet", f"{sentence}The keepers will meet")
    found = next(one for one in drift(root).changes if one.drawn.id == "fact.bicycles")
    assert (found.state, found.is_anchored, found.address, found.label) == ("unchanged", False, "I ¶ 2", "I ¶2")
    assert not found.must_be_accepted


def test_spaces_hyphens_and_ligatures_are_no_change(root: Path) -> None:
    change(root, "report.txt", "share a timetable could carry", "share a time-table could  carry")
    assert states(root) == UNCHANGED
    change(root, "report.txt", "the winter months", "the winter mo\u00adnths")
    assert states(root) == UNCHANGED
