"""Files of strangers are read in a process of its own, whose end is an answer."""

from __future__ import annotations

import os
import threading
import time

import pytest

from briefs.files import bounded_process
from briefs.files.bounded_process import apart, longest_reading
from briefs.model.limits import LARGEST_READING, LONGEST_READING, LONGEST_READING_OF_ALL, MB


def test_what_work_gives_comes_back() -> None:
    assert apart(sorted, ([3, 1, 2],)) == [1, 2, 3]
    assert apart(bytes, (3 * MB,)) == bytes(3 * MB)


def test_what_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_process, "_STARTING", 0.2)
    start = time.monotonic()
    assert apart(time.sleep, (60,), seconds=0) is None
    assert time.monotonic() - start < 20


def test_what_takes_too_much_memory_is_no_answer() -> None:
    assert apart(bytes, (2 * LARGEST_READING,)) is None


def test_a_process_that_dies_or_stumbles_is_no_answer() -> None:
    assert apart(os._exit, (3,)) is None
    assert apart(int, ("no number",)) is None


def test_a_process_with_threads_is_not_copied() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        assert apart(sorted, ([2, 1],)) == [1, 2]
    finally:
        ended.set()
        other.join()


def test_large_files_may_take_longer_up_to_a_limit() -> None:
    assert longest_reading(0) == LONGEST_READING < longest_reading(MB // 2) < LONGEST_READING_OF_ALL
    assert longest_reading(64 * MB) == LONGEST_READING_OF_ALL


def test_who_trusts_a_file_may_be_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFS_PATIENCE", "4")
    assert longest_reading(64 * MB) == 4 * LONGEST_READING_OF_ALL
