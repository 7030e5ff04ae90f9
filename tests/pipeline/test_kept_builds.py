"""What was finished before is only written again; whatever it depends on makes it new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.files import user_cache
from briefs.files.user_cache import cache_folder
from briefs.model.sheet import Sheet
from briefs.pipeline import kept_builds
from briefs.pipeline.build import build
from briefs.pipeline.finished_work import FinishedWork
from briefs.pipeline.kept_builds import keep_work, kept_work
from briefs.pipeline.order import Order, Project
from tests.builders import contents, write_project

HASHED = {"seeds/harbour/report.txt": "1", "templates/clerks.md": "2"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> FinishedWork:
    root = write_project(tmp_path_factory.mktemp("made"))
    return build(Order(Project(root), ("clerks",), formats=("html",))).work


def order_in(root: Path) -> Order:
    return Order(Project(root), ("clerks",), formats=("html",), uses_cache=True, hashed=HASHED)


def test_what_was_kept_comes_back_whole(tmp_path: Path, work: FinishedWork) -> None:
    order = order_in(write_project(tmp_path / "project"))
    assert kept_work(order) is None
    keep_work(order, work)
    assert kept_work(order) == work


def test_nothing_is_kept_for_an_order_that_does_not_say_what_it_is_made_from(
    tmp_path: Path, work: FinishedWork
) -> None:
    order = replace(order_in(write_project(tmp_path / "project")), hashed=None)
    keep_work(order, work)
    assert kept_work(order) is None
    assert not cache_folder("builds").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda order: replace(order, hashed={**HASHED, "templates/clerks.md": "3"}),
        lambda order: replace(order, hashed={**HASHED, "templates/new.md": "3"}),
        lambda order: replace(order, audiences=()),
        lambda order: replace(order, products=("checklist",)),
        lambda order: replace(order, formats=("html", "pdf")),
        lambda order: replace(order, status="cleared"),
        lambda order: replace(order, version="2.0"),
        lambda order: replace(order, sheet=Sheet("letter")),
        lambda order: replace(order, project=replace(order.project, report="harbour")),
    ],
)
def test_another_order_or_another_file_is_another_build(
    change: Callable[[Order], Order], tmp_path: Path, work: FinishedWork
) -> None:
    order = order_in(write_project(tmp_path / "project"))
    keep_work(order, work)
    assert kept_work(change(order)) is None


def test_another_program_or_environment_is_another_build(
    tmp_path: Path, work: FinishedWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = order_in(write_project(tmp_path / "project"))
    keep_work(order, work)
    with monkeypatch.context() as patch:
        patch.setattr(kept_builds, "program_state", lambda: "another")
        assert kept_work(order) is None
    with monkeypatch.context() as patch:
        patch.setenv("LANG", "tlh_QO")
        assert kept_work(order) is None
    with monkeypatch.context() as patch:
        patch.setattr(kept_builds, "are_as_they_were", lambda states: False)
        assert kept_work(order) is None
    assert kept_work(order) == work


def test_a_file_that_lies_elsewhere_in_the_project_counts(tmp_path: Path, work: FinishedWork) -> None:
    root = write_project(tmp_path / "project")
    order, letterhead = order_in(root), root / "letterhead.docx"
    letterhead.write_bytes(b"one")
    (report,) = work.reports
    digest = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    hashes = {**dict.fromkeys(HASHED, ""), "letterhead.docx": digest}
    with_letterhead = replace(work, reports=(replace(report, hashes=hashes),))
    order = replace(order, hashed={str(root / path): digest for path, digest in HASHED.items()})
    keep_work(order, with_letterhead)
    assert kept_work(order) == with_letterhead
    letterhead.write_bytes(b"two")
    assert kept_work(order) is None
    letterhead.unlink()
    assert kept_work(order) is None


def test_a_file_that_comes_where_one_was_looked_for_counts(tmp_path: Path, work: FinishedWork) -> None:
    root = write_project(tmp_path / "project")
    (report,) = work.reports
    order = order_in(root)
    keep_work(order, replace(work, reports=(replace(report, absent=("letterhead.docx",)),)))
    assert kept_work(order) is not None
    (root / "letterhead.docx").touch()
    assert kept_work(order) is None


@pytest.mark.parametrize("content", [b"", b"N.", b"no pickle"])
def test_what_is_damaged_is_made_again(content: bytes, tmp_path: Path, work: FinishedWork) -> None:
    order = order_in(write_project(tmp_path / "project"))
    keep_work(order, work)
    (kept,) = cache_folder("builds").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert kept_work(order) is None
    user_cache.keep("builds", kept.name, content, 9)  # whole, and yet not a build
    assert kept_work(order) is None


def test_a_kept_build_is_written_as_a_new_one_is(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    order = order_in(root)
    first, second = (replace(order, output=tmp_path / name) for name in ("first", "second"))
    told: tuple[list[str], list[str]] = ([], [])
    made = build(first, told[0].append)
    keep_work(first, made.work)
    again = build(second, told[1].append)
    assert told[1] == told[0]
    assert (made.was_kept, again.was_kept) == (False, True)
    assert contents(tmp_path / "second") == contents(tmp_path / "first")
    assert again.warnings == made.warnings
