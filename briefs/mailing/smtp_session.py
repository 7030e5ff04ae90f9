"""A connection to the mail server: made safely, and handing over one message after another.

`smtplib` writes a message and its final dot in one go, so that a connection that breaks leaves unknown whether the
server has the message. Here the dot is written by itself. A server must not deliver what it got without it (RFC 5321,
4.1.1.4), so only what happens between the dot and the answer to it is uncertain.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

from briefs.mailing.mail_server import SETTINGS, MailServer
from briefs.mailing.server_words import without_addresses
from briefs.model.diagnostics import BriefsError

HELLO = "[127.0.0.1]"
"""What we call ourselves: no name, since that of a desktop is nobody's business (RFC 5321, 4.1.3)."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds that the server may take: to be reached and to answer a command, and to answer the final dot.

    RFC 5321 asks for ten minutes for the latter, since a server may look for viruses then.
    """

    command: float = 60
    end: float = 600


@dataclass(frozen=True, slots=True)
class Limits:
    """What the server says of itself: the largest message in bytes (0: not said), what else it takes, and TLS."""

    size: int
    takes_8bit: bool
    takes_utf8: bool
    tls: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message as it is handed over: its bytes, and the address that it goes to, as it is written in commands."""

    content: bytes
    address: str

    @property
    def is_8bit(self) -> bool:
        """Whether it has bytes that are no ASCII."""
        return not self.content.isascii()

    @property
    def needs_utf8(self) -> bool:
        """Whether its address or its headers have characters that are no ASCII (RFC 6531)."""
        return not self.address.isascii() or not self.content.partition(b"\r\n\r\n")[0].isascii()

    def obstacle(self, limits: Limits) -> str:
        """Why a server with these `limits` cannot take it; empty if it can."""
        if limits.size and len(self.content) > limits.size:
            return f"{len(self.content):,} bytes are too large: the server takes {limits.size:,}"
        if self.needs_utf8 and not limits.takes_utf8:
            return "the server takes no address or header in other than ASCII letters (SMTPUTF8)"
        if self.is_8bit and not limits.takes_8bit:
            return "the server takes no message with 8-bit characters (8BITMIME)"
        return ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered at the last: its code and words, and after which command.

    A server that ends the connection with its answer `is_closing`.
    """

    code: int
    words: str
    after: str

    @property
    def is_accepted(self) -> bool:
        """Whether the server has taken the message."""
        return self.after == "end" and 200 <= self.code < 300

    @property
    def is_temporary(self) -> bool:
        """Whether the same may succeed later."""
        return 400 <= self.code < 500

    @property
    def is_closing(self) -> bool:
        """Whether the server ends the connection."""
        return self.code == 421


class Lost(Exception):
    """The connection was lost, or the server answers nothing that makes sense; `after` which command.

    Whether the server has taken a message is uncertain only if that is `end`: the final dot has been written.
    """

    def __init__(self, words: str, after: str) -> None:
        super().__init__(words)
        self.words, self.after = words, after


class Session:
    """An open connection, on which the server has been greeted, secured and logged in to."""

    def __init__(self, smtp: smtplib.SMTP, server: MailServer, timeouts: Timeouts) -> None:
        self._smtp, self._server, self._timeouts = smtp, server, timeouts
        self.taken = 0
        size = smtp.esmtp_features.get("size", "")
        tls = smtp.sock.version() if isinstance(smtp.sock, ssl.SSLSocket) else None
        self.limits = Limits(
            int(size) if size.isdecimal() else 0, smtp.has_extn("8bitmime"), smtp.has_extn("smtputf8"), tls or ""
        )

    def close(self) -> None:
        """Say good-bye, if the server is still there, and close the connection."""
        with contextlib.suppress(OSError, smtplib.SMTPException):
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(min(2.0, self._timeouts.command))
                self._smtp.docmd("QUIT")
        self._smtp.close()

    def drop(self) -> None:
        """Close the connection at once: what has been written without its final dot is not delivered."""
        self._smtp.close()

    def interrupt(self) -> None:
        """Let another thread that waits for the server go on, as if the connection were lost."""
        with contextlib.suppress(OSError):
            if (sock := self._smtp.sock) is not None:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # also one with TLS: as the other thread reads from it

    def check_sender(self) -> None:
        """Raise BriefsError unless the server takes messages from our sender, and Lost if it says nothing."""
        answer = self._command("MAIL", f"FROM:<{self._server.sender_address}>")
        if not 200 <= answer.code < 300:
            raise sender_refused(self._server, answer)
        self._command("RSET")

    def hand_over(self, parcel: Parcel, handing_over: Callable[[], None]) -> Answer:
        """Hand over one message; `handing_over` is called when all but its final dot has been written.

        Whatever that raises keeps the message from being delivered. Raises Lost if the server ends the conversation.
        """
        answer = self._envelope(parcel)
        if answer is not None:
            return self._reset(answer)
        content = re.sub(rb"(?m)^\.", b"..", parcel.content)
        self._write(content if content.endswith(b"\r\n") else content + b"\r\n", "message")
        try:
            handing_over()
        except BaseException:
            self.drop()
            raise
        self._socket.settimeout(self._timeouts.end)
        try:
            self._socket.sendall(b".\r\n")
        except OSError as error:  # then it was not written as a whole, see socket.sendall and SSL_write
            self.drop()
            raise Lost(_reason(error), "message") from error
        answer = self._answer("end")
        self._socket.settimeout(self._timeouts.command)
        self.taken += answer.is_accepted
        return answer

    def _envelope(self, parcel: Parcel) -> Answer | None:
        """Say from whom the message is and to whom it goes; None if the server waits for the message then."""
        smtp = self._smtp
        options = [f"SIZE={len(parcel.content)}"] if smtp.has_extn("size") else []
        options += ["BODY=8BITMIME"] if parcel.is_8bit else []
        options += ["SMTPUTF8"] if parcel.needs_utf8 else []
        smtp.command_encoding = "utf-8" if parcel.needs_utf8 else "ascii"
        commands = (
            ("MAIL", " ".join([f"FROM:<{self._server.sender_address}>", *options]), range(200, 300)),
            ("RCPT", f"TO:<{parcel.address}>", range(200, 300)),
            ("DATA", "", range(354, 355)),
        )
        for name, arguments, right in commands:
            answer = self._command(name, arguments)
            if answer.code not in right:
                return answer
        return None

    def _reset(self, answer: Answer) -> Answer:
        """Prepare for the next message after one that was not taken."""
        if not answer.is_closing:
            with contextlib.suppress(Lost):  # the next message will find out
                self._command("RSET")
        return answer

    @property
    def _socket(self) -> socket.socket:
        if self._smtp.sock is None:
            raise Lost("the connection is closed", "message")
        return self._smtp.sock

    def _command(self, name: str, arguments: str = "") -> Answer:
        self._write(f"{name} {arguments}".rstrip().encode(self._smtp.command_encoding) + b"\r\n", name)
        return self._answer(name)

    def _write(self, line: bytes, after: str) -> None:
        if self._smtp.sock is None:
            raise Lost("the connection is closed", after)
        try:
            self._smtp.sock.sendall(line)
        except TimeoutError as error:
            self.drop()
            raise Lost(_reason(error), after) from error
        except OSError as error:
            last = self._answer(after)  # what the server said before it closed the connection
            self.drop()
            raise Lost(f"{last.code} {last.words}", after) from error

    def _answer(self, after: str) -> Answer:
        try:
            code, words = self._smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.drop()
            raise Lost(_reason(error), after) from error
        if not (200 <= code < 300 or 400 <= code < 600 or (code == 354 and after == "DATA")):
            self.drop()
            raise Lost("the server answers what makes no sense", after)
        return Answer(code, without_addresses(words), after)


def sender_refused(server: MailServer, answer: Answer) -> BriefsError:
    """What is said if the server lets nobody send from our sender's address."""
    return BriefsError(
        f"{server.name} takes no messages from {server.sender_address}: {answer.code} {answer.words}",
        f"`sender` in {SETTINGS} must be an address that this user may send from",
    )


def open_session(server: MailServer, password: str, timeouts: Timeouts) -> Session:
    """Connect to the server, secure the connection and log in.

    Raises BriefsError if that is not safe or not allowed (the password has not been sent then), and Lost if the server
    cannot be reached now.
    """
    server.check()
    context = None if server.security == "none" else ssl.create_default_context()  # knows SSL_CERT_FILE
    smtp: smtplib.SMTP | None = None
    try:
        if server.security == "tls":
            smtp = smtplib.SMTP_SSL(server.host, server.port, HELLO, timeout=timeouts.command, context=context)
        else:
            smtp = smtplib.SMTP(server.host, server.port, HELLO, timeout=timeouts.command)
        _greet(smtp, server, context)
        if server.user:
            _log_in(smtp, server, password)
        return Session(smtp, server, timeouts)
    except BaseException as error:
        if smtp is not None:
            smtp.close()
        if isinstance(error, ssl.SSLError | smtplib.SMTPException | OSError):
            raise _failure(error, server) from error
        raise


def _greet(smtp: smtplib.SMTP, server: MailServer, context: ssl.SSLContext | None) -> None:
    assert smtp.sock is not None
    smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else the final dot waits for what is before it
    smtp.ehlo_or_helo_if_needed()
    if server.security == "starttls":
        if not smtp.has_extn("starttls"):
            raise BriefsError(
                f"{server.name} offers no protection (STARTTLS), and nothing was sent to it",
                f"ask who runs it; if it is protected from the first byte on, write `security: tls` in {SETTINGS}",
            )
        smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()


def _log_in(smtp: smtplib.SMTP, server: MailServer, password: str) -> None:
    try:
        if (server.user + password).isascii():
            smtp.login(server.user, password)
            return
        if "PLAIN" not in smtp.esmtp_features.get("auth", "").upper().split():
            raise BriefsError(f"{server.name} takes only passwords in ASCII letters", "have the password changed")
        proof = b64encode(f"\0{server.user}\0{password}".encode()).decode()  # RFC 4616: in UTF-8
        code, words = smtp.docmd("AUTH", f"PLAIN {proof}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, words)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code == 421:
            raise
        said = without_addresses(error.smtp_error)
        raise BriefsError(
            f"{server.name} does not let us log in as {server.user}: {error.smtp_code} {said}",
            "check the password, and `user` in " + SETTINGS,
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise BriefsError(f"{server.name} lets nobody log in", f"take `user` out of {SETTINGS}") from error
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
        raise
    except smtplib.SMTPException as error:
        raise BriefsError(
            f"{server.name} lets users log in only in ways that this program does not know",
            "it knows PLAIN, LOGIN and CRAM-MD5; ask who runs the server for a password for programs",
        ) from error


def _failure(error: Exception, server: MailServer) -> Exception:
    """What is told of an `error` while a connection is made: Lost if it may pass, BriefsError if it will not."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return BriefsError(
            f"{server.name} does not prove that it is {server.host}: {error.verify_message}",
            "nothing was sent to it; check `host`, or ask who runs it for its root certificate, and name that in "
            "SSL_CERT_FILE",
        )
    if isinstance(error, ssl.SSLError):
        return BriefsError(
            f"{server.name} could not be reached with TLS: {error.reason or error}",
            f"nothing was sent to it; check `port` and `security` in {SETTINGS}",
        )
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 500:
        return BriefsError(
            f"{server.name} refuses us: {error.smtp_code} {without_addresses(error.smtp_error)}", "ask who runs it"
        )
    if isinstance(error, socket.gaierror):
        return BriefsError(f"there is no server called {server.host}", f"check `host` in {SETTINGS}, and the network")
    return Lost(_reason(error), "connect")


def _reason(error: Exception) -> str:
    """Why a connection was lost, in words."""
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {without_addresses(error.smtp_error)}"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server has closed the connection"
    return (error.strerror if isinstance(error, OSError) else "") or "the connection was lost"
