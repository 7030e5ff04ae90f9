"""The journal says what became of each message, and is never taken for whole when it is not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefs.mailing.journal import NAME, Journal, forget_recipients
from briefs.model.diagnostics import BriefsError
from tests.mailing.outboxes import journal_of, no_lock

IDS = {1: "<one@briefs>", 2: "<two@briefs>"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return journal_of(tmp_path)


def test_messages_go_from_step_to_step(journal: Journal) -> None:
    assert journal.read() == {}
    assert not journal.path.exists()
    journal.plan(IDS)
    first = journal.read()[1]
    assert (first.state, first.handed_over, first.accepted) == ("planned", 0, 0)
    handed = journal.step(first, "handing over")
    accepted = journal.step(handed, "accepted", 250, "queued")
    assert journal.read() == {1: accepted, 2: journal.read()[2]}
    assert (accepted.state, accepted.code, accepted.words) == ("accepted", 250, "queued")
    assert (accepted.message_id, accepted.handed_over, accepted.accepted) == ("<one@briefs>", 1, 1)
    assert accepted.at == "2026-11-29T12:00:00+00:00"
    journal.plan({1: IDS[1]})
    again = journal.read()[1]
    assert (again.state, again.accepted) == ("planned", 1)
    journal.plan({})
    assert [path.name for path in journal.path.parent.iterdir()] == [NAME]


def test_two_who_write_the_same_step_are_not_both_believed(journal: Journal) -> None:
    journal.plan(IDS)
    entry = journal.read()[1]
    journal.step(entry, "handing over")
    with pytest.raises(BriefsError, match="copy 1 is being sent by somebody else too"):
        journal_of(journal.path.parent).step(entry, "handing over")
    assert journal.read()[1].handed_over == 1


def test_a_journal_that_is_a_link_to_nothing_is_not_taken_for_none(journal: Journal) -> None:
    journal.path.symlink_to("a disk that is not mounted")
    for use in (journal.read, lambda: journal.plan(IDS), lambda: forget_recipients(journal.path)):
        with pytest.raises(BriefsError, match="cannot use"):
            use()


def test_the_time_is_that_of_the_clock(tmp_path: Path) -> None:
    journal = Journal(tmp_path / NAME, no_lock)
    journal.plan(IDS)
    assert journal.read()[1].at.endswith("+00:00")


def test_a_journal_cut_off_anywhere_is_damaged(journal: Journal) -> None:
    journal.plan(IDS)
    for _ in range(30):
        journal.step(journal.read()[1], "planned", 450, "please " * 20)
    whole = journal.path.read_bytes()
    for length in {0, 1, 15, 16, 99, 100, 4095, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1}:
        journal.path.write_bytes(whole[:length])
        with pytest.raises(BriefsError, match="is damaged, so it is not known who has been sent a copy"):
            journal.read()
        assert journal.path.stat().st_size == length
    journal.path.write_bytes(whole)
    assert journal.read()[1].state == "planned"


@pytest.mark.parametrize("content", [b"", b"nothing of the kind" * 100])
def test_another_file_is_not_taken_for_a_journal(journal: Journal, content: bytes) -> None:
    journal.path.write_bytes(content)
    for use in (journal.read, lambda: forget_recipients(journal.path)):
        with pytest.raises(BriefsError, match="is damaged") as raised:
            use()
        assert "backup" in raised.value.hint
    assert journal.path.read_bytes() == content


def test_a_database_of_something_else_is_not_taken_for_a_journal(journal: Journal) -> None:
    with sqlite3.connect(journal.path) as connection:
        connection.execute("CREATE TABLE steps (id)")
    connection.close()
    with pytest.raises(BriefsError, match="is damaged"):
        journal.read()


def test_a_state_that_there_is_not_is_damage(journal: Journal) -> None:
    journal.plan(IDS)
    with sqlite3.connect(journal.path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE steps SET state = 'lost'")
    connection.close()
    with pytest.raises(BriefsError, match="is damaged"):
        journal.read()


def test_a_journal_of_a_later_version_is_left_alone(journal: Journal) -> None:
    journal.plan(IDS)
    with sqlite3.connect(journal.path) as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(BriefsError, match="written by a later version"):
        journal.read()


def test_a_journal_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    journal = journal_of(tmp_path)
    journal.plan(IDS)
    entry = journal.read()[1]
    with sqlite3.connect(journal.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.MonkeyPatch.context() as patch:
            connect = sqlite3.connect
            patch.setattr("sqlite3.connect", lambda *given, **named: connect(*given, **{**named, "timeout": 0.01}))
            with pytest.raises(BriefsError, match=r"cannot use .*: database is locked"):
                journal.step(entry, "handing over")
        other.rollback()
    other.close()
    assert journal.read()[1] == entry
    journal.path.unlink()
    with pytest.raises(BriefsError, match="cannot use"):
        journal.step(entry, "handing over")
    assert not journal.path.exists()


def test_a_full_disk_is_one_line(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small(sqlite3.Connection):
        """A database that is not to grow."""

        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
            if statement.startswith("BEGIN"):
                super().execute("PRAGMA max_page_count = 1")
            return super().execute(statement, *values)  # type: ignore[arg-type]

    connect = sqlite3.connect
    journal.plan(IDS)
    monkeypatch.setattr("sqlite3.connect", lambda *given, **named: connect(*given, **named, factory=Small))
    steps = [journal.read()[1]]

    def fill() -> None:
        while True:
            steps.append(journal.step(steps[-1], "planned", 450, "later " * 40))

    with pytest.raises(BriefsError, match=r"cannot use .*: database or disk is full"):
        fill()
    assert journal.read()[1] == steps[-1]


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "gone")
    with pytest.raises(BriefsError, match="cannot write"):
        journal.plan(IDS)


def test_what_servers_said_can_be_forgotten(journal: Journal) -> None:
    journal.plan(IDS)
    journal.step(journal.read()[1], "refused", 550, "Anna Example has left")
    before = journal.read()[1]
    assert b"Anna" in journal.path.read_bytes()
    forget_recipients(journal.path)
    assert b"Anna" not in journal.path.read_bytes()
    after = journal.read()[1]
    assert (after.state, after.code, after.words, after.step) == ("refused", 550, "", before.step)
    assert journal.step(after, "planned").step > after.step
    journal.path.unlink()
    forget_recipients(journal.path)
    assert not journal.path.exists()
