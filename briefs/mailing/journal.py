"""The journal of sending: what became of each message, written before and after each step that cannot be undone.

It is a file of SQLite with one row for each step, and no row is ever changed. A message goes from *planned* to *handing
over* (all but its final dot has been written) and from there to *accepted* or *refused*, or back to *planned* if the
server put it off. A message that was left at *handing over* is undecided: perhaps the server has it. The journal knows
messages by number of copy and Message-ID, which is a hash; it holds no names and no addresses, also not in what
servers said.

Nothing is kept open between steps: a build may replace the folder by another one that holds the same file.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from briefs.model.diagnostics import BriefsError

NAME = "journal.sqlite"
APPLICATION = 0x62726A6C
VERSION = 1
SYNCHRONOUS = "FULL"
"""A step that has been written outlasts a power cut."""

State: TypeAlias = Literal["planned", "handing over", "accepted", "refused"]

_TABLE = """CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    copy INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'handing over', 'accepted', 'refused')),
    code INTEGER NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL
)"""

Locking: TypeAlias = Callable[[], AbstractContextManager[None]]
"""What keeps others from replacing the folder as long as a step is written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a message stands: the last step, the server's code (0: none) and words at it, and its time (UTC).

    `handed_over` and `accepted` count how often it was. `step` is the number of the last step.
    """

    copy: int
    message_id: str
    state: State
    code: int
    words: str
    at: str
    handed_over: int
    accepted: int
    step: int

    @property
    def may_be_there(self) -> bool:
        """Whether the recipient has the message, may have it, or was refused it: it is not to be changed any more."""
        return self.state != "planned" or self.accepted > 0

    @property
    def is_held(self) -> bool:
        """Whether the recipient has the message or may have it; one that was refused is with nobody."""
        return self.state in ("accepted", "handing over") or self.accepted > 0


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


class Journal:
    """The journal at `path`; each step is written under the lock that `locking` takes."""

    def __init__(self, path: Path, locking: Locking, now: Callable[[], str] = _now) -> None:
        self.path, self._locking, self._now = path, locking, now
        self._one = threading.Lock()

    def read(self) -> dict[int, Entry]:
        """Where each message stands, by the number of its copy; nothing if nothing has ever been planned.

        Raises BriefsError if the journal is damaged or cannot be read.
        """
        with self._one, self._locking():
            if not os.path.lexists(self.path):
                return {}
            with _opened(self.path) as connection:
                _check(connection, self.path)
                return _entries(connection)

    def plan(self, messages: Mapping[int, str]) -> None:
        """Note that these messages, by copy, are to be sent (again, if they have been). Makes the journal if need be.

        All are noted or none.
        """
        rows = [(copy, message_id, "planned", 0, "", self._now()) for copy, message_id in sorted(messages.items())]
        if not rows:
            return
        with self._one, self._locking():
            if not os.path.lexists(self.path):
                _create(self.path)
            with _opened(self.path) as connection, _transaction(connection):
                connection.executemany(_INSERT, rows)

    def step(
        self, before: Entry, state: State, code: int = 0, words: str = "", check: Callable[[], object] = lambda: None
    ) -> Entry:
        """Write the step of a message to `state`; returns where it stands now. `before` is where it stood.

        Raises BriefsError if that is no longer so, since somebody else sends too, or if it cannot be written; and
        whatever `check` raises, which is called under the lock.
        """
        with self._one, self._locking(), _opened(self.path) as connection, _transaction(connection):
            check()
            (last,) = connection.execute("SELECT max(id) FROM steps WHERE copy = ?", (before.copy,)).fetchone()
            if last != before.step:
                raise BriefsError(f"copy {before.copy} is being sent by somebody else too", "let only one of them run")
            row = (before.copy, before.message_id, state, code, words, self._now())
            connection.execute(_INSERT, row)
            return _entries(connection, before.copy)[before.copy]


_INSERT = "INSERT INTO steps (copy, message_id, state, code, words, at) VALUES (?, ?, ?, ?, ?, ?)"


def forget_recipients(path: Path) -> None:
    """Remove what servers said from the journal at `path`, if there is one. Copies, Message-IDs and states stay.

    Whoever calls holds the lock on the folder. Raises BriefsError if the journal is damaged or cannot be written.
    """
    if not os.path.lexists(path):
        return
    with _opened(path) as connection:
        _check(connection, path)
        with _transaction(connection):
            connection.execute("UPDATE steps SET words = '' WHERE words <> ''")
        connection.execute("VACUUM")


def _entries(connection: sqlite3.Connection, copy: int | None = None) -> dict[int, Entry]:
    """Where messages stand: that of one copy, or all."""
    which, values = ("WHERE copy = ?", (copy,)) if copy is not None else ("", ())
    rows = connection.execute(
        "SELECT copy, message_id, state, code, words, at, handed_over, accepted, id FROM steps JOIN ("
        "SELECT max(id) AS last, sum(state = 'handing over') AS handed_over, sum(state = 'accepted') AS accepted "
        f"FROM steps {which} GROUP BY copy) ON id = last ORDER BY copy",
        values,
    )
    return {row[0]: Entry(*row) for row in rows}


def _create(path: Path) -> None:
    """Make an empty journal in one step, so that one that is there is never half-made."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    os.close(number)
    new = Path(name)
    try:
        with _opened(new) as connection:
            connection.execute(_TABLE)
            connection.execute("CREATE INDEX steps_of_copies ON steps (copy)")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        new.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        new.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Make sure that a new name in `folder` outlasts a power cut, where the system can."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the file at `path`, which must be there, for this `with` block."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=30)
        ) as connection:
            for setting in ("journal_mode = DELETE", f"synchronous = {SYNCHRONOUS}", "secure_delete = ON"):
                connection.execute(f"PRAGMA {setting}")
            yield connection
    except sqlite3.OperationalError as error:
        raise BriefsError(
            f"cannot use {path}: {error}", "what was sent before is noted there; mend this first"
        ) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path) from error


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written in this `with` block, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise BriefsError unless this is a whole journal of a version that we know."""
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    if application == APPLICATION and version > VERSION:
        raise BriefsError(f"{path} was written by a later version of the program", "send with that version")
    if application != APPLICATION or version != VERSION:
        raise _damaged(path)
    ((pages,),), ((size,),) = (connection.execute(f"PRAGMA {name}") for name in ("page_count", "page_size"))
    if path.stat().st_size != pages * size:  # a part of the last page may be missing without any other sign of it
        raise _damaged(path)
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise _damaged(path)
    for (state,) in connection.execute("SELECT DISTINCT state FROM steps"):
        if state not in get_args(State):
            raise _damaged(path)


def _unwritable(path: Path, error: OSError) -> BriefsError:
    return BriefsError(f"cannot write {path}: {error.strerror}", "without it nothing is sent")


def _damaged(path: Path) -> BriefsError:
    return BriefsError(
        f"{path} is damaged, so it is not known who has been sent a copy; nothing was sent",
        "put back a copy of this file from a backup made after the last sending; if there is none, find out from the "
        "mail server who has been sent one before you move the file away",
    )
