"""Candidates that wait for somebody to decide."""

from __future__ import annotations

from pathlib import Path

from briefs.pipeline.drawing_candidates import draw_candidates
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_blocks import proposed_blocks
from tests.builders import write_project


def test_a_candidate_whose_anchor_matches_no_more_has_no_words(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path))
    draw_candidates(project, ("proposal",))
    (before,) = proposed_blocks(project)
    assert before.words == "The board should count the bicycles in 2011."
    report = tmp_path / "seeds" / "harbour" / "report.txt"
    report.write_text(
        report.read_text(encoding="utf-8").replace("The board should count", "They count"), encoding="utf-8"
    )
    (after,) = proposed_blocks(project)
    assert (after.id, after.words, after.source) == (before.id, "", "")


def test_there_are_none_before_anything_is_proposed(tmp_path: Path) -> None:
    assert list(proposed_blocks(Project(write_project(tmp_path)))) == []
