"""No password and no message is told a server that has not proved who it is."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from briefs.mailing.mail_server import MailServer
from briefs.mailing.smtp_opening import open_session
from briefs.mailing.smtp_session import Lost, Timeouts
from briefs.model.diagnostics import BriefsError
from tests.mailing.mail_servers import Behaviour, Certificates, running_server

TIMEOUTS = Timeouts(5, 5)


def opened(server: MailServer, password: str = "") -> str:
    """The version of TLS of a connection that is opened and closed."""
    session = open_session(server, password, TIMEOUTS)
    session.close()
    return session.limits.tls


@pytest.fixture
def trusted(certificates: Certificates, monkeypatch: pytest.MonkeyPatch) -> Certificates:
    """The authority of the tests is one that this computer trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.root))
    return certificates


@pytest.mark.parametrize("is_tls", [False, True])
def test_a_server_with_a_trusted_certificate_is_logged_in_to(trusted: Certificates, is_tls: bool) -> None:
    behaviour = Behaviour(users={"chair": "secret", "böss": "gehëim"})
    with running_server(behaviour, trusted.server("localhost"), is_tls) as server:
        settings = {"host": "localhost", "security": "tls" if is_tls else "starttls"}
        assert opened(server.settings(user="chair", **settings), "secret").startswith("TLSv1.")
        assert opened(server.settings(user="böss", **settings), "gehëim").startswith("TLSv1.")
        with pytest.raises(BriefsError, match=r"does not let us log in as chair: 535 5\.7\.8") as raised:
            opened(server.settings(user="chair", **settings), "wrong")
    assert "check the password" in raised.value.hint
    assert "wrong" not in str(raised.value) + raised.value.hint


@pytest.mark.parametrize("is_tls", [False, True])
@pytest.mark.parametrize(
    ("name", "days", "is_trusted", "said"),
    [
        ("elsewhere.example.org", 2, True, "does not prove that it is localhost: Hostname mismatch"),
        ("localhost", -1, True, "does not prove that it is localhost: certificate has expired"),
        ("localhost", 2, False, "does not prove that it is localhost: unable to get local issuer certificate"),
    ],
)
def test_a_wrong_certificate_ends_it(
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    days: int,
    is_trusted: bool,
    said: str,
    is_tls: bool,
) -> None:
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates.root))
    else:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    behaviour = Behaviour(users={"chair": "secret"})
    with running_server(behaviour, certificates.server(name, days=days), is_tls) as server:
        settings = server.settings(host="localhost", user="chair", security="tls" if is_tls else "starttls")
        with pytest.raises(BriefsError, match=said) as raised:
            opened(settings, "secret")
    assert raised.value.hint.startswith("nothing was sent to it")
    assert behaviour.seen["passwords"] == 0


def test_a_server_without_starttls_is_told_nothing(trusted: Certificates) -> None:
    behaviour = Behaviour(users={"chair": "secret"})
    with (
        running_server(behaviour, auth_require_tls=False) as server,
        pytest.raises(BriefsError, match=r"offers no protection \(STARTTLS\), and nothing was sent to it"),
    ):
        opened(server.settings(user="chair", security="starttls"), "secret")
    assert behaviour.seen["passwords"] == 0


def test_a_server_that_speaks_no_tls_at_all_is_told_nothing(trusted: Certificates) -> None:
    with running_server() as server, pytest.raises(BriefsError, match="could not be reached with TLS") as raised:
        opened(server.settings(security="tls"))
    assert "`port` and `security`" in raised.value.hint


def test_only_this_computer_is_sent_to_without_protection() -> None:
    with pytest.raises(BriefsError, match=r"mail\.example\.org:25 without protection"):
        opened(MailServer("mail.example.org", 25, "chair@example.org", "none"))
    with running_server() as server:
        assert opened(server.settings()) == ""


def test_a_server_that_lets_nobody_log_in_is_told(trusted: Certificates) -> None:
    with running_server(Behaviour(hides=("AUTH",), users={"chair": "secret"}), trusted.server("localhost")) as server:
        settings = server.settings(host="localhost", security="starttls", user="chair")
        with pytest.raises(BriefsError, match="lets nobody log in"):
            opened(settings, "secret")
        with pytest.raises(BriefsError, match="takes only passwords in ASCII letters"):
            opened(settings, "gehëim")
    only_odd = {"auth_exclude_mechanism": ["PLAIN", "LOGIN"]}
    behaviour = Behaviour(users={"chair": "secret"}, adds=("250-AUTH XOAUTH2",))
    with (
        running_server(behaviour, trusted.server("localhost"), False, **only_odd) as server,
        pytest.raises(BriefsError, match="only in ways that this program does not know"),
    ):
        opened(server.settings(host="localhost", security="starttls", user="chair"), "secret")


@contextmanager
def saying(*answers: bytes) -> Iterator[MailServer]:
    """A server that says these one after another, whatever it is told."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                for answer in answers:
                    connection.sendall(answer)
                    if not connection.recv(1000):
                        return

        thread = threading.Thread(target=serve)
        thread.start()
        yield MailServer("127.0.0.1", listening.getsockname()[1], "chair@example.org", "none", "chair")
        thread.join()


@pytest.mark.parametrize(
    ("answers", "error", "said"),
    [
        ([b"554 5.7.1 you are on a list\r\n"], BriefsError, "refuses us: 554 5.7.1 you are on a list"),
        ([b"421 4.3.2 busy\r\n"], Lost, "421 4.3.2 busy"),
        ([b"\xff\xfe\x00garbage\r\n"], Lost, "what makes no sense|closed|-1"),
        ([b"220 hi\r\n"], Lost, "closed"),
        ([b"220 hi\r\n", b"250-me\r\n250 AUTH PLAIN\r\n", b"421 4.7.0 later\r\n"], Lost, "421 4.7.0 later"),
    ],
)
def test_a_server_that_does_not_want_us_is_told_or_tried_later(
    answers: list[bytes], error: type[Exception], said: str
) -> None:
    with saying(*answers) as server, pytest.raises(error, match=said):
        opened(server, "secret")


def test_a_server_that_does_not_answer_in_time_is_tried_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = MailServer("127.0.0.1", listening.getsockname()[1], "chair@example.org", "none")
        with pytest.raises(Lost, match="does not answer in time"):
            open_session(server, "", Timeouts(0.05, 1))


def test_a_server_that_there_is_not_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(BriefsError, match=r"there is no server called smtp\.example\.org"):
        opened(MailServer("smtp.example.org", 587, "chair@example.org"))
