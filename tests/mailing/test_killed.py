"""Killed at any point and started again: nobody gets a message twice, and nobody is left out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.mailing.delivery import Timing, deliver
from briefs.mailing.journal import Journal
from briefs.mailing.mail_server import MailServer
from briefs.mailing.outgoing import outgoing
from briefs.mailing.pacing import Clock
from briefs.mailing.smtp_session import Session, Timeouts
from briefs.model.register import Register
from tests.builders import REPOSITORY
from tests.mailing.mail_servers import Behaviour, FakeTime, running_server
from tests.mailing.outboxes import journal_of, recipients, write_distribution

COUNT = 2


class Killed(BaseException):
    """The end of the program, which nothing in it can do anything about."""


class Life:
    """Ends at the `last` of the points that are passed."""

    def __init__(self, last: int) -> None:
        self.last, self.passed, self.ended_at = last, 0, ""

    def point(self, name: str) -> None:
        """A point at which the program may be killed. After that, it does nothing any more."""
        self.passed += 1
        if self.passed >= self.last:
            self.ended_at = self.ended_at or name
            raise Killed(name)


def mortal(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let life end before and after everything that is written into the journal or said to the server."""
    for owner, names in ((Journal, ("plan", "step")), (Session, ("_write", "_answer", "_early_answer"))):
        for name in names:
            monkeypatch.setattr(owner, name, _between(life, getattr(owner, name), name))


def _between(life: Life, function: Callable[..., object], name: str) -> Callable[..., object]:
    def called(*arguments: object, **named: object) -> object:
        life.point(f"before {name}")
        result = function(*arguments, **named)
        life.point(f"after {name}")
        return result

    return called


def send(folder: Path, register: Register, server: MailServer) -> None:
    """Send what has not been sent."""
    journal = journal_of(folder)
    entries = journal.read()
    messages = outgoing(folder, register)
    journal.plan({one.copy: one.message.id for one in messages if one.copy not in entries})
    entries = journal.read()
    planned = [one for one in messages if entries[one.copy].state == "planned"]
    time = FakeTime()
    deliver(server, "", planned, journal, lambda one: None, Timing(Timeouts(5, 5), Clock(time.now, time.wait), (1,)))


def test_whenever_it_is_killed_each_gets_it_once_or_is_listed(tmp_path: Path) -> None:
    undecided_after = set()
    last = 0
    while True:
        last += 1
        folder, behaviour, life = tmp_path / str(last), Behaviour(), Life(last)
        register = write_distribution(folder, recipients(COUNT))
        with running_server(behaviour) as server:
            with pytest.MonkeyPatch.context() as monkeypatch:
                mortal(life, monkeypatch)
                try:
                    send(folder, register, server.settings())
                except Killed:
                    pass
                else:
                    break
            send(folder, register, server.settings())
        states = {copy: entry.state for copy, entry in journal_of(folder).read().items()}
        got = behaviour.got()
        for copy in range(1, COUNT + 1):
            assert states[copy] in ("accepted", "handing over")
            if states[copy] == "accepted":
                assert got[f"r{copy}@example.org"] == 1, life.ended_at
            else:
                assert got[f"r{copy}@example.org"] <= 1, life.ended_at
                undecided_after.add(life.ended_at)
    assert last > 20 * COUNT
    assert set(behaviour.got().values()) == {1}
    assert undecided_after == {
        "after step",
        "before _early_answer",
        "after _early_answer",
        "before _answer",
        "after _answer",
        "before step",
    }


SCRIPT = """
import os, signal, sys
from pathlib import Path
from briefs.mailing import journal as journals
from briefs.mailing.mail_server import MailServer
from briefs.outbox.distribution_folder import read_register
from tests.mailing import test_killed

folder, port, at, count = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
seen = 0

def kill(*_):
    global seen
    seen += 1
    if seen == count:
        os.kill(os.getpid(), signal.SIGKILL)

class Connection(journals.sqlite3.Connection):
    def execute(self, statement, *values):
        if at == "commit" and statement == "COMMIT":
            kill()
        result = super().execute(statement, *values)
        if at == "committed" and statement == "COMMIT":
            kill()
        return result

connect = journals.sqlite3.connect
journals.sqlite3.connect = lambda *a, **k: connect(*a, **{**k, "factory": Connection})
test_killed.send(folder, read_register(folder), MailServer("127.0.0.1", port, "chair@example.org", "none"))
"""


@pytest.mark.parametrize(
    ("at", "count", "taken", "undecided"),
    [
        pytest.param("commit", 4, 1, 0, marks=pytest.mark.slow),
        ("committed", 4, 1, 1),
        pytest.param("commit", 5, 2, 1, marks=pytest.mark.slow),
    ],
)
def test_a_process_that_is_killed_leaves_a_journal_from_which_the_next_goes_on(
    tmp_path: Path, at: str, count: int, taken: int, undecided: int
) -> None:
    folder, behaviour = tmp_path / "edition", Behaviour()
    register = write_distribution(folder, recipients(COUNT))
    with running_server(behaviour) as server:
        port = str(server.settings().port)
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder), port, at, str(count)],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            check=False,
        )
        assert done.returncode == -signal.SIGKILL
        assert len(behaviour.taken) == taken
        send(folder, register, server.settings())
    states = [entry.state for entry in journal_of(folder).read().values()]
    assert states.count("handing over") == undecided
    assert states.count("accepted") == COUNT - undecided
    assert max(behaviour.got().values()) == 1
