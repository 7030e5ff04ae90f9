"""Candidates of a small project, as files beside its blocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.unknown_name import UnknownName
from briefs.pipeline import drawing_candidates
from briefs.pipeline.drawing_candidates import draw_candidates, language_of_report
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_blocks import proposed_blocks
from tests.builders import BLOCKS, HINTS, write_project
from tests.candidates.builders import headed
from tests.projects import problems, run

FACTS = {"fact": BLOCKS["fact"]}


def _folder(root: Path) -> Path:
    return root / "seeds" / "harbour" / "blocks" / "proposed"


def test_what_no_block_has_is_proposed_with_an_anchor_that_finds_it(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path, blocks=FACTS))
    done = draw_candidates(project, ("proposal",))
    assert [one.words for one in done.proposed.candidates] == [
        "The board should publish the tides each week.",
        "The board should count the bicycles in 2011.",
    ]
    waiting = list(proposed_blocks(project))
    assert [one.words for one in waiting] == [one.words for one in done.proposed.candidates]
    assert waiting[0].source == "II item 1"
    assert waiting[0].place.path == "seeds/harbour/blocks/proposed/proposals.yaml"
    assert waiting[0].short == waiting[0].words


def test_what_a_block_is_drawn_from_is_not_proposed(tmp_path: Path) -> None:
    done = draw_candidates(Project(write_project(tmp_path)), ("proposal",))
    assert [one.words for one in done.proposed.candidates] == ["The board should count the bicycles in 2011."]


def test_nothing_is_written_on_trial_and_nothing_is_a_block_before_it_is_accepted(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = problems(root)
    draw_candidates(Project(root), write=False)
    assert not _folder(root).exists()
    draw_candidates(Project(root))
    assert _folder(root).is_dir()
    assert problems(root) == before


def test_a_part_of_the_report_may_be_looked_through(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path, blocks=FACTS))
    assert draw_candidates(project, ("proposal",), at="I").proposed.candidates == ()
    assert len(draw_candidates(project, ("proposal",), at="II").proposed.candidates) == 2
    assert draw_candidates(project, ("proposal",), at="I").written == ()
    assert len(list(proposed_blocks(project))) == 2


def test_kinds_and_places_that_there_are_not_are_refused(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path))
    with pytest.raises(UnknownName):
        draw_candidates(project, ("questions",))
    with pytest.raises(UnknownName):
        draw_candidates(project, at="VII")


def test_a_language_without_words_is_told_and_finds_nothing(tmp_path: Path) -> None:
    polish = "Studnie są głębokie, ale woda nie jest tania i nie ma jej dla wszystkich. Kto za to płaci? " * 3
    hints = 'title: Studnie\nissuer: Rada\ncitation: "Studnie"\noutline: []\n'
    done = draw_candidates(Project(write_project(tmp_path, report=polish, hints=hints, blocks=FACTS)), ("question",))
    assert (done.language, done.without_words) == ("pl", ("question",))
    assert done.proposed.candidates == ()


def test_the_language_is_that_of_the_words_with_the_region_that_is_declared() -> None:
    words = "Les puits de la vallée sont profonds, et l’eau n’est pas pour tous. Qui paie pour eux ? " * 4
    french = headed(f"# Puits\n\n{words}\n")
    assert language_of_report(french, "en-GB") == "fr"
    assert language_of_report(replace(french, language="fr-CH"), "en-GB") == "fr-CH"
    assert language_of_report(french, "fr-BE") == "fr-BE"
    assert language_of_report(headed("# 1\n\n2\n"), "en-GB") == "en-GB"


def test_a_report_that_may_be_read_wrongly_is_told_and_drawn_from_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path, hints=HINTS.replace("text: Steps", "text: Paces"))
    assert run(root, "draw", "--kind", "proposal") == 1
    printed = capsys.readouterr()
    assert "1 candidate; 1 new" in printed.out
    assert "report.yaml" in printed.err


def test_a_damaged_file_of_candidates_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path)
    _folder(root).mkdir()
    (_folder(root) / "questions.yaml").write_text("kind: question\nblocks:\n  - anchor: x\n", encoding="utf-8")
    assert run(root, "draw") == 1
    assert "proposed/questions.yaml" in capsys.readouterr().err


def test_so_many_candidates_that_nobody_reads_them_are_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path, blocks=FACTS)
    monkeypatch.setattr(drawing_candidates, "MOST", 1)
    done = draw_candidates(Project(root), ("proposal",))
    assert (len(done.proposed.candidates), done.left_out) == (1, 1)
    again = draw_candidates(Project(root), ("proposal",))
    assert (len(again.proposed.candidates), again.left_out, again.written) == (1, 1, ())
    capsys.readouterr()
    run(root, "draw", "--kind", "proposal")
    assert "1 less certain ones are left out" in capsys.readouterr().out
