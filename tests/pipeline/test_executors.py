"""Who makes chunks: one process or several, with the same result."""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.executors import Executor, InProcess, Pool, executor
from tests.pipeline.chunk_work import chunks, failing, lost_always, lost_once, plain, slow


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "copies").iterdir()}


def test_several_processes_make_what_one_makes(tmp_path: Path) -> None:
    one, several = tmp_path / "one", tmp_path / "several"
    alone = list(InProcess().map(chunks(one, plain)))
    assert list(Pool(2).map(chunks(several, plain))) == alone
    assert _files(one) == _files(several)


def test_a_single_chunk_needs_no_second_process(tmp_path: Path) -> None:
    (made,) = Pool(2).map(chunks(tmp_path, lost_always(os.getpid()), 1))
    assert len(made) == 3
    assert not list(Pool(2).map([]))


def test_a_chunk_whose_process_is_lost_is_made_again(tmp_path: Path) -> None:
    made = list(Pool(2).map(chunks(tmp_path, lost_once(tmp_path))))
    assert (tmp_path / "killed").exists()
    assert made == list(InProcess().map(chunks(tmp_path / "again", plain)))


def test_if_processes_are_always_lost_this_one_does_the_work(tmp_path: Path) -> None:
    made = list(Pool(2).map(chunks(tmp_path, lost_always(os.getpid()))))
    assert len(made) == 4
    assert len(_files(tmp_path)) == 12


@pytest.mark.parametrize("executor", [InProcess(), Pool(2)])
def test_what_goes_wrong_in_a_process_is_told_in_this_one(executor: Executor, tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="disk is full") as failure:
        list(executor.map(chunks(tmp_path, failing)))
    assert failure.value.hint == "make room"


def test_nothing_more_is_made_when_the_program_is_stopped(tmp_path: Path) -> None:
    made = Pool(2).map(chunks(tmp_path, slow))
    next(made)
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        made.throw(KeyboardInterrupt())  # type: ignore[attr-defined] # it is a generator
    assert time.monotonic() - begun < 20
    assert not multiprocessing.active_children()
    assert len(_files(tmp_path)) < 12


def test_this_machine_does_it_where_no_scheduler_is_named(tmp_path: Path) -> None:
    with executor() as who:
        assert len(list(who.map(chunks(tmp_path, plain)))) == 4
