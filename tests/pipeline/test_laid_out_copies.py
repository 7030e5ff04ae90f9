"""Copies that need a layout of their own: made in advance by others, and the same as without them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.formats import Format
from briefs.outbox.distribution_folder import LAYOUTS
from briefs.output.finished import FinishedEdition, finished_editions
from briefs.pipeline import laid_out_copies
from briefs.pipeline.laid_out_copies import copies_in_advance
from briefs.pipeline.order import Project
from briefs.pipeline.personal_copies import PersonalCopies, prepare_copies
from tests.pipeline.chunk_work import workers

COPIES = [
    Copy("محمد بن عبد الله", 1, 12),
    Copy("Ann Ó RÍORDÁIN", 2, 12),
    Copy("x" * 150, 3, 12),
]

ALL: dict[Format, list[Copy]] = {"pdf": COPIES, "docx": COPIES}


@pytest.fixture(scope="module", name="made")
def _made(personal_harbour: Path) -> tuple[Project, FinishedEdition, PersonalCopies]:
    root = personal_harbour
    (edition,) = finished_editions(root / "build", "cleared", [BriefKey("captains")])
    return Project(root), edition, prepare_copies(Project(root), edition, ("pdf", "docx"), COPIES)


def test_copies_that_others_lay_out_are_the_same(made: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, edition, prepared = made
    monkeypatch.setattr(laid_out_copies, "_FEW", 2)
    said: list[str] = []
    with copies_in_advance(prepared, project, edition, ALL, tmp_path, progress=said.append) as copies:
        assert {copy.number for _, copy in copies.made} == {1, 3}
        assert len(list((tmp_path / LAYOUTS).iterdir())) == len(copies.made)
        for copy in COPIES:
            for format in ("pdf", "docx"):
                assert copies.make(format, copy) == prepared.make(format, copy)
    assert said[-1] == f"{edition.name}: 4 of 4 copies laid out"
    assert not (tmp_path / LAYOUTS).exists()


def test_a_process_that_begins_elsewhere_prepares_the_edition_itself(made: Any, monkeypatch: Any) -> None:
    project, edition, prepared = made
    make = laid_out_copies.begin_copies(project, edition, ("docx",))
    assert make(("docx", COPIES[0])) == prepared.make("docx", COPIES[0])
    monkeypatch.setattr(laid_out_copies, "prepare_copies", None)  # it is prepared once
    assert laid_out_copies.begin_copies(project, edition, ("docx",))(("docx", COPIES[0]))


def test_a_few_are_laid_out_when_they_are_asked_for(made: Any, tmp_path: Path) -> None:
    project, edition, prepared = made
    with copies_in_advance(prepared, project, edition, {"docx": COPIES[:2]}, tmp_path) as copies:
        assert copies.made == {}
        assert copies.make("docx", COPIES[0]) == prepared.make("docx", COPIES[0])
        assert copies.unprintable("龍") == prepared.unprintable("龍") != ""
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_gone_is_one_line(made: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, edition, prepared = made
    monkeypatch.setattr(laid_out_copies, "_FEW", 2)
    with copies_in_advance(prepared, project, edition, {"docx": COPIES}, tmp_path) as copies:
        copies.made["docx", COPIES[0]].unlink()
        with pytest.raises(BriefsError, match="cannot read"):
            copies.make("docx", COPIES[0])


def test_a_folder_that_cannot_be_written_is_one_line(
    made: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, edition, prepared = made
    monkeypatch.setattr(laid_out_copies, "_FEW", 2)
    (tmp_path / "file").touch()
    with (
        pytest.raises(BriefsError, match="cannot write"),
        copies_in_advance(prepared, project, edition, ALL, tmp_path / "file"),
    ):
        pass


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_copies_that_a_cluster_lays_out_are_the_same(made: Any, tmp_path: Path) -> None:
    project, edition, prepared = made
    with (
        workers(2) as started,
        copies_in_advance(prepared, project, edition, ALL, tmp_path, started.scheduler_address) as copies,
    ):
        for (format, copy), path in copies.made.items():
            assert path.read_bytes() == prepared.make(format, copy)
