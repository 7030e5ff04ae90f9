"""Whatever the server does, nobody gets a message twice, and nobody is left out unless a person is told."""

from __future__ import annotations

import re
import signal
import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from briefs.mailing.delivery import RECONNECTIONS, Sent, Timing, deliver, server_limits
from briefs.mailing.journal import Journal
from briefs.mailing.mail_server import MailServer
from briefs.mailing.outgoing import Outgoing, outgoing
from briefs.mailing.pacing import Clock
from briefs.mailing.smtp_session import Timeouts
from briefs.model.diagnostics import BriefsError
from briefs.model.recipient import Recipient
from tests.mailing.mail_servers import (
    DROP,
    DROP_IN_MESSAGE,
    SLOW,
    TAKE_AND_DROP,
    Behaviour,
    Certificates,
    FakeTime,
    running_server,
)
from tests.mailing.outboxes import journal_of, message_id, recipients, write_distribution


@dataclass
class Run:
    """A distribution, the server that it is sent to, and what is told of it."""

    folder: Path
    behaviour: Behaviour = field(default_factory=Behaviour)
    said: list[Sent] = field(default_factory=list)
    time: FakeTime = field(default_factory=FakeTime)
    timeouts: Timeouts = field(default_factory=lambda: Timeouts(5, 5))

    def timing(self) -> Timing:
        return Timing(self.timeouts, Clock(self.time.now, self.time.wait), (15, 60))

    def journal(self) -> Journal:
        return journal_of(self.folder)

    def states(self) -> dict[int, str]:
        return {copy: entry.state for copy, entry in self.journal().read().items()}

    def messages(self, register: Any) -> tuple[Outgoing, ...]:
        return outgoing(self.folder, register)

    def send(
        self, server: MailServer, given: Sequence[Recipient], text: str = "", journal: Journal | None = None
    ) -> None:
        """Send what has not been sent, as the command does."""
        register = write_distribution(self.folder, given, text=text)
        journal = journal or self.journal()
        entries = journal.read()
        waiting = [one for one in outgoing(self.folder, register) if entries.get(one.copy) is None]
        journal.plan({one.copy: one.message.id for one in waiting})
        entries = journal.read()
        planned = [one for one in outgoing(self.folder, register) if entries[one.copy].state == "planned"]
        deliver(server, "", planned, journal, self.said.append, self.timing())


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "edition")


def finals(run: Run) -> dict[int, Sent]:
    return {one.copy: one for one in run.said if not one.again}


def test_everybody_gets_the_message_in_the_outbox_once(run: Run) -> None:
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(5))
    assert run.behaviour.got() == {f"r{number}@example.org": 1 for number in range(1, 6)}
    assert run.states() == dict.fromkeys(range(1, 6), "accepted")
    assert finals(run)[2] == Sent(2, "accepted", 250, "2.0.0 queued")
    for number, (_, content) in enumerate(run.behaviour.taken, 1):
        file = (run.folder / f"outbox/{number:04}.eml").read_bytes()
        assert content == file.replace(b"X-Unsent: 1\r\n", b"")
        assert message_id(number).encode() in content
        assert b"\r\n.\r\n.. is what" in content  # lines that begin with dots stay


def test_several_connections_share_the_messages(run: Run) -> None:
    with running_server(run.behaviour) as server:
        run.send(server.settings(connections=3), recipients(20))
    assert set(run.behaviour.got().values()) == {1}
    assert set(run.states().values()) == {"accepted"}


def test_a_server_that_takes_fewer_connections_is_sent_to_on_those(run: Run) -> None:
    run.behaviour.most_connections = 1
    with running_server(run.behaviour) as server:
        run.send(server.settings(connections=4), recipients(12))
    assert set(run.behaviour.got().values()) == {1}
    assert set(run.states().values()) == {"accepted"}


def test_what_the_server_refuses_is_listed_and_does_not_stop_the_rest(run: Run) -> None:
    run.behaviour.faults["r2@example.org"] = ["550 5.1.1 <r2@example.org>: unknown user"]
    run.behaviour.faults["message"] = ["552 5.3.4 too large"]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(4))
    assert run.states() == {1: "refused", 2: "refused", 3: "accepted", 4: "accepted"}
    assert finals(run)[1] == Sent(1, "refused", 552, "5.3.4 too large")
    assert finals(run)[2] == Sent(2, "refused", 550, "5.1.1 …: unknown user")
    assert b"r2@example.org" not in run.journal().path.read_bytes()


def test_what_is_too_large_by_the_limit_of_the_server_is_refused_by_the_server(run: Run) -> None:
    with running_server(run.behaviour, data_size_limit=20_000) as server:
        run.send(server.settings(), recipients(1))
        run.send(
            server.settings(), [*recipients(1), Recipient("big", "ministers", email="big@example.org")], "x" * 30_000
        )
    assert run.states() == {1: "accepted", 2: "planned"}
    assert re.fullmatch(r"30,\d+ bytes are too large: the server takes 20,000", finals(run)[2].words)


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "DATA", "message"])
def test_what_is_put_off_is_handed_over_again_later(run: Run, at: str) -> None:
    run.behaviour.faults[at] = ["450 4.2.0 greylisted", "452 4.3.1 full"]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(2))
    assert set(run.behaviour.got().values()) == {1}
    assert run.states() == {1: "accepted", 2: "accepted"}
    assert [one.code for one in run.said if one.again] == [450, 452]
    assert run.time.time >= 15


def test_what_is_put_off_too_often_stays_to_be_sent(run: Run) -> None:
    run.behaviour.faults["r1@example.org"] = ["451 4.7.1 later"] * 3
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(2))
        assert run.states() == {1: "planned", 2: "accepted"}
        assert finals(run)[1] == Sent(1, "planned", 451, "4.7.1 later")
        assert run.time.time == pytest.approx(75)
        run.send(server.settings(), recipients(2))
    assert run.behaviour.got() == {"r1@example.org": 1, "r2@example.org": 1}


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "DATA", "message"])
@pytest.mark.parametrize("fault", ["421 4.3.2 closing", DROP])
def test_a_connection_that_ends_before_the_message_is_taken_costs_nobody_anything(
    run: Run, at: str, fault: str
) -> None:
    text = ""
    if (at, fault) == ("message", DROP):
        at, fault, text = "DATA", DROP_IN_MESSAGE, f"{'x' * 70}\n" * 45_000
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(1))
        run.behaviour.faults[at] = [fault]
        run.send(server.settings(), recipients(2), text)
        run.send(server.settings(), recipients(3))
    assert set(run.behaviour.got().values()) == {1}
    assert run.states() == dict.fromkeys((1, 2, 3), "accepted")


def test_a_server_that_takes_a_few_messages_on_each_connection_is_followed(run: Run) -> None:
    run.behaviour.faults["MAIL"] = ["", "", "421 4.7.0 too many messages", "", "", DROP, "", ""]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(5))
    assert set(run.behaviour.got().values()) == {1}
    assert run.time.waits == []
    assert [one for one in run.said if one.again] == []


@pytest.mark.parametrize("fault", [TAKE_AND_DROP, SLOW, "354 what?", "199 hm"])
def test_a_message_without_an_answer_to_its_last_dot_is_for_a_person_to_decide(run: Run, fault: str) -> None:
    run.timeouts = Timeouts(5, 0.1)
    run.behaviour.faults["message"] = ["", fault]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(3))
        assert run.states() == {1: "accepted", 2: "handing over", 3: "accepted"}
        assert finals(run)[2].state == "handing over"
        run.send(server.settings(), recipients(3))
    assert run.behaviour.got()["r2@example.org"] <= 1
    assert run.states()[2] == "handing over"


def test_a_slow_server_is_left_and_nothing_is_sent_twice(run: Run) -> None:
    run.timeouts = Timeouts(0.08, 5)
    run.behaviour.faults["RCPT"] = [SLOW]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(2))
    assert run.behaviour.got() == {"r1@example.org": 1, "r2@example.org": 1}
    assert run.said[0] == Sent(1, "planned", 0, "the server does not answer in time", again=True)


def test_a_server_that_is_gone_ends_it_and_the_rest_is_sent_later(run: Run) -> None:
    with running_server(run.behaviour) as server:
        settings = server.settings()
        run.send(settings, recipients(1))
    with pytest.raises(BriefsError, match="cannot be reached: Connection refused") as raised:
        run.send(settings, recipients(3))
    assert "nobody gets a message twice" in raised.value.hint
    assert run.states() == {1: "accepted", 2: "planned", 3: "planned"}
    assert len(run.time.waits) >= RECONNECTIONS - 1
    with running_server(run.behaviour) as server:
        run.send(server.settings(), recipients(3))
    assert set(run.behaviour.got().values()) == {1}


def test_a_sender_that_the_server_does_not_take_ends_it_without_blaming_recipients(run: Run) -> None:
    run.behaviour.faults["MAIL"] = ["", "553 5.7.1 not yours"]
    with (
        running_server(run.behaviour) as server,
        pytest.raises(BriefsError, match=r"takes no messages from chair@example\.org: 553 5\.7\.1 not yours"),
    ):
        run.send(server.settings(), recipients(3))
    assert run.states() == {1: "accepted", 2: "planned", 3: "planned"}


def test_no_more_messages_are_sent_in_a_minute_than_agreed(run: Run) -> None:
    with running_server(run.behaviour) as server:
        run.send(server.settings(per_minute=6), recipients(4))
    assert run.time.time == pytest.approx(30, abs=0.01)


def test_international_addresses_need_a_server_that_takes_them(run: Run) -> None:
    given = [
        Recipient("A", "ministers", email="josé@example.org"),
        Recipient("B", "ministers", email="jose@bücher.example.org"),
        Recipient("C", "ministers", email="jose@example.org"),
    ]
    with running_server(run.behaviour) as server:
        run.send(server.settings(), given)
    assert [address for address, _ in run.behaviour.taken] == [
        "josé@example.org",
        "jose@xn--bcher-kva.example.org",
        "jose@example.org",
    ]
    other = Run(run.folder.with_name("other"), Behaviour(hides=("SMTPUTF8",)))
    with running_server(other.behaviour) as server:
        other.send(server.settings(), given)
    assert other.states() == {1: "planned", 2: "accepted", 3: "accepted"}
    assert "SMTPUTF8" in finals(other)[1].words


def test_a_message_that_was_changed_stops_it(run: Run) -> None:
    register = write_distribution(run.folder, recipients(2))
    (run.folder / "outbox/0002.eml").write_bytes(b"To: others\r\n\r\n")
    journal = run.journal()
    journal.plan({1: message_id(1), 2: message_id(2)})
    with (
        running_server(run.behaviour) as server,
        pytest.raises(BriefsError, match=r"0002\.eml is not the message that the register lists"),
    ):
        deliver(server.settings(), "", outgoing(run.folder, register), journal, run.said.append, run.timing())
    assert run.states() == {1: "accepted", 2: "planned"}


def test_a_journal_that_cannot_be_written_stops_it_before_the_message_is_delivered(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise BriefsError("no space left on device")

    register = write_distribution(run.folder, recipients(2))
    journal = run.journal()
    journal.plan({1: message_id(1), 2: message_id(2)})
    monkeypatch.setattr(journal, "step", full)
    with running_server(run.behaviour) as server, pytest.raises(BriefsError, match="no space"):
        deliver(server.settings(), "", outgoing(run.folder, register), journal, run.said.append, run.timing())
    assert run.behaviour.taken == []
    assert run.states() == {1: "planned", 2: "planned"}


def test_an_interruption_waits_for_the_answer(run: Run) -> None:
    register = write_distribution(run.folder, recipients(3))
    journal = run.journal()
    journal.plan({copy: message_id(copy) for copy in (1, 2, 3)})
    told = []
    run.behaviour.faults["message"] = ["", SLOW]
    run.behaviour.slowness = 0.1
    arrived = threading.Semaphore(0)
    run.behaviour.at_message = arrived.release

    def interrupt(sent: Sent) -> None:
        run.said.append(sent)
        if sent.copy == 1:
            assert arrived.acquire(timeout=5)  # the first message
            assert arrived.acquire(timeout=5)  # the second one is on its way
            raise KeyboardInterrupt

    with running_server(run.behaviour) as server:
        with pytest.raises(KeyboardInterrupt):
            deliver(
                server.settings(), "", outgoing(run.folder, register), journal, interrupt, run.timing(),
                lambda: told.append("stopping"),
            )  # fmt: skip
        assert run.states() == {1: "accepted", 2: "accepted", 3: "planned"}
        assert told == ["stopping"]
        run.send(server.settings(), recipients(3))
    assert set(run.behaviour.got().values()) == {1}


def test_a_second_interruption_does_not_wait(run: Run) -> None:
    register = write_distribution(run.folder, recipients(1))
    journal = run.journal()
    journal.plan({1: message_id(1)})
    run.behaviour.faults["message"] = [SLOW]
    run.behaviour.slowness = 30

    def interrupt() -> None:
        main = threading.main_thread().ident
        assert main is not None
        timer = threading.Timer(0.1, signal.pthread_kill, (main, signal.SIGINT))
        timer.daemon = True
        timer.start()

    run.behaviour.at_message = interrupt
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with running_server(run.behaviour) as server, pytest.raises(KeyboardInterrupt):
            deliver(
                server.settings(), "", outgoing(run.folder, register), journal, run.said.append, run.timing(), interrupt
            )
    finally:
        signal.signal(signal.SIGINT, before)
    assert run.states() == {1: "handing over"}


@pytest.mark.parametrize("is_tls", [False, True])
def test_messages_go_out_encrypted(
    run: Run, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, is_tls: bool
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.root))
    run.behaviour.faults["DATA"] = ["", DROP_IN_MESSAGE, "451 4.3.0 later"]
    text = f"{'x' * 70}\n" * 5_000
    with running_server(run.behaviour, certificates.server("localhost"), is_tls, require_starttls=not is_tls) as server:
        settings = server.settings(host="localhost", security="tls" if is_tls else "starttls")
        run.send(settings, recipients(3), text)
        run.send(settings, recipients(3), text)
    assert run.states()[1] == run.states()[3] == "accepted"
    assert run.behaviour.got()["r2@example.org"] == (run.states()[2] == "accepted")
    assert run.behaviour.taken[0][1] == (run.folder / "outbox/0001.eml").read_bytes().replace(b"X-Unsent: 1\r\n", b"")


def test_limits_are_asked_for_without_sending_anything(run: Run, certificates: Certificates, monkeypatch: Any) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.root))
    run.behaviour.users["chair"] = "pässword"
    with running_server(run.behaviour, certificates.server("localhost"), data_size_limit=1234567) as server:
        limits = server_limits(
            server.settings(host="localhost", security="starttls", user="chair"), "pässword", run.timing()
        )
    assert (limits.size, limits.takes_8bit, limits.takes_utf8) == (1234567, True, True)
    assert limits.tls.startswith("TLSv1.")
    assert run.behaviour.taken == []
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = MailServer("127.0.0.1", free.getsockname()[1], "a@example.org", "none")
        with pytest.raises(BriefsError, match="cannot be reached"):
            server_limits(closed, "", run.timing())
