"""`briefs send` rehearses, sends only to the number of recipients that is told, and shows where it stands."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.mailing.delivery import Sent
from briefs.mailing.journal import NAME as JOURNAL
from briefs.mailing.mail_server import MailServer
from briefs.mailing.passwords import VARIABLE
from briefs.model.recipient import Recipient
from briefs.outbox.distribution_folder import read_register
from briefs.output.lock import locked
from briefs.pipeline.distributions import Distributions
from briefs.pipeline.sending import Plan, distributions, sending_alone
from tests.builders import REPOSITORY
from tests.mailing.mail_servers import SLOW, TAKE_AND_DROP, Behaviour, RunningServer, running_server
from tests.mailing.outboxes import journal_of, message_id, recipients, write_distribution
from tests.mailing.test_bounces import report

EDITION = "MIN_1.0_cleared"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def server() -> Iterator[RunningServer]:
    with running_server(Behaviour()) as server:
        yield server


@pytest.fixture
def project(tmp_path: Path, server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose mail server is the one of the test, as the current folder."""
    monkeypatch.delenv(VARIABLE, raising=False)
    for name in ("seeds", "templates"):
        (tmp_path / name).mkdir()
    describe(tmp_path, server)
    write_distribution(tmp_path / "build/distribution" / EDITION, recipients(3))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def describe(project: Path, server: RunningServer, more: str = "") -> None:
    """Write which mail server the project uses."""
    (project / "templates/distribution.yaml").write_text(
        f"mail:\n  sender: Chair <chair@example.org>\n  host: 127.0.0.1\n  port: {server.port}\n"
        f"  security: none\n  per_minute: 6000\n{more}"
    )


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the program: its exit code, and what it prints."""

    def called(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(["send", *arguments])
        except SystemExit as error:
            code = int(error.code or 0)
        return code, *capsys.readouterr()

    return called


def test_without_the_number_it_is_a_rehearsal(project: Path, server: RunningServer, call: Call) -> None:
    code, out, err = call()
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"{EDITION}: 3 messages to be sent"
    assert re.fullmatch(r"   1  Ó RÍORDÁIN  r1@example\.org  +1 KB", lines[2])
    assert lines[-2].startswith(f"127.0.0.1:{server.port}: not encrypted, on this computer, without logging in")
    assert lines[-2].endswith("from chair@example.org")
    assert lines[-1] == "This was a rehearsal: nothing was sent; to send it, add --yes-send 3"
    assert server.behaviour.taken == []
    assert server.behaviour.seen["MAIL"] == 1
    assert not (project / "build/distribution" / EDITION / JOURNAL).exists()


def test_only_the_right_number_sends(server: RunningServer, project: Path, call: Call) -> None:
    code, _, err = call("--yes-send", "44")
    assert (code, server.behaviour.taken) == (1, [])
    assert "nothing was sent: it would go to 3 recipients, not 44 (look who they are" in err
    code, out, err = call("--yes-send", "3")
    assert (code, err) == (0, "")
    assert out.endswith(f"{EDITION}: 3 accepted, 0 refused, 0 undecided, 0 still to be sent\n")
    assert set(server.behaviour.got().values()) == {1}
    code, out, err = call()
    assert (code, err) == (0, "nothing is left to be sent\n")
    assert f"{EDITION}: 0 planned, 3 accepted, 0 refused, 0 undecided" in out
    code, _, err = call("--yes-send", "3")
    assert (code, len(server.behaviour.taken)) == (1, 3)
    assert "it would go to 0 recipients, not 3" in err


def test_what_is_refused_or_undecided_is_listed_and_decided(server: RunningServer, project: Path, call: Call) -> None:
    server.behaviour.faults["r1@example.org"] = ["550 5.1.1 unknown"]
    server.behaviour.faults["message"] = [TAKE_AND_DROP]
    code, out, _ = call("--yes-send", "3")
    assert code == 1
    assert "1 accepted, 1 refused, 1 undecided, 0 still to be sent" in out
    assert "copy 1 refused: 550 5.1.1 unknown" in out
    assert "copy 2 undecided: the server has closed the connection; find out whether it arrived" in out
    code, out, _ = call("--status")
    assert code == 0
    assert out.startswith(f"{EDITION}: 0 planned, 1 accepted, 1 refused, 1 undecided")
    assert "--was-sent 2 or --resend 2" in out
    assert f"copy 2 is undecided: {message_id(2)}" in out
    assert "nothing is left to be sent" in call()[2]
    assert call("--was-sent", "1")[2].startswith(f"error: copy 1 of {EDITION} is not undecided: refused")
    code, out, _ = call("--was-sent", "2")
    assert code == 0
    assert "2 accepted, 1 refused, 0 undecided" in out
    code, out, _ = call("--resend", "1,2", "--yes-send", "2")
    assert code == 0
    assert f"{EDITION}: 2 messages to be sent once more" in out
    got = [content for address, content in server.behaviour.taken if address == "r2@example.org"]
    assert len(got) == 2
    assert got[0] == got[1]
    values = json.loads(call("--status", "--json")[1])["editions"][0]
    assert values["counts"] == {
        "planned": 0, "accepted": 3, "refused": 0, "undecided": 0, "bounced": 0, "without_a_message": 0, "withdrawn": 0,
    }  # fmt: skip
    assert [(one["copy"], one["state"], one["times_accepted"]) for one in values["copies"]] == [
        (1, "accepted", 1), (2, "accepted", 2), (3, "accepted", 1),
    ]  # fmt: skip
    assert "sent 2 times" in call("--status")[1]


def test_copies_and_audiences_are_chosen(server: RunningServer, project: Path, call: Call) -> None:
    other = [Recipient("Amb. A", "ambassadors", email="a@example.org"), *recipients(2)]
    write_distribution(project / "build/distribution/BOTH", [*other, Recipient("Nobody", "ministers")])
    code, _, err = call()
    assert (code, "there are several distributions: BOTH, MIN_1.0_cleared (name the one" in err) == (1, True)
    code, _, err = call("MIN")
    assert code == 2
    assert 'unknown edition "MIN" (did you mean "MIN_1.0_cleared"?); known editions: BOTH, MIN_1.0_cleared' in err
    code, _, err = call("--audience", "ambassador")
    assert code == 2
    assert 'unknown audience "ambassador" (did you mean "ambassadors"?)' in err
    assert call("--audience", "ambassadors", "--yes-send", "1")[0] == 0
    assert list(server.behaviour.got()) == ["a@example.org"]
    assert call("BOTH", "--only", "3", "--yes-send", "1")[0] == 0
    assert call("build/distribution/BOTH", "--only", "2", "--yes-send", "1")[0] == 0
    assert len(server.behaviour.taken) == 3
    assert "BOTH has no copies 7, 8" in call("BOTH", "--only", "7,8")[2]
    assert "copy 4 of BOTH has no message" in call("BOTH", "--only", "4")[2]
    assert "copy 1 of MIN_1.0_cleared has not been sent yet" in call(EDITION, "--resend", "1")[2]
    assert call("--only", "1")[0] == 1
    write_distribution(project / "build/distribution/BOTH", other)
    (project / "build/distribution/BOTH" / JOURNAL).unlink()
    assert call("BOTH", EDITION, "--yes-send", "6")[0] == 0
    assert len(server.behaviour.taken) == 9


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--status", "--yes-send", "3"], "--status and --yes-send exclude each other"),
        (["--was-sent", "1", "--only", "3"], "--was-sent and --only exclude each other"),
        (["--status", "--resend", "3"], "exclude each other"),
        (["--only", "all"], '"all" is not a list of copies'),
        (["--only", "0"], '"0" is not a list of copies'),
        (["--yes-send", "all"], '"all" is not a number of recipients'),
    ],
)
def test_wrong_usage_is_told(project: Path, call: Call, arguments: list[str], said: str) -> None:
    code, _, err = call(*arguments)
    assert code == 2
    assert said in err


def test_without_a_distribution_or_a_server_it_says_what_to_do(project: Path, call: Call) -> None:
    assert "build/elsewhere has nothing to send (make a distribution first" in call("--output", "build/elsewhere")[2]
    (project / "templates/distribution.yaml").write_text("formats: pdf\n")
    assert call()[0] == 1
    (project / "templates/distribution.yaml").unlink()
    code, _, err = call()
    assert code == 1
    assert "error: templates/distribution.yaml does not say which server takes messages" in err
    assert call("--status")[0] == 0


def test_a_password_is_needed_for_a_user(server: RunningServer, project: Path, call: Call) -> None:
    describe(project, server, "  user: chair\n")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        code, _, err = call()
    assert code == 1
    assert "no password for chair at 127.0.0.1" in err or "keyring cannot be read" in err


def test_messages_from_somebody_else_are_told(server: RunningServer, project: Path, call: Call) -> None:
    path = project / "templates/distribution.yaml"
    path.write_text(path.read_text().replace("chair@example.org", "office@example.org"))
    code, out, _ = call()
    assert code == 0
    assert (
        "warning: messages say that they are from chair@example.org, but would be sent from office@example.org" in out
    )


def test_what_the_server_cannot_take_is_seen_in_the_rehearsal(server: RunningServer, project: Path, call: Call) -> None:
    write_distribution(project / "build/distribution" / EDITION, [Recipient("É", "ministers", email="é@example.org")])
    server.behaviour.hides = ("SMTPUTF8",)
    code, out, _ = call()
    assert code == 1
    assert "copy 1 cannot be sent: the server takes no address or header in other than ASCII letters" in out
    values = json.loads(call("--json")[1])
    assert values["server"]["international_addresses"] is False
    assert values["editions"][0]["would_send"] == []
    assert values["editions"][0]["cannot_send"][0]["copy"] == 1


def test_a_rehearsal_can_be_read_by_programs(server: RunningServer, project: Path, call: Call) -> None:
    values = json.loads(call("--json")[1])
    assert values["server"]["port"] == server.port
    assert [one["address"] for one in values["editions"][0]["would_send"]][:1] == ["r1@example.org"]
    sent = json.loads(call("--json", "--yes-send", "3")[1])
    assert sent["editions"][0]["counts"]["accepted"] == 3


def test_a_server_that_fails_in_the_middle_leaves_the_rest_for_later(
    server: RunningServer, project: Path, call: Call
) -> None:
    server.behaviour.faults["MAIL"] = ["", "", "550 5.7.1 not today"]
    code, out, err = call("--yes-send", "3")
    assert code == 1
    assert "1 accepted, 0 refused, 0 undecided, 2 still to be sent" in out
    assert "takes no messages from chair@example.org: 550 5.7.1 not today" in err
    assert call("--yes-send", "2")[0] == 0
    assert set(server.behaviour.got().values()) == {1}


def test_a_damaged_journal_is_never_made_anew(server: RunningServer, project: Path, call: Call) -> None:
    journal = project / "build/distribution" / EDITION / JOURNAL
    journal.write_bytes(b"")
    for arguments in ([], ["--yes-send", "3"], ["--status"]):
        code, _, err = call(*arguments)
        assert code == 1
        assert f"error: build/distribution/{EDITION}/{JOURNAL} is damaged" in err
    assert journal.read_bytes() == b""
    journal.unlink()
    other = journal_of(journal.parent)
    other.plan({1: "<other@briefs>"})
    assert call("--status")[0] == 0  # it was not sent, and has been replaced
    other.step(other.read()[1], "refused", 550)
    assert "is that of another distribution" in call("--status")[2]
    assert server.behaviour.taken == []


def test_whoever_sends_at_the_same_time_is_refused(server: RunningServer, project: Path, call: Call) -> None:
    place = Distributions(Path("build"), Path("build/distribution"))
    (one,) = distributions(place, ())
    with sending_alone(place, one):
        code, _, err = call("--yes-send", "3")
        assert (code, err) == (1, f"error: {EDITION} is being sent already (wait until the other command ends)\n")
        assert call("--status")[0] == 0
    assert server.behaviour.taken == []
    assert call("--yes-send", "3")[0] == 0


@pytest.mark.slow
def test_two_at_once_are_one_too_many(server: RunningServer, project: Path, call: Call) -> None:
    server.behaviour.faults["RCPT"] = [SLOW]
    server.behaviour.slowness = 2
    command = [sys.executable, "-m", "briefs", "send", "--yes-send", "3"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as first:
        while server.behaviour.seen["RCPT"] == 0:
            assert first.poll() is None
        code, _, err = call("--yes-send", "3")
        out, _ = first.communicate()
    assert code == 1
    assert f"error: {EDITION} is being sent already (wait until the other command ends)\n" in err
    assert "3 accepted" in out
    assert set(server.behaviour.got().values()) == {1}


def test_an_interruption_is_one_line(project: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(plan: Plan, server: MailServer, tell: Callable[[Sent], None], **_: object) -> None:
        tell(Sent(1, "accepted", 250))
        tell(Sent(2, "handing over"))
        raise KeyboardInterrupt

    monkeypatch.setattr("briefs.pipeline.sending.send", interrupted)
    code, _, err = call("--yes-send", "3")
    assert code == 130
    assert err == (
        "interrupted; 1 of 3 messages were accepted, 1 undecided; briefs send sends the rest, and briefs send --status "
        "shows where it stands\n"
    )


@pytest.mark.slow
def test_an_interruption_says_where_it_stands(server: RunningServer, project: Path) -> None:
    server.behaviour.faults["message"] = ["", SLOW]
    server.behaviour.slowness = 0.5
    command = [sys.executable, "-m", "briefs", "send", "--yes-send", "3"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    arrived: list[int] = []
    server.behaviour.at_message = lambda: arrived.append(1)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # else what is run in the background ignores it
    try:
        with subprocess.Popen(command, env=environment, text=True, **streams) as process:  # type: ignore[call-overload]
            while len(arrived) < 2:
                assert process.poll() is None
            process.send_signal(signal.SIGINT)
            _, err = process.communicate()
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.returncode == 130
    assert err == (
        "interrupted; 2 of 3 messages were accepted; briefs send sends the rest, and briefs send --status shows where "
        "it stands\n"
    )
    assert len(server.behaviour.taken) == 2


@pytest.mark.parametrize(
    ("typed", "count"),
    [("3\n", 3), *(pytest.param(typed, 0, marks=pytest.mark.slow) for typed in ("2\n", "\n", "\x04"))],
)
def test_on_a_terminal_the_number_is_typed(server: RunningServer, project: Path, typed: str, count: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm", "NO_COLOR": "1"}
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "briefs", "send"]
    with subprocess.Popen(
        command, env=environment, stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True
    ) as process:
        os.close(terminal)
        said = ""
        while "\n> " not in said:
            said += os.read(controller, 4096).decode()
        assert "type their number; to leave it, press Enter" in said
        os.write(controller, typed.encode())
        try:
            while more := os.read(controller, 4096):
                said += more.decode()
        except OSError:  # the terminal has been closed
            pass
    os.close(controller)
    assert process.returncode == 0
    assert len(server.behaviour.taken) == count
    assert ("3 accepted" if count else "nothing was sent") in said


def test_what_came_back_is_kept_in_the_register(project: Path, call: Call) -> None:
    (project / "back").mkdir()
    for index, text in enumerate((report(), report(action="delayed"), report(number=99), report(action=""))):
        (project / f"back/{index}.eml").write_text(text)
    code, out, err = call("--bounces", "back")
    assert (code, err) == (0, "")
    words = "550 5.1.1 …: Recipient address rejected: User unknown"
    assert out.splitlines() == [
        "1 came back; 1 other message",
        f"{EDITION}: copy 2: {words}",
        f"back/2.eml: of no copy that is known: {words}",
        "back/3.eml: cannot be read, skipped",
    ]
    register = read_register(project / "build/distribution" / EDITION)
    assert register is not None
    assert words in (project / "build/distribution" / EDITION / "register.csv").read_text()
    assert [one.bounced for one in register.copies] == ["", words, ""]
    assert call("--bounces", "back")[1] == out
    assert f"came back: {words}" in call("--status")[1]
    values = json.loads(call("--bounces", "back", "--json")[1])
    assert values["bounced"] == [{"edition": EDITION, "copy": 2, "words": words}]
    assert (values["others"], values["broken"]) == (1, ["back/3.eml"])
    assert "is no folder of messages" in call("--bounces", "nowhere")[2]


def test_journal_and_register_are_written_under_the_lock_of_the_build(
    server: RunningServer, project: Path, call: Call
) -> None:
    def busy() -> None:
        raise AssertionError("nobody else has the lock")

    def look() -> None:
        with locked(project / "build", busy):
            pass

    server.behaviour.at_message = look  # nothing holds the lock while a message is handed over
    assert call("--yes-send", "3")[0] == 0
    assert len(server.behaviour.taken) == 3
    assert message_id(1).encode() in server.behaviour.taken[0][1]
