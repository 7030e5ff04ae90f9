"""The file in which a report is kept as it was accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.drift.report_lock import NAME, LockedPassage, ReportLock, dump_lock, read_lock

LOCK = ReportLock(
    "ab" * 32,
    (("I ¶ 1", "Most keepers agreed."), ("I ¶ 2", "One “did” not.")),
    (
        LockedPassage("fact.a", "anchor", 1, "I ¶ 1", "keepers agreed"),
        LockedPassage("fact.a", "anchor", 2, "", "Some keepers agreed"),
        LockedPassage("fact.b", "short", 1, "I ¶ 2", 'One "did" not.'),
    ),
)


def written(folder: Path, content: bytes) -> Path:
    (folder / NAME).write_bytes(content)
    return folder


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    content = dump_lock(LOCK)
    read = read_lock(written(tmp_path, content), NAME)
    assert read.value == LOCK
    assert read.problems == ()
    assert dump_lock(read.value) == content


def test_there_is_a_line_for_each_passage_and_each_part() -> None:
    assert dump_lock(LOCK).count(b"\n") == 1 + len(LOCK.passages) + len(LOCK.parts)


def test_lines_are_in_order_whatever_the_order_of_blocks() -> None:
    turned = ReportLock(LOCK.sha256, LOCK.parts, LOCK.passages[::-1])
    assert dump_lock(turned) == dump_lock(LOCK)


def test_a_passage_that_waits_has_no_place() -> None:
    assert [one.is_pending for one in LOCK.passages] == [False, True, False]


def test_no_file_is_no_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path, NAME).value is None
    assert read_lock(tmp_path, NAME).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Most keepers agreed", "Most keepers argued", 2, "the words of this passage are not those that were accepted"),
        ("Some keepers", "All keepers", 3, "the words of this passage are not those that were accepted"),
        ('{"block": "fact.b"', '<<<<<<< HEAD\n{"block": "fact.b"', 4, "this line cannot be read"),
        ('"n": 1, "at": "I ¶ 1"', '"n": 1', 2, "this line cannot be read"),
        ('"lock": 1', '"lock": 2', 1, "it is of another version of this program, with the number 2"),
        ('"sha256": "abab', '"sha": "abab', 1, "the first line does not say which report it is of"),
    ],
)
def test_a_line_that_was_changed_is_found(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    content = dump_lock(LOCK).decode()
    assert old in content
    read = read_lock(written(tmp_path, content.replace(old, new).encode()), NAME)
    assert read.value is None
    (problem,) = read.problems
    assert (problem.code, problem.place.line, problem.message) == (
        "lock-damaged",
        line,
        f"report.lock cannot be used: {message}",
    )


def test_an_empty_file_is_damaged(tmp_path: Path) -> None:
    assert [problem.code for problem in read_lock(written(tmp_path, b""), NAME).problems] == ["lock-damaged"]
