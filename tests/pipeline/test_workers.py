"""Work in two processes: what comes of it is what one makes, whatever becomes of the second."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline.order import Progress
from briefs.pipeline.workers import apart, can_fork, shared
from tests.builders import CAPTAINS, CLERKS, front, write_project
from tests.projects import built

FIRST = os.getpid()
pytestmark = pytest.mark.skipif(not can_fork(), reason="needs two processors and a system that can fork")


def named(task: str, progress: Progress) -> tuple[str, bool]:
    """The task, and whether it was done in the first process."""
    progress(f"doing {task}")
    return task, os.getpid() == FIRST


def children() -> set[int]:
    """The processes that this one has begun and not waited for."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(stat.parent.name))
    return found


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    """Whoever began before, such as what watches over processes of other tests, may stay."""
    before = children()
    yield
    assert children() - before == set()


@pytest.mark.parametrize(
    ("sizes", "own"), [([3, 2, 4], "ab"), ([4, 1, 1], "a"), ([1, 1, 4], "ab"), ([1, 1], "a"), ([9], "a"), ([], "")]
)
def test_results_and_progress_are_in_order_and_shares_about_equal(sizes: list[float], own: str) -> None:
    tasks, messages = "abc"[: len(sizes)], list[str]()
    assert list(shared(named, tasks, sizes, messages.append)) == [(task, task in own) for task in tasks]
    assert messages == [f"doing {task}" for task in tasks]


def test_what_fails_in_the_second_process_fails_in_the_first() -> None:
    def failing(task: str, progress: Progress) -> tuple[str, bool]:
        if task == "c":
            raise ValueError(f"{task} fails in {'the first' if os.getpid() == FIRST else 'the second'}")
        return named(task, progress)

    results = shared(failing, "abc", [2, 1, 1], lambda message: None)
    assert [next(results), next(results)] == [("a", True), ("b", True)]
    with pytest.raises(ValueError, match=r"^c fails in the first$"):
        next(results)


def test_a_second_process_that_is_killed_is_no_loss() -> None:
    def fatal(task: str, progress: Progress) -> tuple[str, bool]:
        if os.getpid() != FIRST:
            os.kill(os.getpid(), signal.SIGKILL)
        return named(task, progress)

    messages = list[str]()
    assert list(shared(fatal, "abc", [1, 1, 1], messages.append)) == [("a", True), ("b", True), ("c", True)]
    assert messages == ["doing a", "doing b", "doing c"]


def test_a_failure_of_the_first_process_ends_the_second() -> None:
    def failing(task: str, progress: Progress) -> None:
        if os.getpid() == FIRST:
            raise KeyboardInterrupt
        signal.pause()

    with pytest.raises(KeyboardInterrupt):
        list(shared(failing, "ab", [1, 1], lambda message: None))


@pytest.mark.parametrize("tasks", ["", "a", "abcde"])
def test_each_task_has_a_process_of_its_own_and_results_are_in_order(tasks: str) -> None:
    messages = list[str]()
    assert list(apart(named, tasks, messages.append)) == [(task, False) for task in tasks]
    assert messages == [f"doing {task}" for task in tasks]


def test_what_fails_in_a_process_of_its_own_is_done_in_the_first() -> None:
    def failing(task: str, progress: Progress) -> tuple[str, bool]:
        if task == "b" and os.getpid() != FIRST:
            os.kill(os.getpid(), signal.SIGKILL)
        return named(task, progress)

    assert list(apart(failing, "abcd", lambda message: None)) == [(task, task == "b") for task in "abcd"]


def test_two_work_at_once_at_most_and_all_end_with_whoever_waits_for_them() -> None:
    before = children()
    results = apart(named, "abcde", lambda message: None)
    assert next(results) == ("a", False)
    assert len(children() - before) == 2
    results.close()  # type: ignore[attr-defined]
    assert children() == before


def test_on_one_processor_the_first_process_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefs.pipeline.workers.can_fork", lambda: False)
    assert list(apart(named, "ab", lambda message: None)) == [("a", True), ("b", True)]


def test_briefs_built_by_two_are_those_built_by_one(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    alone = built(root, formats=("pdf", "html"))
    assert [len(brief.renditions) for brief in alone.briefs] == [2, 2]
    assert built(root, formats=("pdf", "html"), in_parallel=True) == alone
    assert pickle.loads(pickle.dumps(alone)) == alone


def test_mistakes_found_by_two_are_those_found_by_one(tmp_path: Path) -> None:
    templates = {"captains": front("captains", words=1) + CAPTAINS, "clerks": front("clerks", words=1) + CLERKS}
    root = write_project(tmp_path, templates=templates)
    found = []
    for in_parallel in (False, True):
        with pytest.raises(DocumentError) as failure:
            built(root, formats=("html",), in_parallel=in_parallel)
        found.append([problem.code for problem in failure.value.diagnostics])
    assert found[0] == found[1] == ["over-words", "section-empty"]
